import type { PersonCount } from '#core/person-count.ts';
import { roleWords } from '#ui/person-words.ts';
import { t, tCount, tFacts } from '#ui/text.ts';

/** How often somebody is quoted, and in how many articles; of whom nothing is kept, that there is a note. */
export function countWords({ person, quotations, articles }: PersonCount): string {
  const noted = person.note.trim() === '' ? '' : t('noteLabel');
  const kept = quotations === 0 ? noted : tCount('quotationCount', quotations);
  return tFacts([kept, tCount('articleCount', articles)]);
}

/** What tells somebody apart from others of the name: the role that an article gives, else that article's title; '' for neither. */
export function exampleWords({ example }: PersonCount): string {
  if (example === null) return '';
  return roleWords(example.roles) ?? example.article?.title ?? '';
}
