import { risTags } from '#core/citation/citation-engine.ts';
import type { CslName } from '#core/citation/authors-of.ts';
import type { CslItem } from '#core/citation/csl-item.ts';
import type { ArticleGroup } from './article-group.ts';
import { cslArticle } from './csl-article.ts';
import type { Exporter } from './exporter.ts';
import { oneLine } from './unicode.ts';

/** RIS (https://web.archive.org/web/20120526103719/http://refman.com/support/risformat_intro.asp): one record an article. */
export const ris: Exporter = {
  format: 'ris',
  label: 'exportRis',
  group: 'references',
  mime: 'application/x-research-info-systems',
  extension: 'ris',
  holds: 'kept',
  leaves: ['people'],
  begin: () => ({ add: risRecord, end: () => '' }),
};

/** What the plug-in leaves out of a newspaper's article, or cuts. */
const OWN = new Set(['TY', 'ID', 'AU', 'DA']);

/** Every line of a quotation or a note is an `N1` of its own: RIS has no line ends within a value. */
function risRecord(group: ArticleGroup): string {
  const { note = '', keyword = '', ...item } = cslArticle(group);
  const tags: readonly (readonly [string, string])[] = [
    ['ID', item.id],
    ...(item.author ?? []).map((name) => ['AU', nameText(name)] as const),
    ['DA', dayOf(item)],
    ...risTags(item).filter(([tag]) => !OWN.has(tag)),
    ...keyword.split(', ').map((word) => ['KW', word] as const),
    ...note.split('\n').map((line) => ['N1', line] as const),
  ];
  const lines = tags
    .map(([tag, value]) => [tag, oneLine(value)] as const)
    .filter(([, value]) => value !== '')
    .map(([tag, value]) => `${tag}  - ${value}`);
  return ['TY  - NEWS', ...lines, 'ER  - ', '', ''].join('\r\n');
}

function nameText({ family, given, literal }: CslName): string {
  return literal ?? [family, given].filter((part) => part !== undefined).join(', ');
}

/** `2026/01/05/`: the last part is for words, of which there are none. */
function dayOf({ issued }: CslItem): string {
  const parts = issued?.['date-parts'][0] ?? [];
  return parts.length === 0 ? '' : `${parts.map((part) => String(part).padStart(2, '0')).join('/')}/`;
}
