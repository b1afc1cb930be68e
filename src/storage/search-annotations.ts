import { filterTerms, type FilterTerms, type SearchFilter } from '#core/search/search-filter.ts';
import { parseQuery, type Clause } from '#core/search/search-query.ts';
import { PERSON_SIGN } from '#core/search/search-document.ts';
import {
  annotationsAt,
  best,
  everything,
  foundIn,
  newest,
  withoutPeople,
  type FoundPage,
} from './found-documents.ts';
import type { Storage } from './database.ts';
import type { ListPlaces } from './list-places.ts';
import { catchUp, flushIndex } from './flush-index.ts';
import { openIndex, type IndexView } from './index-terms.ts';
import { lastSearch } from './last-search.ts';
import { matchIndex } from './match-index.ts';
import { byDay, type DayOrder } from './order-by-day.ts';
import { refusedDocuments } from './refused-documents.ts';
import type { StoreName, Transaction } from './schema.ts';
import { soundDocument } from './sound-records.ts';
import { StorageError } from './storage-error.ts';
import { totalOf } from './totals.ts';

/** What is searched for. */
export interface SearchInput {
  readonly query: string;
  readonly filter?: SearchFilter;
  /** By rank unless the query has no words; else what was changed last first, or by the day of the article. */
  readonly order?: 'rank' | 'newest' | DayOrder;
  readonly offset?: number;
  readonly limit: number;
}

const STORES: StoreName[] = [
  'annotations', 'articles', 'documents', 'postings', 'endings', 'indexState', 'totals',
]; // prettier-ignore

/**
 * The annotations that hold every word of the query, as a word, as its beginning, or with one typo where the word itself is hardly
 * found, and every “phrase” as it stands, in note, tags, names, quotation or the article's title; without regard to capitals and
 * accents. The best first, or the newest.
 */
export function searchAnnotations(storage: Storage, input: SearchInput): Promise<FoundPage> {
  const { query, filter = {}, offset = 0, limit, order } = input;
  const asked = askedFor(query, filter);
  if (asked === null) return Promise.resolve({ items: [], total: 0, skipped: 0 });
  return withIndex(storage, async (view) => {
    const { transaction } = view;
    if (isEmpty(asked) && order !== 'latest' && order !== 'earliest') {
      return everything(transaction, storage, offset, limit);
    }
    const { found, scores } = await lastSearch(
      transaction,
      storage.places,
      JSON.stringify([query, filter]),
      () => findIn(view, storage.places, asked),
    );
    let numbers: readonly number[];
    if (order === 'latest' || order === 'earliest') numbers = await byDay(view, found, order, offset, limit);
    else if (asked.clauses.length > 0 && order !== 'newest') {
      numbers = best(found, scores, offset + limit).slice(offset);
    } else numbers = await newest(transaction, storage.places, found, offset, limit);
    return { ...(await annotationsAt(transaction, storage.onBroken, numbers)), total: found.length };
  });
}

/** The ids of all that a search finds, for doing something with all of them. */
export function searchIds(storage: Storage, query: string, filter: SearchFilter): Promise<readonly string[]> {
  const asked = askedFor(query, filter);
  if (asked === null) return Promise.resolve([]);
  return withIndex(
    storage,
    async (view) => {
      const { transaction } = view;
      if (!isEmpty(asked)) return keysAt(transaction, (await findIn(view, storage.places, asked)).found);
      const refused = new Set(await keysAt(transaction, [...(await refusedDocuments(transaction))]));
      const all = await transaction.objectStore('annotations').getAllKeys();
      return all.filter((id) => !refused.has(id));
    },
    'all',
  );
}

/** The ids of people whose names or notes hold every word, the best first, at most `limit`. */
export function searchPeople(storage: Storage, query: string, limit: number): Promise<readonly string[]> {
  const clauses = parseQuery(query).map(({ tokens, exact }) => ({
    tokens: tokens.map((token) => PERSON_SIGN + token),
    exact,
  }));
  if (clauses.length === 0) return Promise.resolve([]);
  return withIndex(storage, async (view) => {
    const { found, scores } = await findIn(view, storage.places, {
      clauses,
      terms: { groups: [], without: [] },
      refused: true,
    });
    const keys = await keysAt(view.transaction, best(found, scores, limit));
    return keys.map((key) => key.replace(/^person:/, ''));
  });
}

interface Asked {
  /** Whether bare refusals are asked for. */
  readonly refused: boolean;
  readonly clauses: readonly Clause[];
  readonly terms: FilterTerms;
}

/** What is asked for; null when the query has signs but no word, which nothing holds. */
function askedFor(query: string, filter: SearchFilter): Asked | null {
  const clauses = parseQuery(query);
  if (clauses.length === 0 && query.trim() !== '') return null;
  return { clauses, terms: filterTerms(filter), refused: filter.status === 'rejected' };
}

function isEmpty({ clauses, terms }: Asked): boolean {
  return clauses.length + terms.groups.length + terms.without.length === 0;
}

/** So much is looked at before a search is answered; of more, what the index holds is answered meanwhile. */
const AT_ONCE = 256;

/**
 * Opens the index. Records that nobody has looked at since they changed, as after an upgrade or an import, are put into it first when they
 * are few. Many take their time: `now` answers meanwhile by what is searched already, and says how many are not; `all` waits.
 */
export async function withIndex<T>(
  storage: Storage,
  work: (view: IndexView) => Promise<T>,
  wanted: 'now' | 'all' = 'now',
): Promise<T> {
  const attempt = (isLast: boolean): Promise<{ readonly answer: T; readonly unsearched: number } | null> =>
    storage.read(STORES, async (transaction) => {
      const view = await openIndex(transaction);
      const { unsearched } = view;
      const mayAnswer = isLast || view.isLittle || (wanted === 'now' && unsearched > AT_ONCE);
      return mayAnswer ? { answer: await work(view), unsearched } : null;
    });
  const first = await attempt(false);
  if (first === null) await flushIndex(storage);
  else if (first.unsearched > 0) catchUp(storage);
  const done = first ?? (await attempt(true));
  if (done === null) throw new StorageError('unknown');
  return done.answer;
}

/** How many documents the index has, and how many of them are not searched yet: null when all are, or nearly. */
export async function indexBacklog(
  storage: Storage,
): Promise<{ readonly documents: number; readonly waiting: number } | null> {
  if (storage.readOnly() !== null) return null;
  const [documents, waiting] = await storage.read(['totals'], async (transaction) => {
    const read = await Promise.all([totalOf(transaction, 'documents'), totalOf(transaction, 'waiting')]);
    if (read.includes(null)) storage.places.miscounted();
    return read;
  });
  if (documents === null || waiting === null || waiting <= AT_ONCE) return null;
  catchUp(storage);
  return { documents, waiting };
}

async function findIn(
  view: IndexView,
  places: ListPlaces,
  { clauses, terms, refused }: Asked,
): Promise<{ readonly found: number[]; readonly scores: Float32Array }> {
  const { transaction } = view;
  const last = await transaction.objectStore('documents').openKeyCursor(null, 'prev');
  const matches = await matchIndex(view, clauses, terms, (last?.key ?? 0) + 1);
  const { scores } = matches;
  const found = foundIn(matches);
  // Of what is only excluded from, people are taken out, and refusals with them.
  if (clauses.length + terms.groups.length === 0) {
    return { found: await withoutPeople(transaction, places, found), scores };
  }
  const passed = refused ? new Set<number>() : await refusedDocuments(transaction);
  return { found: passed.size === 0 ? found : found.filter((number) => !passed.has(number)), scores };
}

async function keysAt(transaction: Transaction<'readonly'>, numbers: readonly number[]): Promise<string[]> {
  const store = transaction.objectStore('documents');
  const read = await Promise.all(numbers.map((number) => store.get(number)));
  return read.flatMap((document) => (document === undefined ? [] : [soundDocument(document).key]));
}
