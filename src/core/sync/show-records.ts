import { parseAppearance } from '#core/person-record.ts';
import { groupOf, groupParts, rootOf } from './person-groups.ts';
import type { ReplicaStore } from './replica-store.ts';
import { personShape } from './shapes/person-shape.ts';
import { shapes } from './shapes/shapes.ts';
import { quotedArticle, shownRecord } from './shown-record.ts';
import type { SyncDocument } from './sync-document.ts';
import { editedAt, readParts } from './write-document.ts';

/** Makes the reader's record of a document what it stands for. Answers how many records have changed. */
export async function showRecord(replica: ReplicaStore, document: SyncDocument): Promise<number> {
  const { store, key } = document;
  return set(replica, { store, key }, await recordOf(replica, document));
}

async function recordOf(replica: ReplicaStore, document: SyncDocument): Promise<unknown> {
  if (document.store === 'appearances') return nameRecord(replica, document);
  const record = shownRecord(document);
  // One machine's article that is taken out with its passages is another's, in which a passage was kept meanwhile.
  const isLeft = document.store === 'articles' && record === undefined;
  return isLeft && (await replica.isQuoted(String(document.key))) ? quotedArticle(document) : record;
}

async function nameRecord(replica: ReplicaStore, document: SyncDocument): Promise<unknown> {
  const record = shownRecord(document);
  const person = readParts(document).fields['person'];
  if (record === undefined || record === null || typeof person !== 'string') return record;
  return parseAppearance({ ...record, person: await rootOf(replica, person) });
}

/**
 * Writes a record where it says something else than the one that is there; of parts in another form nothing is rewritten. Undefined: it is
 * gone. Null: nobody can say what it is, and what is there stays.
 */
async function set(
  replica: ReplicaStore,
  { store, key }: Pick<SyncDocument, 'store' | 'key'>,
  record: unknown,
): Promise<number> {
  if (record === null) return 0;
  const present = await replica.record(store, key);
  if (record === undefined) {
    if (present === undefined) return 0;
    await replica.remove(store, key);
    return 1;
  }
  const { partsOf, editedOf } = shapes[store];
  const says = (one: unknown): string => JSON.stringify([partsOf(one), editedOf(one)]);
  if (present !== undefined && says(present) === says(record)) return 0;
  await replica.put(store, key, record);
  return 1;
}

/** The same of a person, who may be several. */
export async function showPerson(replica: ReplicaStore, id: string): Promise<number> {
  const group = await groupOf(replica, id);
  const key = { store: 'people', key: id } as const;
  const [first] = group.members;
  if (group.root !== id || first?.key !== id) return set(replica, key, undefined);
  const parts = await groupParts(group, (one) => rootOf(replica, one));
  return set(replica, key, personShape.recordOf(id, parts, editedAt(...group.members)) ?? null);
}

/** Has a name mean who its person is by now. */
export async function pointName(replica: ReplicaStore, key: SyncDocument['key']): Promise<number> {
  const document = await replica.document('appearances', key);
  // Nobody has told the others of it yet: it means whom it means here.
  return document === null ? 0 : showRecord(replica, document);
}
