import { diigo } from './diigo.ts';
import { hypothesis } from './hypothesis.ts';
import { hypothesisCsv } from './hypothesis-csv.ts';
import type { Importer } from './importer.ts';
import { instapaper } from './instapaper.ts';
import { memex } from './memex.ts';
import { obsidianClipper } from './obsidian-clipper.ts';
import { onRecordJson } from './on-record-json.ts';
import { pocketCsv } from './pocket-csv.ts';
import { pocketHighlights } from './pocket-highlights.ts';
import { pocketHtml } from './pocket-html.ts';
import { readwiseCsv } from './readwise-csv.ts';
import { readwiseJson } from './readwise-json.ts';
import { readwiseReader } from './readwise-reader.ts';
import { webAnnotations } from './web-annotations.ts';

/** The formats in the order in which a file is tried: one line a format. */
export const importers: readonly Importer[] = [
  onRecordJson,
  webAnnotations,
  hypothesis,
  readwiseJson,
  memex,
  pocketHighlights,
  obsidianClipper,
  hypothesisCsv,
  readwiseCsv,
  readwiseReader,
  diigo,
  instapaper,
  pocketCsv,
  pocketHtml,
];

/** The format of a file by its name and its first characters, or null when it is none of ours. */
export function recogniseFile(name: string, head: string): Importer | null {
  const start = (head.startsWith('\ufeff') ? head.slice(1) : head).slice(0, 4_000);
  return importers.find((importer) => importer.detects(name.toLowerCase(), start)) ?? null;
}
