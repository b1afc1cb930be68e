import type { ArticleRecord } from '#core/annotation.ts';
import { authorsOf, type CslName } from './authors-of.ts';
import { citationKey } from './citation-key.ts';

/** A date as CSL-JSON has it. */
export interface CslDate {
  readonly 'date-parts': readonly (readonly number[])[];
}

/** A newspaper's article in CSL-JSON (https://github.com/citation-style-language/schema, 1.0.2). */
export interface CslItem {
  readonly id: string;
  readonly type: 'article-newspaper';
  readonly title?: string;
  readonly author?: readonly CslName[];
  readonly 'container-title'?: string;
  readonly section?: string;
  readonly language?: string;
  readonly issued?: CslDate;
  readonly accessed: CslDate;
  readonly URL: string;
  readonly keyword?: string;
  readonly note?: string;
}

/** An article as an item that can be cited. What is not known is left out: a style says *n.d.* by itself. */
export function cslItem(article: ArticleRecord): CslItem {
  const { source, title, byline, outlet, section, language, published, lastSeen } = article;
  const author = authorsOf(byline ?? '', outlet ?? '');
  const issued = cslDate(published ?? '');
  return {
    id: citationKey(article),
    type: 'article-newspaper',
    ...(title.trim() === '' ? {} : { title }),
    ...(author.length === 0 ? {} : { author }),
    ...(outlet === null ? {} : { 'container-title': outlet }),
    ...(section === null ? {} : { section }),
    ...(language === null ? {} : { language }),
    ...(issued === null ? {} : { issued }),
    accessed: cslDate(lastSeen) ?? { 'date-parts': [[1970]] },
    URL: source,
  };
}

/** The day that an ISO 8601 date begins with, or null. */
function cslDate(iso: string): CslDate | null {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})/.exec(iso) ?? [];
  if (year === undefined) return null;
  return { 'date-parts': [[Number(year), Number(month), Number(day)]] };
}
