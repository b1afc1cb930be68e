import type { Storage } from './database.ts';
import type { ChangeItem, ChangeRecord } from './record-types.ts';

/** So many remembered records are dropped, or read through, at once: few enough for a disk that is full. */
const STEP = 250;

/** All that a change remembers, from one of its items on. */
function itemsFrom(change: number, item = 0): IDBKeyRange {
  return IDBKeyRange.bound([change, item], [change, []]);
}

/**
 * Forgets changes and what they remember, a few hundred records at a time: also when the disk is full. Killed half-way, a change that
 * is left has nothing to take back; it is forgotten the next time.
 */
export async function forgetChanges(storage: Storage, changes: readonly ChangeRecord[]): Promise<void> {
  let together: number[] = [];
  let size = 0;
  const drop = async (): Promise<void> => {
    const numbers = together;
    [together, size] = [[], 0];
    if (numbers.length === 0) return;
    await storage.write(
      ['changes', 'changeItems'],
      async (transaction) => {
        for (const number of numbers) {
          await transaction.objectStore('changeItems').delete(itemsFrom(number));
          await transaction.objectStore('changes').delete(number);
        }
      },
      'little',
    );
  };
  for (const { number = -1, count } of changes) {
    for (let from = 0; from + STEP < count; from += STEP) {
      const part = IDBKeyRange.bound([number, from], [number, from + STEP], false, true);
      const store = ['changeItems'] as const;
      await storage.write(
        [...store],
        (transaction) => transaction.objectStore('changeItems').delete(part),
        'little',
      );
    }
    together.push(number);
    size += Math.min(count, STEP);
    if (size >= STEP) await drop();
  }
  await drop();
}

/**
 * What is deleted for good is not to be found in what can be undone either: changes that were about it alone go with it, and of those
 * about many the part that remembers it.
 * @param gone ids of annotations
 */
export async function forgetInChanges(storage: Storage, gone: ReadonlySet<string>): Promise<void> {
  if (gone.size === 0) return;
  const changes = await storage.read(['changes'], (transaction) =>
    transaction.objectStore('changes').getAll(),
  );
  await forgetChanges(
    storage,
    changes.filter(({ about }) => about !== null && gone.has(about)),
  );
  for (const change of changes) if (change.about === null) await forgetItems(storage, change, gone);
}

async function forgetItems(storage: Storage, change: ChangeRecord, gone: ReadonlySet<string>): Promise<void> {
  const { number = -1 } = change;
  let [from, kept, dropped] = [0, 0, 0];
  for (;;) {
    const range = itemsFrom(number, from);
    const items = await storage.read(['changeItems'], (transaction) =>
      transaction.objectStore('changeItems').getAll(range, STEP),
    );
    const meant = items.filter((item) => isAbout(item, gone));
    kept += items.length - meant.length;
    dropped += meant.length;
    const keys = meant.map(({ item }): [number, number] => [number, item]);
    if (keys.length > 0) {
      await storage.write(
        ['changeItems'],
        async (transaction) => {
          for (const key of keys) await transaction.objectStore('changeItems').delete(key);
        },
        'little',
      );
    }
    from = (items.at(-1)?.item ?? 0) + 1;
    if (items.length < STEP) break;
  }
  if (dropped === 0) return;
  if (kept === 0) return forgetChanges(storage, [change]);
  await storage.write(
    ['changes'],
    async (transaction) => {
      const store = transaction.objectStore('changes');
      const now = await store.get(number);
      if (now !== undefined) await store.put({ ...now, count: kept });
    },
    'little',
  );
}

function isAbout({ store, key }: ChangeItem, gone: ReadonlySet<string>): boolean {
  if (store === 'annotations' || store === 'trash') return typeof key === 'string' && gone.has(key);
  return store === 'versions' && typeof key !== 'string' && gone.has(key[0] ?? '');
}
