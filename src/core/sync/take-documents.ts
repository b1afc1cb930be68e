import { isThere, joinDocuments } from './join-documents.ts';
import { metIn } from './person-aliases.ts';
import { aroundPerson } from './person-groups.ts';
import type { ReplicaStore } from './replica-store.ts';
import { pointName, showPerson, showRecord } from './show-records.ts';
import { keyText, type SyncDocument } from './sync-document.ts';

/**
 * Joins what other machines have written into the documents, and makes the reader's records say what these say now. What the reader has
 * changed here must have been absorbed before, in the same transaction. Answers how many records have changed.
 */
export async function takeDocuments(
  replica: ReplicaStore,
  documents: readonly SyncDocument[],
): Promise<number> {
  const isOfPeople = ({ store }: SyncDocument): boolean => store === 'people' || store === 'appearances';
  let count = await takePeople(replica, documents.filter(isOfPeople));
  const others = documents.filter((one) => !isOfPeople(one));
  // An article is shown by whether passages of it are.
  const articlesLast = others.toSorted(
    (one, other) => Number(one.store === 'articles') - Number(other.store === 'articles'),
  );
  for (const document of articlesLast) {
    const joined = await join(replica, document);
    if (joined === null) continue;
    count += await showRecord(replica, joined);
    if (joined.store === 'annotations' && isThere(joined)) count += await showBeside(replica, joined);
  }
  return count;
}

/** A passage that comes back has its article and its versions again, which this machine may have forgotten with it. */
async function showBeside(replica: ReplicaStore, { key, fields }: SyncDocument): Promise<number> {
  const { source } = (fields['passage']?.value ?? {}) as { readonly source?: unknown };
  const article = typeof source === 'string' ? await replica.document('articles', source) : null;
  const versions = typeof key === 'string' ? await replica.versionsOf(key) : [];
  let count = 0;
  for (const one of article === null ? versions : [article, ...versions])
    if ((await replica.record(one.store, one.key)) === undefined) count += await showRecord(replica, one);
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

/** People and the names that mean them: whom a name was met as says who is one. */
async function takePeople(replica: ReplicaStore, documents: readonly SyncDocument[]): Promise<number> {
  const touched = new Set<string>();
  const around = async (ids: Iterable<string>): Promise<void> => {
    for (const id of ids) for (const one of await aroundPerson(replica, id)) touched.add(one);
  };
  const ids = new Set(documents.flatMap((one) => (one.store === 'people' ? [String(one.key)] : metIn(one))));
  // Who was one before, and who is now: both may have changed.
  await around(ids);
  const news = new Map<string, SyncDocument>();
  for (const document of documents) {
    const joined = await join(replica, document);
    if (joined === null) continue;
    news.set(keyText(joined), joined);
    for (const id of metIn(joined)) ids.add(id);
  }
  if (news.size === 0) return 0;
  await around(ids);
  const names = new Map<string, SyncDocument['key']>();
  for (const id of touched)
    for (const key of await replica.namesOf(id)) names.set(keyText({ store: 'appearances', key }), key);
  let count = 0;
  for (const id of touched) count += await showPerson(replica, id);
  for (const joined of news.values()) {
    names.delete(keyText(joined));
    if (joined.store === 'appearances') count += await showRecord(replica, joined);
  }
  for (const key of names.values()) count += await pointName(replica, key);
  return count;
}
