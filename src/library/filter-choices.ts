import type { Status } from '#core/annotation.ts';
import { foldText } from '#core/search/fold-text.ts';
import type { SearchFilter } from '#core/search/search-filter.ts';
import { request } from '#messaging/client.ts';
import { statusWords } from '#ui/sureness.ts';
import { t } from '#ui/text.ts';
import type { Choice } from './choice-filter.tsx';

/** What can be chosen in each of the search's filters. */

/** So many are offered at once; and so many are looked at for what was typed. */
const shown = 50;
const most = 1_000;

type Kind = NonNullable<SearchFilter['kind']>;

export const kinds = ['direct', 'mixed', 'indirect', 'passage'] as const satisfies readonly Kind[];
export const statuses = [
  'detected',
  'confirmed',
  'corrected',
  'rejected',
] as const satisfies readonly Status[];

/** A kind of passage, in words. */
export function kindWords(kind: Kind): string {
  switch (kind) {
    case 'direct':
      return t('kindDirect');
    case 'mixed':
      return t('kindMixed');
    case 'indirect':
      return t('kindIndirect');
    case 'passage':
      return t('ownPassage');
  }
}

/** Whether there is a note, in words. */
export function noteWords(hasNote: boolean): string {
  return hasNote ? t('withNote') : t('withoutNote');
}

export async function kindChoices(): Promise<readonly Choice[]> {
  return kinds.map((kind) => ({ key: kind, words: kindWords(kind), count: null }));
}

export async function statusChoices(): Promise<readonly Choice[]> {
  return statuses.map((status) => ({ key: status, words: statusWords(status), count: null }));
}

export async function noteChoices(): Promise<readonly Choice[]> {
  return [true, false].map((has) => ({ key: has ? 'yes' : 'no', words: noteWords(has), count: null }));
}

/** People whose names or notes hold what was typed, the most quoted first. */
export async function personChoices(typed: string): Promise<readonly Choice[]> {
  const page = await request('people.list', { query: typed, order: 'count', offset: 0, limit: shown });
  return page.items.map(({ person, quotations }) => ({
    key: person.id,
    words: person.name,
    count: quotations,
  }));
}

/** Newspapers whose names hold what was typed. */
export async function outletChoices(typed: string): Promise<readonly Choice[]> {
  const outlets = await request('library.outlets', { limit: most });
  return holding(
    outlets.map(({ outlet, count }) => ({ key: outlet, words: outlet, count })),
    typed,
  );
}

/** Tags that hold what was typed. */
export async function tagChoices(typed: string): Promise<readonly Choice[]> {
  const tags = await request('library.tags', { limit: most });
  return holding(
    tags.map(({ tag, count }) => ({ key: tag, words: tag, count })),
    typed,
  );
}

function holding(choices: readonly Choice[], typed: string): readonly Choice[] {
  const wanted = foldText(typed.trim());
  return choices.filter(({ words }) => foldText(words).includes(wanted)).slice(0, shown);
}
