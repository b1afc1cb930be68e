import type { ExportInput } from './exporter.ts';
import { fileName } from './file-name.ts';
import { findExporter } from './registry.ts';

/** A file to be saved by the browser. */
export interface WrittenFile {
  readonly name: string;
  readonly mime: string;
  readonly text: string;
}

/** The file of an export, named after its article when it has just one; null when there is no such format. */
export function exportFile(format: string, input: ExportInput): WrittenFile | null {
  const exporter = findExporter(format);
  if (exporter === null) return null;
  const [only, second] = input.articles;
  const title = second === undefined ? (only?.title ?? '') : '';
  const day = input.exportedAt.slice(0, 10);
  return { name: fileName(title, day, exporter.extension), mime: exporter.mime, text: exporter.write(input) };
}
