import { absorbPerson } from './absorb-person.ts';
import { aroundPerson, rootOf } from './person-groups.ts';
import type { ReplicaStore } from './replica-store.ts';
import { showPerson, showRecord } from './show-records.ts';
import { shapes } from './shapes/shapes.ts';
import { MET } from './person-aliases.ts';
import { beyondShown, shownParts } from './shown-record.ts';
import type { Parts, SyncDocument, SyncedStore } from './sync-document.ts';
import { deleteDocument, emptyDocument, readParts, writeDocument, type Writer } from './write-document.ts';

/** A record that this machine's reader has changed since it was looked at last. */
export interface LocalChange {
  readonly store: SyncedStore;
  readonly key: SyncDocument['key'];
  /** Whether the reader has deleted it. What is gone without that (a disk has spoilt it, nothing holds it any more) stays on other machines. */
  readonly isGone?: true;
  /** The person that this one was joined to, where that is why it is gone. */
  readonly into?: string;
}

/** Writes into the documents what the reader's records say now. People come first: names are read by who they are. */
export async function absorbChanges(
  replica: ReplicaStore,
  changes: readonly LocalChange[],
  writer: Writer,
): Promise<void> {
  // Who was joined to somebody goes first: what the other has been given is the other's then.
  const people = changes.filter(({ store }) => store === 'people');
  const joinedFirst = people.toSorted(
    (one, other) => Number(other.into !== undefined) - Number(one.into !== undefined),
  );
  for (const change of joinedFirst) await absorbPerson(replica, change, writer);
  for (const change of changes) if (change.store !== 'people') await absorbRecord(replica, change, writer);
  // What the reader has written is seldom anything else than what is shown of it: a time that was set back, a name that is another's.
  for (const { store, key, isGone } of changes) {
    // What is gone without the reader's doing is not brought back by this.
    if (isGone !== true && (await replica.record(store, key)) === undefined) continue;
    if (store === 'people')
      for (const id of await aroundPerson(replica, String(key))) await showPerson(replica, id);
    else {
      const document = await replica.document(store, key);
      if (document !== null) await showRecord(replica, document);
    }
  }
}

async function absorbRecord(
  replica: ReplicaStore,
  { store, key, isGone }: LocalChange,
  writer: Writer,
): Promise<void> {
  const earlier = await replica.document(store, key);
  const record = await replica.record(store, key);
  if (record === undefined) {
    if (earlier !== null && isGone === true) await replica.keep(deleteDocument(earlier));
    return;
  }
  const { partsOf, editedOf, rankOf } = shapes[store];
  const read = partsOf(record);
  // What cannot be read is not passed on, and does not take what the other machines have.
  if (read === null) return;
  const document = earlier ?? emptyDocument({ store, key });
  const wanted = store === 'appearances' ? await nameParts(replica, earlier, read) : read;
  const beyond = beyondShown(document);
  const edit = { shown: shownParts(document), wanted, beyond, edited: editedOf(record), rankOf };
  const written = writeDocument(document, edit, writer);
  if (written !== document) await replica.keep(written);
}

/** A name that means who it meant says so in the old words, also when that person is another's by now. One that is new says who was met. */
async function nameParts(
  replica: ReplicaStore,
  document: SyncDocument | null,
  wanted: Parts,
): Promise<Parts> {
  const now = wanted.fields['person'];
  if (document === null) return { ...wanted, sets: { [MET]: typeof now === 'string' ? [now] : [] } };
  const said = readParts(document).fields['person'];
  if (typeof said !== 'string' || typeof now !== 'string' || said === now) return wanted;
  const isSame = (await rootOf(replica, said)) === (await rootOf(replica, now));
  return isSame ? { ...wanted, fields: { ...wanted.fields, person: said } } : wanted;
}
