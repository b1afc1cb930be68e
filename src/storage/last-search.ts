import type { ListPlaces } from './list-places.ts';
import type { Transaction } from './schema.ts';

/** What a search has found. */
export interface SearchOutcome {
  /** The numbers of the documents, in ascending order. */
  readonly found: readonly number[];
  /** By number. */
  readonly scores: Float32Array;
}

interface Kept {
  readonly search: string;
  readonly outcome: SearchOutcome;
}

const kept = new WeakMap<object, Kept>();

/**
 * What a search finds: as it was found last when it is the last search again and no document has been written since, as for the next page
 * of a list that is scrolled; else found anew. One search is kept, and no promise of one: a transaction that waits for another's ends.
 */
export async function lastSearch(
  transaction: Transaction<'readonly'>,
  places: ListPlaces,
  search: string,
  find: () => Promise<SearchOutcome>,
): Promise<SearchOutcome> {
  // Another object after each write.
  const state = places.of(transaction, 'documents', 'search');
  const present = kept.get(state);
  if (present?.search === search) return present.outcome;
  const outcome = await find();
  kept.set(state, { search, outcome });
  return outcome;
}
