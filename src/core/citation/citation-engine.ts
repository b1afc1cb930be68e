import { plugins } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import '@citation-js/plugin-csl';
import '@citation-js/plugin-ris';
import chicago from './styles/chicago.json';
import harvard from './styles/harvard.json';
import mla from './styles/mla.json';
import { wholeCharacters } from '#core/export/unicode.ts';
import type { CslItem } from './csl-item.ts';
import { texText, texUrl } from './tex-text.ts';

/** The styles of citations: one line a style. APA comes with the plug-in. */
export const citationStyles = ['apa', 'mla', 'chicago', 'harvard'] as const;

export type CitationStyle = (typeof citationStyles)[number];

for (const [name, { csl }] of Object.entries({ mla, chicago, harvard })) {
  plugins.config.get('@csl').styles.add(name, csl);
}
// It would drop every letter for which it knows no TeX command. What TeX minds is escaped by texText instead.
plugins.config.get('@bibtex').format.asciiOnly = false;

/**
 * Stand in for what citeproc would take for markup or its own signs (`<i>`, `&`): private characters while it works. Those that are in
 * the text already are given up as U+FFFD, as halves of characters are.
 */
const SIGNS = ['<', '>', '&'] as const;
const FIRST = 0xf8d0;
const STANDINS = /[\uf8d0-\uf8d2]/g;

/**
 * One entry of a list of works, in a style and a language of which the words of dates come.
 * @param format `html` has the style's italics, everything else escaped; `text` has none
 * @returns one line
 */
export function citeItem(
  item: CslItem,
  style: CitationStyle,
  language: string,
  format: 'text' | 'html',
): string {
  const safe = mapText(item, (text) =>
    // Runs of spaces cost citeproc their number squared, and are one space in what comes out.
    wholeCharacters(text)
      .replace(/(\s)\s+/g, '$1')
      .replace(STANDINS, '\ufffd')
      .replace(/[<>&]/g, standin),
  );
  const lang = { de: 'de-DE', fr: 'fr-FR', es: 'es-ES', nl: 'nl-NL' }[language.slice(0, 2)] ?? 'en-US';
  const entry = plugins.output.format('bibliography', [safe], { template: style, lang, format });
  const inner = format === 'html' ? htmlInside(entry) : entry;
  const shown = (sign: string): string =>
    format === 'html' ? ({ '<': '&lt;', '>': '&gt;', '&': '&amp;' }[sign] ?? sign) : sign;
  return inner
    .replace(/\s+/g, ' ')
    .trim()
    .replace(STANDINS, (character) => shown(SIGNS[character.charCodeAt(0) - FIRST] ?? ''));
}

/** One item's BibTeX fields and their values, escaped, without its type and key. */
export function bibtexFields(item: CslItem): readonly (readonly [field: string, value: string])[] {
  const { URL, ...rest } = item;
  const escaped = { ...mapText(rest, (text) => texText(wholeCharacters(text))), URL: texUrl(URL) };
  const [entry] = plugins.output.format('bibtex', [escaped], { format: 'object' });
  return Object.entries(entry?.properties ?? {});
}

/** One item's RIS tags and their values, in order. */
export function risTags(item: CslItem): readonly (readonly [tag: string, value: string])[] {
  const [entry = {}] = plugins.output.format('ris', [mapText(item, wholeCharacters)], { format: 'object' });
  return Object.entries(entry).flatMap(([tag, values]) =>
    (typeof values === 'string' ? [values] : values).map((value) => [tag, value] as const),
  );
}

function standin(sign: string): string {
  return String.fromCharCode(FIRST + SIGNS.findIndex((known) => known === sign));
}

/** What the entry's own element holds: `<div class="csl-entry">…</div>` stands alone on its line. */
function htmlInside(entry: string): string {
  return entry.replace(/<\/?div[^>]*>/g, ' ');
}

/** The item with each of its texts changed, however deep. */
function mapText<T>(value: T, change: (text: string) => string): T {
  return mapped(value, change) as T;
}

function mapped(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === 'string') return change(value);
  if (Array.isArray(value)) return value.map((item) => mapped(item, change));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, field]) => [key, key === 'type' ? field : mapped(field, change)]),
  );
}
