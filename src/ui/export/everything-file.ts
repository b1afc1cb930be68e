import { defaultOptions } from '#core/export/exporter.ts';
import { startExportWriter } from './export-writer.ts';
import type { ExportedFile } from './exported-file.ts';
import { runExport, type ExportPort } from './run-export.ts';

/** A file with everything that can be read back, without a question: what the reminder offers. */
export async function everythingFile(port: ExportPort): Promise<ExportedFile> {
  const end = new AbortController();
  const about = { exportedAt: new Date().toISOString(), title: '', options: defaultOptions };
  try {
    const writer = startExportWriter(end.signal);
    return await runExport(port, { format: 'json', layout: 'one', about }, writer, () => {});
  } finally {
    end.abort();
  }
}
