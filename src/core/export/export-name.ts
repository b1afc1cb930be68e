import type { ExportAbout, Exporter } from './exporter.ts';
import { fileName } from './file-name.ts';
import type { ExportLayout } from './write-export.ts';

/** The name of an export's file, after what it is about. */
export function exportName({ extension }: Exporter, about: ExportAbout, layout: ExportLayout): string {
  return fileName(about.title, about.exportedAt.slice(0, 10), layout === 'one' ? extension : 'zip');
}
