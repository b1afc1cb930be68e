import type { Transaction } from './schema.ts';

/** A part of the keys of one kind. */
interface KeyPage {
  readonly ids: readonly string[];
  readonly sources: readonly string[];
  /** Where it ended; null when nothing is left. */
  readonly last: KeyPlace | null;
}

interface KeyPlace {
  readonly source: string;
  readonly id: string;
}

/** Reads the next part of one kind of keys. */
export type KeyReader = (transaction: Transaction<'readonly'>, after: KeyPlace | null) => Promise<KeyPage>;

/** So many keys are read and sent at once: a thread is held for some ten milliseconds. */
export const PAGE = 4_000;
/** Records are larger than keys. */
const RECORDS = 250;

/** Annotations article by article, without a record being read but the last. */
export const annotationKeys: KeyReader = async (transaction, after) => {
  const store = transaction.objectStore('annotations');
  const index = store.index('source');
  // Of the article in which the part before ended, what comes after it; then the next articles.
  const rest = after === null ? [] : (await index.getAllKeys(after.source)).filter((id) => id > after.id);
  const range = IDBKeyRange.bound(after?.source ?? '', [], after !== null, true);
  const keys = await index.getAllKeys(range, PAGE);
  const ids = [...rest, ...keys];
  const id = keys.length < PAGE ? undefined : ids.at(-1);
  if (id === undefined) return { ids, sources: [], last: null };
  const { target } = (await store.get(id)) ?? {};
  return { ids, sources: [], last: target === undefined ? null : { source: target.source, id } };
};

/** Annotations without an address, which are in no index: broken ones. They are counted when they are read. */
export const lostKeys: KeyReader = async (transaction, after) => {
  const store = transaction.objectStore('annotations');
  const found = await store.index('source').count(IDBKeyRange.bound('', [], false, true));
  if (found === (await store.count())) return { ids: [], sources: [], last: null };
  const range = after === null ? null : IDBKeyRange.lowerBound(after.id, true);
  const [keys, records] = await Promise.all([store.getAllKeys(range, RECORDS), store.getAll(range, RECORDS)]);
  const ids = keys.filter((_id, index) => !hasSource(records[index]));
  const id = keys.length < RECORDS ? undefined : keys.at(-1);
  return { ids, sources: [], last: id === undefined ? null : { source: '', id } };
};

/** Articles, with and without annotations. */
export const articleKeys: KeyReader = async (transaction, after) => {
  const range = after === null ? null : IDBKeyRange.lowerBound(after.source, true);
  const sources = await transaction.objectStore('articles').getAllKeys(range, PAGE);
  const source = sources.length < PAGE ? undefined : sources.at(-1);
  return { ids: [], sources, last: source === undefined ? null : { source, id: '' } };
};

/** Articles of which something was decided. */
export const decidedKeys: KeyReader = async (transaction, after) => {
  const range = after === null ? null : IDBKeyRange.lowerBound([after.source, []]);
  const keys = await transaction.objectStore('decisions').getAllKeys(range, PAGE);
  const sources = [...new Set(keys.map(([source]) => source))];
  const source = keys.length < PAGE ? undefined : sources.at(-1);
  return { ids: [], sources, last: source === undefined ? null : { source, id: '' } };
};

/** A few annotations in the order of the file. */
export async function inFileOrder(
  transaction: Transaction<'readonly'>,
  chosen: ReadonlySet<string>,
): Promise<readonly string[]> {
  const store = transaction.objectStore('annotations');
  const records = await Promise.all([...chosen].map((id) => store.get(id)));
  const placed = records.flatMap((record) =>
    record === undefined ? [] : [{ id: record.id, source: hasSource(record) ? record.target.source : '' }],
  );
  return placed.toSorted((a, b) => compared(a.source, b.source) || compared(a.id, b.id)).map(({ id }) => id);
}

/** By code units, as the index has it. */
const compared = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Whatever is in the store is read as such. */
function hasSource(record: unknown): boolean {
  const target: unknown = typeof record === 'object' && record !== null && Reflect.get(record, 'target');
  return typeof target === 'object' && target !== null && typeof Reflect.get(target, 'source') === 'string';
}
