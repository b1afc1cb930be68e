import type { LocalChange } from './absorb-changes.ts';
import { INTO } from './person-aliases.ts';
import { groupOf, groupParts, rootOf, type PersonGroup } from './person-groups.ts';
import type { ReplicaStore } from './replica-store.ts';
import { beyondFitting } from './shown-record.ts';
import { countWrites } from './stamp.ts';
import { personShape } from './shapes/person-shape.ts';
import type { Json, Parts, SyncDocument } from './sync-document.ts';
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

/** Writes into the documents of people what the reader's record of one says now. */
export async function absorbPerson(
  replica: ReplicaStore,
  { key, isGone, into }: LocalChange,
  writer: Writer,
): Promise<void> {
  const id = String(key);
  const record = await replica.record('people', id);
  const own = (await replica.person(id)) ?? emptyDocument({ store: 'people', key: id });
  const group = await groupOf(replica, id);
  if (record === undefined && into !== undefined) {
    // All that it had is the other's from now on.
    const { name = '', created = '' } = readParts(own).fields;
    const wanted: Parts = { ...asNobody(own), fields: { name, created, [INTO]: into } };
    await write(replica, own, { wanted, edited: null }, writer);
    await sayOfOthers(replica, { own, group, into }, writer);
    return;
  }
  const isRoot = group.root === id;
  if (record === undefined) {
    if (isRoot && isGone === true)
      for (const member of group.members) await replica.keep(deleteDocument(member));
    return;
  }
  const wanted = personShape.partsOf(record);
  if (wanted === null) return;
  // Nobody has written it yet, or it was another's: then it stands for itself.
  const alone: PersonGroup = { root: id, members: [own], same: [own] };
  const shownAs = isRoot && group.members.length > 0 ? group : alone;
  await absorbGroup(replica, { own, group: shownAs, wanted, edited: personShape.editedOf(record) }, writer);
  await sayOfOthers(replica, { own, group, into: null }, writer);
}

/** The same of the person's other ids where they say whom they were joined to: the last word is of all of them. */
async function sayOfOthers(
  replica: ReplicaStore,
  {
    own,
    group,
    into,
  }: { readonly own: SyncDocument; readonly group: PersonGroup; readonly into: string | null },
  writer: Writer,
): Promise<void> {
  const ids = new Set(group.same.map(({ key }) => key));
  const isAlias = (one: Json): boolean => typeof one === 'string' && ids.has(one);
  if (!ids.has(own.key)) return;
  for (const other of group.same) {
    const before = other.fields[INTO]?.value;
    // That two ids are one stays said.
    if (other.key === own.key || before === undefined || isAlias(before)) continue;
    const said = readParts(other);
    await write(
      replica,
      other,
      { wanted: { ...said, fields: { ...said.fields, [INTO]: into } }, edited: null },
      writer,
    );
  }
}

interface GroupEdit {
  readonly own: SyncDocument;
  readonly group: PersonGroup;
  readonly wanted: Parts;
  readonly edited: number | null;
}

/** What the reader has changed of a person who may be several: what is dropped is dropped of all, a new note is the root's alone. */
async function absorbGroup(
  replica: ReplicaStore,
  { own, group, wanted, edited }: GroupEdit,
  writer: Writer,
): Promise<void> {
  const rootNow = (id: string): Promise<string> => rootOf(replica, id);
  const parts = await groupParts(group, rootNow);
  const beyond = beyondFitting('people', parts);
  const shown =
    personShape.partsOf(personShape.recordOf(own.key, parts, Math.max(0, editedAt(own)))) ?? NOTHING;
  const isNoted = JSON.stringify(shown.texts) !== JSON.stringify(wanted.texts);
  const stay = { ...wanted.sets };
  for (const [name, left] of Object.entries(beyond.sets)) stay[name] = [...(stay[name] ?? []), ...left];
  let beside = 0;
  const held: Record<string, Set<string>> = {};
  for (const other of group.members.filter(({ key }) => key !== own.key)) {
    const left = await without(other, stay, rootNow);
    for (const [name, { now }] of Object.entries(left))
      for (const one of now) (held[name] ??= new Set()).add(one);
    const sets = Object.fromEntries(Object.entries(left).map(([name, { raw }]) => [name, raw]));
    const { fields, texts } = readParts(other);
    const next = { wanted: { fields, sets, texts: isNoted ? [] : texts }, edited: null };
    beside += countWrites((await write(replica, other, next, writer)).writes);
  }
  const kept = await without(own, stay, rootNow);
  const sets: Record<string, readonly string[]> = {};
  for (const [name, all] of Object.entries(wanted.sets)) {
    const there = new Set([...(held[name] ?? []), ...(kept[name]?.now ?? [])]);
    sets[name] = [...(kept[name]?.raw ?? []), ...all.filter((one) => !there.has(one))];
  }
  const texts = isNoted ? wanted.texts : readParts(own).texts;
  const next = { wanted: { fields: fieldsOf(own, shown, wanted), sets, texts }, edited, beside };
  await write(
    replica,
    own,
    isNoted ? { ...next, beyond: { ...NOTHING, texts: beyond.texts } } : next,
    writer,
  );
}

/** What the reader has not changed is written as it was: the name that is shown may be one that another machine has given. */
function fieldsOf(own: SyncDocument, shown: Parts, wanted: Parts): Parts['fields'] {
  const before = readParts(own).fields;
  const fields: Record<string, Json> = {};
  for (const [name, value] of Object.entries(wanted.fields))
    fields[name] =
      JSON.stringify(shown.fields[name]) === JSON.stringify(value) ? (before[name] ?? value) : value;
  return INTO in before ? { ...fields, [INTO]: null } : fields;
}

/** The sets of one of a group with nothing in them that does not stay: as they were written, and as they read now. */
async function without(
  document: SyncDocument,
  stay: Parts['sets'],
  rootNow: (id: string) => Promise<string>,
): Promise<Readonly<Record<string, { readonly raw: readonly string[]; readonly now: readonly string[] }>>> {
  const sets: Record<string, { readonly raw: readonly string[]; readonly now: readonly string[] }> = {};
  for (const [name, members] of Object.entries(readParts(document).sets)) {
    const now: string[] = [];
    for (const one of members) now.push(name === 'apart' ? await rootNow(one) : one);
    const all = new Set(stay[name]);
    const left = members.map((raw, at) => ({ raw, now: now[at] ?? raw })).filter((one) => all.has(one.now));
    sets[name] = { raw: left.map(({ raw }) => raw), now: left.map((one) => one.now) };
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
  edit: Pick<Edit, 'wanted' | 'edited' | 'beside' | 'beyond'>,
  writer: Writer,
): Promise<SyncDocument> {
  const { rankOf } = personShape;
  const written = writeDocument(document, { ...edit, shown: readParts(document), rankOf }, writer);
  if (written !== document) await replica.keep(written);
  return written;
}
