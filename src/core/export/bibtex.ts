import { bibtexFields } from '#core/citation/citation-engine.ts';
import type { CslDate, CslItem } from '#core/citation/csl-item.ts';
import { texText } from '#core/citation/tex-text.ts';
import type { ArticleGroup } from './article-group.ts';
import { cslArticle } from './csl-article.ts';
import type { Exporter } from './exporter.ts';
import { wholeCharacters } from './unicode.ts';

/** BibTeX in Unicode: an `@article` for each article, quotations and notes in its `note`. */
export const bibtex: Exporter = {
  format: 'bibtex',
  label: 'exportBibtex',
  group: 'references',
  mime: 'application/x-bibtex',
  extension: 'bib',
  holds: 'kept',
  leaves: ['people'],
  begin: () => ({ add: bibtexEntry, end: () => '' }),
};

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

function bibtexEntry(group: ArticleGroup): string {
  const item = cslArticle(group);
  // The plug-in has one field for month and day, and says an address twice.
  const fields = bibtexFields(item).filter(([field]) => field !== 'month' && field !== 'howpublished');
  const lines = [...fields, ...besides(item)].map(([field, value]) => `  ${field} = {${value}},\n`);
  return `@article{${item.id},\n${lines.join('')}}\n\n`;
}

/** What the plug-in leaves out, in the fields of biblatex, which BibTeX passes over. */
function besides(item: CslItem): readonly (readonly [string, string])[] {
  const [, month] = item.issued?.['date-parts'][0] ?? [];
  const texts = { keywords: item.keyword, section: item.section, language: item.language };
  return [
    ...(month === undefined ? [] : [['month', MONTHS[month - 1] ?? ''] as const]),
    // Its year and month are for BibTeX, the whole date for biblatex.
    ...(item.issued === undefined ? [] : [['date', isoDay(item.issued)] as const]),
    ['urldate', isoDay(item.accessed)],
    ...Object.entries(texts).flatMap(([field, text]) =>
      text === undefined ? [] : [[field, texText(wholeCharacters(text))] as const],
    ),
  ];
}

function isoDay(date: CslDate): string {
  return (date['date-parts'][0] ?? []).map((part) => String(part).padStart(2, '0')).join('-');
}
