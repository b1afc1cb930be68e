import { joinDocuments } from './join-documents.ts';
import { aroundPerson } from './person-groups.ts';
import type { ReplicaStore } from './replica-store.ts';
import { pointName, showPerson, showRecord } from './show-records.ts';
import type { SyncDocument } from './sync-document.ts';

/**
 * Joins what other machines have written into the documents, and makes the reader's records say what these say now. What the reader has
 * changed here must have been absorbed before, in the same transaction. Answers how many records have changed.
 */
export async function takeDocuments(
  replica: ReplicaStore,
  documents: readonly SyncDocument[],
): Promise<number> {
  const people = documents.filter(({ store }) => store === 'people');
  const names = documents.filter(({ store }) => store === 'appearances');
  const others = documents.filter(({ store }) => store !== 'people' && store !== 'appearances');
  let count = await takePeople(replica, people);
  for (const document of [...names, ...others]) {
    const joined = await join(replica, document);
    if (joined !== null) count += await showRecord(replica, joined);
  }
  return count;
}

/** Keeps what both know; null when nothing was new. */
async function join(replica: ReplicaStore, document: SyncDocument): Promise<SyncDocument | null> {
  const earlier = await replica.document(document.store, document.key);
  const joined = earlier === null ? document : joinDocuments(earlier, document);
  if (earlier !== null && JSON.stringify(joined) === JSON.stringify(earlier)) return null;
  await replica.keep(joined);
  return joined;
}

async function takePeople(replica: ReplicaStore, documents: readonly SyncDocument[]): Promise<number> {
  const touched = new Set<string>();
  const around = async (id: string): Promise<void> => {
    for (const one of await aroundPerson(replica, id)) touched.add(one);
  };
  // Who was one before, and who is now: both may have changed.
  for (const { key } of documents) await around(String(key));
  let isNew = false;
  for (const document of documents) isNew = (await join(replica, document)) !== null || isNew;
  if (!isNew) return 0;
  for (const { key } of documents) await around(String(key));
  const before = new Map<string, readonly SyncDocument['key'][]>();
  for (const id of touched) before.set(id, await replica.namesOf(id));
  let count = 0;
  for (const id of touched) count += await showPerson(replica, id);
  for (const keys of before.values()) for (const key of keys) count += await pointName(replica, key);
  return count;
}
