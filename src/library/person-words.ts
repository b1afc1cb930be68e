import type { PersonCount } from '#messaging/library-protocol.ts';
import { roleWords } from '#ui/person-words.ts';
import { tCount, tFacts } from '#ui/text.ts';

/** How often somebody is quoted, and in how many articles. */
export function countWords({ quotations, articles }: PersonCount): string {
  return tFacts([tCount('quotationCount', quotations), tCount('articleCount', articles)]);
}

/** What tells somebody apart from others of the name: the role that an article gives, else that article's title; '' for neither. */
export function exampleWords({ example }: PersonCount): string {
  if (example === null) return '';
  return roleWords(example.roles) ?? example.article?.title ?? '';
}
