import { parseAnnotation } from '#core/annotation-guard.ts';
import { parseAppearance, parsePersonRecord } from '#core/person-record.ts';
import { INTO, metIn } from '#core/sync/person-aliases.ts';
import type { ReplicaStore } from '#core/sync/replica-store.ts';
import { shapes } from '#core/sync/shapes/shapes.ts';
import { keyText, type SyncDocument, type SyncedStore } from '#core/sync/sync-document.ts';
import { parseKeptDocument } from '#core/sync/sync-document-guard.ts';
import { appearancesIn } from './appearances-in.ts';
import { filedUnder, notTheReaders } from './journal.ts';
import { erase, refreshIndex, write } from './record-change.ts';
import type { ChangeItem } from './record-types.ts';
import { replicaRows, type ReplicaRows } from './replica-rows.ts';
import type { ReplicaRecord, StoreName, Transaction } from './schema.ts';

/** What joining may touch: the reader's records, what is found by them, and what is known of who wrote what. */
export const JOINED_STORES: StoreName[] = [
  'articles', 'annotations', 'held', 'trash', 'people', 'appearances', 'tallies', 'documents', 'decisions', 'versions', 'journal', 'replica', 'sync', 'aside',
]; // prettier-ignore

/** What is sent first has come when what needs it comes: who is quoted, before what quotes them. */
const WAITING: Readonly<Record<SyncedStore, number>> = {
  people: 1,
  appearances: 1.1,
  articles: 1.2,
  decisions: 1.3,
  annotations: 1.4,
  versions: 1.5,
};

/** The record of a document that the server has not. */
export function waitingRecord(document: SyncDocument, rev: string | null): ReplicaRecord {
  const into = document.store === 'people' ? document.fields[INTO]?.value : null;
  const met = metIn(document);
  return {
    name: keyText(document),
    document,
    rev,
    waiting: WAITING[document.store],
    ...(typeof into === 'string' ? { into } : {}),
    ...(met.length > 0 ? { met } : {}),
  };
}

export interface Joining {
  readonly store: ReplicaStore;
  readonly rows: ReplicaRows;
  /** Asks at once for what will be needed of these. */
  readonly ahead: (keys: readonly Pick<SyncDocument, 'store' | 'key'>[]) => void;
  /** How many of the reader's records that were there have been rewritten, or are gone. */
  readonly rewritten: () => number;
  /** Has the lists and the index hold what has changed: the last work. */
  readonly settle: () => Promise<void>;
}

type Item = Omit<ChangeItem, 'change' | 'item'>;

/** The stores as joining sees them. What it puts among the reader's records is no deed of the reader's: the journal does not hear of it. */
export function joiningIn(transaction: Transaction<'readwrite'>): Joining {
  notTheReaders(transaction);
  const items = new Map<string, Item>();
  const replica = transaction.objectStore('replica');
  const rows = replicaRows(transaction);
  const records = new Map<string, Promise<unknown>>();
  const aliases = new Map<string, Promise<readonly string[]>>();
  const documentOf = async (name: string): Promise<SyncDocument | null> => {
    const document = parseKeptDocument((await rows.get(name))?.document);
    // One that a disk has made another record's is none.
    return document !== null && keyText(document) === name ? document : null;
  };
  const read = (store: SyncedStore, key: SyncDocument['key']): Promise<unknown> => {
    const name = keyText({ store, key });
    const found = records.get(name) ?? transaction.objectStore(store).get(key as string);
    records.set(name, found);
    return found;
  };
  const writing = new Map<string, Promise<unknown>>();
  /** Has a record written: nobody waits for it but who writes the same once more, and who has all settled. */
  const begin = (name: string, work: Promise<unknown>): void => {
    writing.set(name, work);
    work.then(() => writing.delete(name), ignore);
  };
  const note = async (store: SyncedStore, key: SyncDocument['key'], after: unknown): Promise<void> => {
    const name = keyText({ store, key });
    const earlier = items.get(name);
    const before = earlier === undefined ? ((await read(store, key)) ?? null) : earlier.before;
    items.set(name, { store, key, before, after });
  };
  const store: ReplicaStore = {
    document: (of, key) => documentOf(keyText({ store: of, key })),
    keep: async (next) => {
      if (metIn(next).length > 0) aliases.clear();
      const present = await rows.get(keyText(next));
      rows.put(waitingRecord(next, present?.rev ?? null));
    },
    record: read,
    put: async (of, key, record) => {
      const name = keyText({ store: of, key });
      await writing.get(name);
      await note(of, key, record);
      await keepBroken(transaction, { store: of, key }, items.get(name)?.before);
      records.set(name, Promise.resolve(record));
      // What another machine has brought back lies in the trash no more.
      const erased = of === 'annotations' ? erase(transaction, 'trash', key) : null;
      begin(name, Promise.all([write(transaction, of, record), erased]));
    },
    remove: async (of, key) => {
      const name = keyText({ store: of, key });
      await writing.get(name);
      await note(of, key, null);
      await throwAway(transaction, of, key);
      records.delete(name);
    },
    person: (id) => documentOf(keyText({ store: 'people', key: id })),
    saidToBe: async (id) => {
      rows.write('people');
      return (await replica.index('into').getAll(id))
        .flatMap(({ name }) => filedUnder(name)?.key ?? [])
        .map(String);
    },
    metAs: (id) => {
      rows.write('appearances');
      const known = aliases.get(id) ?? metWith(transaction, id);
      aliases.set(id, known);
      return known;
    },
    versionsOf: async (annotation) => {
      rows.write('versions');
      const first = keyText({ store: 'versions', key: [annotation, ''] }).slice(0, -3);
      const found = await replica.getAll(IDBKeyRange.bound(first, `${first}\uffff`));
      return found.map(({ document }) => parseKeptDocument(document)).filter((one) => one !== null);
    },
    isQuoted: async (source) =>
      (await transaction.objectStore('annotations').index('source').getKey(source)) !== undefined,
    namesOf: async (id) =>
      (await appearancesIn(transaction, id)).map(({ source, key }) => [source, key] as const),
  };
  return {
    store,
    rows,
    ahead: (keys) => {
      for (const one of keys)
        for (const asked of [rows.get(keyText(one)), read(one.store, one.key)]) asked.catch(ignore);
    },
    rewritten: () => [...items.values()].filter(({ before }) => before !== null).length,
    settle: async () => {
      rows.write();
      await Promise.all(writing.values());
      await refreshIndex(transaction, [...items.values(), ...(await namesOfChanged(transaction, items))]);
    },
  };
}

function ignore(): void {
  // Who needs it is told.
}

async function metWith(transaction: Transaction<'readwrite'>, id: string): Promise<readonly string[]> {
  const names = await transaction.objectStore('replica').index('met').getAll(id);
  const all = new Set(names.flatMap(({ met = [] }) => met));
  all.delete(id);
  return [...all];
}

/** What another machine has deleted lies in this one's trash, too. */
async function throwAway(
  transaction: Transaction<'readwrite'>,
  store: SyncedStore,
  key: SyncDocument['key'],
): Promise<void> {
  if (store === 'annotations') {
    const annotation = parseAnnotation(await transaction.objectStore('annotations').get(key as string));
    // One that a disk has spoilt stays for the reader to take out.
    if (annotation === null) return;
    const deleted = new Date().toISOString();
    await write(transaction, 'trash', { id: key, source: annotation.target.source, deleted, annotation });
  }
  await erase(transaction, store, key);
}

/** What a disk has spoilt is put aside before what another machine knows of it takes its place. */
async function keepBroken(
  transaction: Transaction<'readwrite'>,
  { store, key }: Pick<SyncDocument, 'store' | 'key'>,
  before: unknown,
): Promise<void> {
  if (before === null || before === undefined || shapes[store].partsOf(before) !== null) return;
  const found = new Date().toISOString();
  const name = typeof key === 'string' ? key : JSON.stringify(key);
  await transaction.objectStore('aside').put({ store, key: name, found, record: before });
}

/** Where people are named who have come after that, or are shown by another name: what quotes them is found by them, and by it. */
async function namesOfChanged(
  transaction: Transaction<'readwrite'>,
  items: ReadonlyMap<string, Item>,
): Promise<readonly Item[]> {
  const names = [...items.values()].map(async ({ store, key, before, after }): Promise<readonly Item[]> => {
    // Whom a name means, or meant, is listed by where he or she is named.
    if (store === 'appearances')
      return [before, after]
        .flatMap((one) => parseAppearance(one)?.person ?? [])
        .map((id) => ({ store: 'people', key: id, before: null, after: null }));
    if (store !== 'people' || after === null) return [];
    if (parsePersonRecord(before)?.name === parsePersonRecord(after)?.name) return [];
    return (await appearancesIn(transaction, String(key))).map((name) => ({
      store: 'appearances',
      key: [name.source, name.key],
      before: name,
      after: name,
    }));
  });
  return (await Promise.all(names)).flat();
}
