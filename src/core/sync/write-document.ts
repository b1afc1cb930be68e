import { forgetting, isThere } from './join-documents.ts';
import { membersIn, withinLimit } from './set-members.ts';
import { countWrites, coverOf, inOrder, joinCovered, lastWritten, type Stamp } from './stamp.ts';
import type { Json, Member, Parts, Register, SyncDocument, Texts } from './sync-document.ts';

/** Who writes, and when. */
export interface Writer {
  /** The replica's id. */
  readonly replica: string;
  /** ms since 1970, by this machine's clock, which may be wrong by hours. */
  readonly now: number;
}

/** What is to stand in place of what a document shows. */
export interface Edit {
  readonly shown: Parts;
  readonly wanted: Parts;
  /** What the document says beyond what a record can hold: it was not seen, and stays. */
  readonly beyond?: Parts;
  /** What the record gives as the time of its last edit, ms since 1970; null where it gives none. */
  readonly edited: number | null;
  /** How many writes of others are shown with this document's as one. */
  readonly beside?: number;
  /** A value of a higher rank stands, whenever it was written. Without it all have 0. */
  readonly rankOf?: ((name: string, value: Json, earlier: Register | undefined) => number) | undefined;
}

/** What a record is made of that nobody has written yet, or that is deleted. */
export const NOTHING: Parts = { fields: {}, sets: {}, texts: [] };

/** A record that nobody has written yet. */
export function emptyDocument({ store, key }: Pick<SyncDocument, 'store' | 'key'>): SyncDocument {
  return { store, key, writes: {}, fields: {}, sets: {}, texts: { values: [], covered: {} }, gone: {} };
}

/** What a document says now, whether or not it was deleted. Members of a set stand in the order in which they came. */
export function readParts({ fields, sets, texts }: SyncDocument): Parts {
  return {
    fields: Object.fromEntries(Object.entries(fields).map(([name, { value }]) => [name, value])),
    sets: Object.fromEntries(Object.entries(sets).map(([name, members]) => [name, membersIn(members)])),
    texts: texts.values.map(({ value }) => value),
  };
}

/**
 * The time that a record of these documents shows as that of its last edit, ms since 1970: the same on every machine that has seen the same
 * writes, and a later one whenever anything was written, so that an editor that has not seen it is noticed.
 */
export function editedAt(...documents: readonly SyncDocument[]): number {
  const last = documents.reduce((latest, { writes }) => Math.max(latest, lastWritten(writes)), -1);
  return documents.reduce((sum, { writes }) => sum + countWrites(writes), last) - 1;
}

/** The last time that a Date can hold. */
const LAST = 8_640_000_000_000_000;

/** The document with what is `wanted`: only what differs is written. The very same document when nothing does. */
export function writeDocument(document: SyncDocument, edit: Edit, { replica, now }: Writer): SyncDocument {
  const { shown, wanted, edited, beside = 0, beyond = NOTHING } = edit;
  const isKept = isThere(document);
  if (isKept && areSameParts(shown, wanted)) return document;
  const count = countWrites(document.writes) + 1 + beside;
  const [, own] = document.writes[replica] ?? [0, 0];
  // As `editedAt` reads it back. Later than all that it had seen, whatever the clocks say, and than what is left of that.
  const ms = Math.min(
    LAST,
    Math.max(Math.trunc(edited ?? now) - count + 1, lastWritten(document.writes) + 1 + beyond.texts.length),
  );
  const at: Stamp = [ms, replica];
  const writes = [...Object.entries(document.writes), [replica, [ms, nextCount(own)]] as const] as const;
  return {
    ...document,
    writes: inOrder(new Map(writes)),
    fields: writeFields(document, edit, at),
    sets: writeSets(document, edit, at),
    texts:
      isKept && isSame(shown.texts, wanted.texts)
        ? document.texts
        : writeTexts(document.texts, { wanted: wanted.texts, beyond: beyond.texts }, at),
  };
}

function nextCount(count: number): number {
  return Math.min(Number.MAX_SAFE_INTEGER, count + 1);
}

function writeFields(
  { fields }: SyncDocument,
  { shown, wanted, rankOf }: Edit,
  at: Stamp,
): SyncDocument['fields'] {
  const next = new Map(Object.entries(fields));
  const write = (name: string, value: Json): void => {
    const earlier = next.get(name);
    const rank = rankOf?.(name, value, earlier) ?? 0;
    // What ranks lower does not stand, and is not written.
    if (earlier === undefined || rank >= earlier.rank) next.set(name, { value, at, rank });
  };
  for (const [name, value] of Object.entries(wanted.fields))
    if (!isSame(shown.fields[name], value)) write(name, value);
  for (const name of Object.keys(shown.fields)) if (!(name in wanted.fields)) write(name, null);
  return inOrder(next);
}

function writeSets(
  { sets }: SyncDocument,
  { wanted, beyond = NOTHING }: Edit,
  at: Stamp,
): SyncDocument['sets'] {
  const next = new Map(Object.entries(sets));
  for (const [name, all] of Object.entries(wanted.sets)) {
    const names = [...new Set([...all, ...(beyond.sets[name] ?? [])])];
    const before = next.get(name) ?? {};
    const written = writeMembers(before, names, at, false);
    // They stand in another order now: then each has its place anew.
    next.set(name, isSame(membersIn(written), names) ? written : writeMembers(before, names, at, true));
  }
  return inOrder(next);
}

function writeMembers(
  before: Readonly<Record<string, Member>>,
  names: readonly string[],
  at: Stamp,
  anew: boolean,
): Readonly<Record<string, Member>> {
  const members = new Map(Object.entries(before));
  const wanted = new Set(names);
  for (const [member, { isIn }] of members)
    if (isIn && !wanted.has(member)) members.set(member, { at, isIn: false, place: 0 });
  for (const [place, member] of names.entries())
    if (anew || members.get(member)?.isIn !== true) members.set(member, { at, isIn: true, place });
  return withinLimit(inOrder(members));
}

/** What was not seen has a time just before what is written: it is what is left out again. */
function writeTexts(
  texts: Texts,
  { wanted, beyond }: { readonly wanted: readonly Json[]; readonly beyond: readonly Json[] },
  at: Stamp,
): Texts {
  const [ms, replica] = at;
  const left = beyond.map((value, index) => ({ value, at: [ms - beyond.length + index, replica] as Stamp }));
  const covered = texts.values.reduce(
    (all, { at: [ms, replica] }) => joinCovered(all, { [replica]: ms }),
    texts.covered,
  );
  return { values: [...left, ...wanted.map((value) => ({ value, at }))], covered };
}

/** The document with all that is known of it deleted: what somebody else writes meanwhile stands. */
export function deleteDocument(document: SyncDocument): SyncDocument {
  if (!isThere(document)) return document;
  return forgetting({ ...document, gone: joinCovered(document.gone, coverOf(document.writes)) });
}

/** Whether two say the same; the order of fields, and sets without a member, do not count. */
function areSameParts(one: Parts, other: Parts): boolean {
  const fields = new Set([...Object.keys(one.fields), ...Object.keys(other.fields)]);
  const sets = new Set([...Object.keys(one.sets), ...Object.keys(other.sets)]);
  return (
    [...fields].every((name) => isSame(one.fields[name], other.fields[name])) &&
    [...sets].every((name) => isSame(one.sets[name] ?? [], other.sets[name] ?? [])) &&
    isSame(one.texts, other.texts)
  );
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
