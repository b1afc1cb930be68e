import type { LocalChange } from '#core/sync/absorb-changes.ts';
import type { SyncedStore } from '#core/sync/sync-document.ts';
import type { Storage } from './database.ts';
import type { Transaction } from './schema.ts';

/** When sync begins, all that there is must be made documents. How far that has come is noted, and nothing else: not each record by name. */
interface Walk {
  readonly store: SyncedStore;
  /** The last key that was; null for none. */
  readonly after: IDBValidKey | null;
}

/** The stores in their order. People first: names are read by who they are. */
export const WALKED = [
  'people', 'appearances', 'articles', 'decisions', 'annotations', 'versions',
] as const satisfies readonly SyncedStore[]; // prettier-ignore

/** Nothing has been looked at. */
export const EVERYTHING: Walk = { store: 'people', after: null };

/** Has every record be made a document, as if the reader had changed it now. Answers how many there are. */
export function noteEverything(storage: Storage): Promise<number> {
  return storage.write([...WALKED, 'sync'], async (transaction) => {
    await transaction.objectStore('sync').put({ key: 'everything', value: EVERYTHING });
    const counts = await Promise.all(WALKED.map((store) => transaction.objectStore(store).count()));
    return counts.reduce((sum, count) => sum + count, 0);
  });
}

/** The next records; null when all were looked at. */
export async function nextOfAll(
  transaction: Transaction<'readwrite'>,
  most: number,
): Promise<readonly LocalChange[] | null> {
  const sync = transaction.objectStore('sync');
  const walk = walkIn((await sync.get('everything'))?.value);
  if (walk === null) return null;
  const { store } = walk;
  const keys: readonly IDBValidKey[] = await transaction.objectStore(store).getAllKeys(restOf(walk), most);
  const last = keys.at(-1);
  const next = WALKED[WALKED.indexOf(store) + 1];
  const then: Walk | null =
    last !== undefined && keys.length === most
      ? { store, after: last }
      : next === undefined
        ? null
        : { store: next, after: null };
  if (then === null) await sync.delete('everything');
  else await sync.put({ key: 'everything', value: then });
  return keys.map((key) => ({ store, key: key as LocalChange['key'] }));
}

/** How many records nobody has looked at. */
export async function countLeft(transaction: Transaction<'readonly'>): Promise<number> {
  const walk = walkIn((await transaction.objectStore('sync').get('everything'))?.value);
  if (walk === null) return 0;
  const later = WALKED.slice(WALKED.indexOf(walk.store) + 1);
  const counts = await Promise.all([
    transaction.objectStore(walk.store).count(restOf(walk)),
    ...later.map((store) => transaction.objectStore(store).count()),
  ]);
  return counts.reduce((sum, count) => sum + count, 0);
}

/** Null: all were. What a disk has spoilt begins anew. */
function walkIn(value: unknown): Walk | null {
  if (value === undefined) return null;
  const { store, after } = (value ?? {}) as Partial<Readonly<Record<keyof Walk, unknown>>>;
  const known = WALKED.find((one) => one === store);
  if (known === undefined) return EVERYTHING;
  const isKey =
    typeof after === 'string' || (Array.isArray(after) && after.every((part) => typeof part === 'string'));
  return { store: known, after: isKey ? after : null };
}

function restOf({ after }: Walk): IDBKeyRange | null {
  return after === null ? null : IDBKeyRange.lowerBound(after, true);
}
