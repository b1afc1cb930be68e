import { bibtex } from './bibtex.ts';
import { citeApa, citeChicago, citeHarvard, citeMla } from './citations.ts';
import { cslJson } from './csl-json.ts';
import { csv } from './csv.ts';
import type { Exporter } from './exporter.ts';
import { html } from './html.ts';
import { jsonLd } from './json-ld.ts';
import { json } from './json.ts';
import { markdown } from './markdown.ts';
import { notes } from './notes.ts';
import { plainText } from './plain-text.ts';
import { readwise } from './readwise.ts';
import { ris } from './ris.ts';

/** The formats in the order in which a menu shows them: one line a format. */
export const exporters: readonly Exporter[] = [
  markdown,
  notes,
  readwise,
  html,
  plainText,
  csv,
  jsonLd,
  json,
  bibtex,
  ris,
  cslJson,
  citeApa,
  citeMla,
  citeChicago,
  citeHarvard,
];

/** The exporter of a format, or null. */
export function findExporter(format: string): Exporter | null {
  return exporters.find((exporter) => exporter.format === format) ?? null;
}
