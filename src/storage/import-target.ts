import type { ImportPreview } from '#core/import-preview.ts';
import { erase, write } from './record-change.ts';
import { keyOf } from './record-key.ts';
import type { LoggedStore } from './record-types.ts';
import type { Schema, Transaction } from './schema.ts';

/** Where an import's records go: a library that is changed, or one that is only looked at. */
export interface ImportTarget {
  readonly transaction: Transaction<'readonly'>;
  /** Writes a record that is new or other than `before`, the one that is there; null for none. */
  readonly put: <Store extends LoggedStore>(
    store: Store,
    value: Schema[Store]['value'],
    before: unknown,
  ) => Promise<void>;
  /** A record is there already, with all that the file has of it. */
  readonly know: (store: LoggedStore, key: string) => void;
  /** Takes a record out of the trash: it comes back. */
  readonly untrash: (record: Schema['trash']['value']) => Promise<void>;
  readonly counted: () => ImportPreview;
  /** Which records were put, by store. */
  readonly touched: (store: LoggedStore) => ReadonlySet<string>;
  /** The articles of the annotations that were put. */
  readonly quoted: () => ReadonlySet<string>;
  /** How many records are remembered to be undone. */
  readonly logged: () => number;
}

/** The number of the change under which all is remembered; null: nothing is written. */
export function createImportTarget(
  transaction: Transaction<'readwrite'> | Transaction<'readonly'>,
  change: number | null,
): ImportTarget {
  const writing = change === null ? null : (transaction as Transaction<'readwrite'>);
  const tallies = { added: new Map<string, Set<string>>(), changed: new Map<string, Set<string>>() };
  const known = new Map<string, Set<string>>();
  const items = new Map<string, number>();
  const quoted = new Set<string>();

  const log = async (
    store: LoggedStore,
    key: string | readonly string[],
    before: unknown,
    after: unknown,
  ) => {
    if (writing === null || change === null) return;
    const name = JSON.stringify([store, key]);
    const log = writing.objectStore('changeItems');
    const at = items.get(name);
    // A record that the file has twice is undone as one.
    const first = at === undefined ? undefined : await log.get([change, at]);
    const item = at ?? items.size;
    items.set(name, item);
    await log.put({
      change,
      item,
      store,
      key,
      before: first === undefined ? (before ?? null) : first.before,
      after,
    });
  };
  return {
    transaction: transaction as Transaction<'readonly'>,
    async put(store, value, before) {
      const key = keyOf(store, value);
      const name = String(key);
      const isNew = (before ?? null) === null;
      if (!setOf(tallies.added, store).has(name))
        setOf(isNew ? tallies.added : tallies.changed, store).add(name);
      if ('target' in value) quoted.add(value.target.source);
      await log(store, key, before, value);
      if (writing !== null) await write(writing, store, value);
    },
    know: (store, key) => void setOf(known, store).add(key),
    async untrash(record) {
      await log('trash', record.id, record, null);
      if (writing !== null) await erase(writing, 'trash', record.id);
    },
    counted() {
      const count = (store: LoggedStore) => {
        const [added, changed] = [setOf(tallies.added, store), setOf(tallies.changed, store)];
        const same = [...setOf(known, store)].filter((key) => !added.has(key) && !changed.has(key));
        return { added: added.size, changed: changed.size, known: same.length };
      };
      const others = (['appearances', 'decisions', 'versions'] as const).map(count);
      return {
        annotations: count('annotations'),
        articles: count('articles'),
        people: count('people'),
        others: others.reduce((sum, { added, changed }) => sum + added + changed, 0),
      };
    },
    quoted: () => quoted,
    logged: () => items.size,
    touched: (store) => new Set([...setOf(tallies.added, store), ...setOf(tallies.changed, store)]),
  };
}

function setOf(sets: Map<string, Set<string>>, store: LoggedStore): Set<string> {
  const present = sets.get(store);
  if (present !== undefined) return present;
  const made = new Set<string>();
  sets.set(store, made);
  return made;
}
