import type { StoreName, Transaction } from './schema.ts';

/**
 * How long the library's lists are. An IndexedDB counts by a look at each entry, 160 ms for a hundred thousand, and everything else waits
 * for it: so each transaction that writes a row notes what that makes of the lengths, and no list is counted when it is opened.
 */

/** Each list, with the store of its rows and the field by which an index orders them: a record without one is no row of it. */
const LISTS = {
  articles: { store: 'held', field: 'lastSeen' },
  passages: { store: 'documents', field: 'newest' },
  /** All that is searched. */
  documents: { store: 'documents', field: 'key' },
  /** What of it is not in the postings yet. */
  waiting: { store: 'documents', field: 'pending' },
  people: { store: 'tallies', field: 'name' },
  trash: { store: 'trash', field: 'deleted' },
  ledger: { store: 'ledger', field: 'seen' },
} as const satisfies Readonly<Record<string, { readonly store: StoreName; readonly field: string }>>;

export type ListName = keyof typeof LISTS;
type CountedStore = (typeof LISTS)[ListName]['store'];

const names = Object.keys(LISTS) as readonly ListName[];

/** The lengths of all lists: one record, so that a save reads and writes one. */
export interface TotalsRecord {
  readonly key: 'lists';
  readonly counts: Readonly<Partial<Record<ListName, number>>>;
}

/** By transaction: what it has made of the lengths so far. */
const changes = new WeakMap<object, Map<ListName, number>>();

/** What a transaction that writes to these stores has to hold besides. */
export function withTotals(stores: readonly StoreName[]): StoreName[] {
  const isCounted = names.some((name) => stores.includes(LISTS[name].store));
  return isCounted && !stores.includes('totals') ? [...stores, 'totals'] : [...stores];
}

/** Notes that a record of a store became another within a transaction. Undefined: there was none, or there is none any more. */
export function countRow(transaction: object, store: CountedStore, before: unknown, after: unknown): void {
  for (const name of names) {
    if (LISTS[name].store !== store) continue;
    const by = Number(isListed(after, name)) - Number(isListed(before, name));
    if (by !== 0) addRows(transaction, name, by);
  }
}

/** Notes that a list has so many rows more, or less. */
export function addRows(transaction: object, list: ListName, by: number): void {
  const changed = changes.get(transaction) ?? new Map<ListName, number>();
  changed.set(list, (changed.get(list) ?? 0) + by);
  changes.set(transaction, changed);
}

/** Writes what a transaction has made of the lengths, as its last work. A length that is missing stays so until somebody counts. */
export async function writeTotals(transaction: Transaction<'readwrite'>): Promise<void> {
  const changed = [...(changes.get(transaction) ?? [])].filter(([, by]) => by !== 0);
  changes.delete(transaction);
  if (changed.length === 0) return;
  const counts = await countsIn(transaction);
  for (const [list, by] of changed) {
    const before = counts.get(list);
    if (before !== undefined) counts.set(list, Math.max(0, before + by));
  }
  await put(transaction, counts);
}

/** How many rows a list has; null where that is not known: in a library of before, or after a damage. */
export async function totalOf(transaction: Transaction<'readonly'>, list: ListName): Promise<number | null> {
  if (!transaction.objectStoreNames.contains('totals')) return null;
  return (await countsIn(transaction)).get(list) ?? null;
}

/** The stores of all lists. */
export const COUNTED: StoreName[] = [...new Set(names.map((name): StoreName => LISTS[name].store))];

/** Counts all lists row by row and notes their lengths. */
export async function recount(transaction: Transaction<'readwrite'>): Promise<void> {
  const counts = await Promise.all(
    names.map(async (name) => {
      const { store, field } = LISTS[name];
      // Each of the fields is the name of its store's index, which the type of the union of all cannot tell.
      const index = transaction.objectStore(store as 'trash').index(field as 'deleted');
      return [name, await index.count()] as const;
    }),
  );
  await put(transaction, new Map(counts));
}

async function countsIn(
  transaction: Transaction<'readonly'> | Transaction<'readwrite'>,
): Promise<Map<ListName, number>> {
  const stored: unknown = await (transaction as Transaction<'readonly'>).objectStore('totals').get('lists');
  const counts: unknown =
    typeof stored === 'object' && stored !== null ? Reflect.get(stored, 'counts') : null;
  const fields = typeof counts === 'object' && counts !== null ? (counts as Record<string, unknown>) : {};
  return new Map(
    names.flatMap((name) => {
      const count = fields[name];
      return typeof count === 'number' && Number.isSafeInteger(count) && count >= 0 ? [[name, count]] : [];
    }),
  );
}

async function put(
  transaction: Transaction<'readwrite'>,
  counts: ReadonlyMap<ListName, number>,
): Promise<void> {
  await transaction.objectStore('totals').put({ key: 'lists', counts: Object.fromEntries(counts) });
}

/** Whether an index of the list's field holds a record. */
function isListed(record: unknown, list: ListName): boolean {
  if (typeof record !== 'object' || record === null) return false;
  const value: unknown = Reflect.get(record, LISTS[list].field);
  return typeof value === 'string' || (typeof value === 'number' && !Number.isNaN(value));
}
