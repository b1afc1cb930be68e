import type { Annotation, ArticleRecord } from '#core/annotation.ts';
import type { ExportOptions } from '#core/export/exporter.ts';
import { download } from '#ui/download.ts';
import { startExportWriter } from './export-writer.ts';
import { fileOptions } from './file-options.ts';

/**
 * Saves a file of one passage as it is shown, kept or not, without a question.
 * @throws when there is no such format
 */
export async function savePassage(
  annotation: Annotation,
  article: ArticleRecord,
  format: string,
  options: Partial<ExportOptions>,
): Promise<void> {
  const end = new AbortController();
  const about = {
    exportedAt: new Date().toISOString(),
    title: article.title,
    options: { ...fileOptions(), ...options },
  };
  try {
    const writer = startExportWriter(end.signal);
    await writer.ask({ type: 'begin', choice: { format, layout: 'one', about } }, 'taken');
    const records = { annotations: [annotation], articles: [article] };
    await writer.ask({ type: 'add', records }, 'taken');
    download((await writer.ask({ type: 'end' }, 'written')).file);
  } finally {
    end.abort();
  }
}
