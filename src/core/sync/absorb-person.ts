import { groupOf, groupParts, INTO, rootOf } from './person-groups.ts';
import type { ReplicaStore } from './replica-store.ts';
import { countWrites } from './stamp.ts';
import { personShape } from './shapes/person-shape.ts';
import type { Parts, SyncDocument } from './sync-document.ts';
import {
  deleteDocument,
  editedAt,
  emptyDocument,
  NOTHING,
  readParts,
  writeDocument,
  type Edit,
  type Writer,
} from './write-document.ts';

/**
 * Writes into the documents of people what the reader's record of one says now. `into` is whom it was joined to, where that is why it is
 * gone.
 */
export async function absorbPerson(
  replica: ReplicaStore,
  id: string,
  into: string | undefined,
  writer: Writer,
): Promise<void> {
  const record = await replica.record('people', id);
  const own = (await replica.person(id)) ?? emptyDocument({ store: 'people', key: id });
  if (record === undefined && into !== undefined) {
    // All that it had is the other's from now on.
    const { name = '', created = '' } = readParts(own).fields;
    const wanted: Parts = { ...asNobody(own), fields: { name, created, [INTO]: into } };
    await write(replica, own, { wanted, edited: null }, writer);
    return;
  }
  const isRoot = (await rootOf(replica, id)) === id;
  const { members } = await groupOf(replica, id);
  if (record === undefined) {
    if (isRoot) for (const member of members) await replica.keep(deleteDocument(member));
    return;
  }
  const wanted = personShape.partsOf(record);
  if (wanted === null) return;
  const others = isRoot ? members.filter((one) => one.key !== id) : [];
  await absorbGroup(replica, { own, others, wanted, edited: personShape.editedOf(record) }, writer);
}

interface GroupEdit {
  readonly own: SyncDocument;
  readonly others: readonly SyncDocument[];
  readonly wanted: Parts;
  readonly edited: number | null;
}

/** What the reader has changed of a person who may be several: what is dropped is dropped of all, a new note is the root's alone. */
async function absorbGroup(
  replica: ReplicaStore,
  { own, others, wanted, edited }: GroupEdit,
  writer: Writer,
): Promise<void> {
  const rootNow = (id: string): Promise<string> => rootOf(replica, id);
  const group = { root: String(own.key), members: [own, ...others] };
  const parts = await groupParts(group, rootNow);
  const shown =
    personShape.partsOf(personShape.recordOf(own.key, parts, Math.max(0, editedAt(own)))) ?? NOTHING;
  const isNoted = JSON.stringify(shown.texts) !== JSON.stringify(wanted.texts);
  let beside = 0;
  const held: Record<string, Set<string>> = {};
  for (const other of others) {
    const left = await without(other, wanted, rootNow);
    for (const [name, { now }] of Object.entries(left))
      for (const one of now) (held[name] ??= new Set()).add(one);
    const sets = Object.fromEntries(Object.entries(left).map(([name, { raw }]) => [name, raw]));
    const { fields, texts } = readParts(other);
    const next = { wanted: { fields, sets, texts: isNoted ? [] : texts }, edited: null };
    beside += countWrites((await write(replica, other, next, writer)).writes);
  }
  const kept = await without(own, wanted, rootNow);
  const sets: Record<string, readonly string[]> = {};
  for (const [name, all] of Object.entries(wanted.sets)) {
    const there = new Set([...(held[name] ?? []), ...(kept[name]?.now ?? [])]);
    sets[name] = [...(kept[name]?.raw ?? []), ...all.filter((one) => !there.has(one))];
  }
  const texts = isNoted ? wanted.texts : readParts(own).texts;
  const fields = { ...wanted.fields, [INTO]: null };
  await write(replica, own, { wanted: { fields, sets, texts }, edited, beside }, writer);
}

/** The sets of one of a group with nothing in them that the reader does not want any more: as they were written, and as they read now. */
async function without(
  document: SyncDocument,
  wanted: Parts,
  rootNow: (id: string) => Promise<string>,
): Promise<Readonly<Record<string, { readonly raw: readonly string[]; readonly now: readonly string[] }>>> {
  const sets: Record<string, { readonly raw: readonly string[]; readonly now: readonly string[] }> = {};
  for (const [name, members] of Object.entries(readParts(document).sets)) {
    const now = name === 'apart' ? await Promise.all(members.map(rootNow)) : members;
    const all = new Set(wanted.sets[name]);
    const stay = members.map((raw, at) => ({ raw, now: now[at] ?? raw })).filter((one) => all.has(one.now));
    sets[name] = { raw: stay.map(({ raw }) => raw), now: stay.map((one) => one.now) };
  }
  return sets;
}

function asNobody(document: SyncDocument): Parts {
  const sets = Object.keys(document.sets).map((name) => [name, []] as const);
  return { fields: {}, sets: Object.fromEntries(sets), texts: [] };
}

async function write(
  replica: ReplicaStore,
  document: SyncDocument,
  edit: Pick<Edit, 'wanted' | 'edited' | 'beside'>,
  writer: Writer,
): Promise<SyncDocument> {
  const { rankOf } = personShape;
  const written = writeDocument(document, { ...edit, shown: readParts(document), rankOf }, writer);
  if (written !== document) await replica.keep(written);
  return written;
}
