import type { Annotation, ArticleRecord } from '#core/annotation.ts';
import type { Exporter } from './exporter.ts';

/** The version of the file that is written. It rises when an older reader would misread it, not when a field is added. */
export const VERSION = 1;

/** The file: everything that is stored, rejected detections too. read-json.ts reads it back. */
export interface JsonExport {
  readonly format: 'on-record';
  readonly version: typeof VERSION;
  /** ISO 8601, UTC. */
  readonly exported: string;
  readonly articles: readonly ArticleRecord[];
  readonly annotations: readonly Annotation[];
}

/** Everything, for machines and for coming back. */
export const json: Exporter = {
  format: 'json',
  label: 'exportJson',
  mime: 'application/json',
  extension: 'json',
  write: ({ articles, annotations, exportedAt }) => {
    const file: JsonExport = {
      format: 'on-record',
      version: VERSION,
      exported: exportedAt,
      articles,
      annotations,
    };
    return `${JSON.stringify(file, null, 2)}\n`;
  },
};
