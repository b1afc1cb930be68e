import { absorbChanges } from '#core/sync/absorb-changes.ts';
import { INTO } from '#core/sync/person-aliases.ts';
import type { ReplicaStore } from '#core/sync/replica-store.ts';
import { keyText, type SyncDocument } from '#core/sync/sync-document.ts';
import { parseSyncDocument } from '#core/sync/sync-document-guard.ts';
import { takeDocuments } from '#core/sync/take-documents.ts';
import type { Writer } from '#core/sync/write-document.ts';
import { appearancesIn } from './appearances-in.ts';
import type { Storage } from './database.ts';
import { erase, refreshIndex, write } from './record-change.ts';
import type { ChangeItem } from './record-types.ts';
import type { ReplicaRecord, StoreName, Transaction } from './schema.ts';

/** What joining may touch: the reader's records, what is found by them, and what is known of who wrote what. */
const STORES: StoreName[] = [
  'articles', 'annotations', 'held', 'trash', 'people', 'appearances', 'tallies', 'documents', 'decisions', 'versions', 'journal', 'replica',
]; // prettier-ignore

/** A document that another machine has written, and the server's revision of it. */
export interface CameDocument {
  readonly document: SyncDocument;
  /** The revision that the next one comes of: the leaf that the server shows. */
  readonly leaf: string;
}

interface Joining {
  readonly store: ReplicaStore;
  readonly items: Map<string, Omit<ChangeItem, 'change' | 'item'>>;
}

/** The stores as joining sees them. What it puts among the reader's records is no deed of the reader's: the journal does not hear of it. */
function joiningIn(transaction: Transaction<'readwrite'>): Joining {
  const items: Joining['items'] = new Map();
  const replica = transaction.objectStore('replica');
  const document = async (key: Pick<SyncDocument, 'store' | 'key'>): Promise<SyncDocument | null> =>
    parseSyncDocument((await replica.get(keyText(key)))?.document);
  const read = (store: SyncDocument['store'], key: SyncDocument['key']): Promise<unknown> =>
    transaction.objectStore(store).get(key as string);
  const note = async (
    store: SyncDocument['store'],
    key: SyncDocument['key'],
    after: unknown,
  ): Promise<void> => {
    const name = keyText({ store, key });
    const before = items.get(name)?.before ?? (await read(store, key)) ?? null;
    items.set(name, { store, key, before, after });
  };
  const store: ReplicaStore = {
    document: (of, key) => document({ store: of, key }),
    keep: async (next) => {
      const present = await replica.get(keyText(next));
      const into = next.store === 'people' ? next.fields[INTO]?.value : null;
      await replica.put({
        name: keyText(next),
        document: next,
        rev: present?.rev ?? null,
        waiting: 1,
        ...(typeof into === 'string' ? { into } : {}),
      });
    },
    record: read,
    put: async (of, key, record) => {
      await note(of, key, record);
      await write(transaction, of, record);
    },
    remove: async (of, key) => {
      await note(of, key, null);
      await throwAway(transaction, of, key);
    },
    person: (id) => document({ store: 'people', key: id }),
    saidToBe: async (id) => (await replica.index('into').getAll(id)).map((one) => String(one.document.key)),
    namesOf: async (id) =>
      (await appearancesIn(transaction, id)).map(({ source, key }) => [source, key] as const),
  };
  return { store, items };
}

/** What another machine has deleted lies in this one's trash, too. */
async function throwAway(
  transaction: Transaction<'readwrite'>,
  store: SyncDocument['store'],
  key: SyncDocument['key'],
): Promise<void> {
  if (store === 'annotations') {
    const annotation = await transaction.objectStore('annotations').get(key as string);
    const deleted = new Date().toISOString();
    if (annotation !== undefined)
      await write(transaction, 'trash', { id: key, source: annotation.target.source, deleted, annotation });
  }
  await erase(transaction, store, key);
}

/** Makes documents of what the reader has changed since the last time. Answers how many wait to be sent. */
export function absorbJournal(storage: Storage, writer: Writer): Promise<number> {
  return storage.write(STORES, async (transaction) => {
    await absorbIn(transaction, writer);
    return transaction.objectStore('replica').index('waiting').count();
  });
}

async function absorbIn(transaction: Transaction<'readwrite'>, writer: Writer): Promise<void> {
  const journal = transaction.objectStore('journal');
  const changes = await journal.getAll();
  if (changes.length === 0) return;
  const { store, items } = joiningIn(transaction);
  await absorbChanges(
    store,
    changes.map(({ change }) => change),
    writer,
  );
  await refreshIndex(transaction, [...items.values()]);
  await journal.clear();
}

/**
 * Joins what came from other machines, in one transaction, after what the reader has changed here meanwhile. Answers how many of the
 * reader's records have changed. When `weigh` throws at how many that were there would be rewritten or go, nothing is taken. Of several revisions of one document the one that the server shows comes last.
 */
export function takeIntoStorage(
  storage: Storage,
  came: readonly CameDocument[],
  writer: Writer,
  weigh: (rewritten: number, all: number) => void,
): Promise<number> {
  return storage.write(STORES, async (transaction) => {
    await absorbIn(transaction, writer);
    const { store, items } = joiningIn(transaction);
    const count = await takeDocuments(
      store,
      came.map(({ document }) => document),
    );
    const all = await transaction.objectStore('replica').count();
    weigh([...items.values()].filter(({ before }) => before !== null).length, all);
    // What the server has, and what it has not: the join of both, where each knew something.
    const replica = transaction.objectStore('replica');
    for (const { document, leaf } of came) {
      const present = await replica.get(keyText(document));
      if (present !== undefined) await replica.put(withRevision(present, document, leaf));
    }
    await refreshIndex(transaction, [...items.values()]);
    // Joining has put records, which is no deed of the reader's.
    await transaction.objectStore('journal').clear();
    return count;
  });
}

function withRevision(present: ReplicaRecord, given: SyncDocument, rev: string): ReplicaRecord {
  const { waiting: _, ...rest } = present;
  const isSame = JSON.stringify(present.document) === JSON.stringify(given);
  return { ...rest, rev, ...(isSame ? {} : { waiting: 1 }) };
}

/** Documents that the server has not as they are here, at most so many. */
export function waitingDocuments(storage: Storage, limit: number): Promise<readonly ReplicaRecord[]> {
  return storage.read(['replica'], (transaction) =>
    transaction.objectStore('replica').index('waiting').getAll(null, limit),
  );
}

/** Notes that the server has these as they were given; what was changed since waits on. */
export function noteSent(
  storage: Storage,
  given: readonly { readonly document: SyncDocument; readonly next: string }[],
): Promise<void> {
  return storage.write(['replica'], async (transaction) => {
    const replica = transaction.objectStore('replica');
    for (const { document, next } of given) {
      const present = await replica.get(keyText(document));
      if (present !== undefined) await replica.put(withRevision(present, document, next));
    }
  });
}

/** Notes every record, as if the reader had changed it now: when sync begins, all that there is must be sent. */
export function noteEverything(storage: Storage): Promise<number> {
  return storage.write(STORES, async (transaction) => {
    const journal = transaction.objectStore('journal');
    let count = 0;
    for (const store of [
      'annotations',
      'articles',
      'people',
      'appearances',
      'decisions',
      'versions',
    ] as const) {
      const keys = await transaction.objectStore(store).getAllKeys();
      for (const key of keys) await journal.put({ name: keyText({ store, key }), change: { store, key } });
      count += keys.length;
    }
    return count;
  });
}
