import type { Exporter } from './exporter.ts';
import { json } from './json.ts';
import { markdown } from './markdown.ts';

/** The formats in the order in which a menu shows them: one line a format. */
export const exporters: readonly Exporter[] = [
  markdown, //
  json,
];

/** The exporter of a format, or null. */
export function findExporter(format: string): Exporter | null {
  return exporters.find((exporter) => exporter.format === format) ?? null;
}
