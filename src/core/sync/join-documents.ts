import { withinLimit } from './set-members.ts';
import { hasUncovered, inOrder, isCovered, isLater, joinCovered, joinWrites, type Stamp } from './stamp.ts';
import type { Register, SyncDocument, Texts } from './sync-document.ts';

/** One document of two states of it. Throws a RangeError when they are of two records. */
export function joinDocuments(one: SyncDocument, other: SyncDocument): SyncDocument {
  if (one.store !== other.store || JSON.stringify(one.key) !== JSON.stringify(other.key))
    throw new RangeError('two records');
  const sets = new Set([...Object.keys(one.sets), ...Object.keys(other.sets)]);
  return forgetting({
    store: one.store,
    key: one.key,
    writes: joinWrites(one.writes, other.writes),
    fields: joinFields(one.fields, other.fields),
    sets: inOrder(
      [...sets].map(
        (name) =>
          [name, withinLimit(joinEach(one.sets[name] ?? {}, other.sets[name] ?? {}, isNewer))] as const,
      ),
    ),
    texts: joinTexts(one.texts, other.texts),
    gone: joinCovered(one.gone, other.gone),
  });
}

/** Of each field the value that stands. */
export function joinFields(
  one: SyncDocument['fields'],
  other: SyncDocument['fields'],
): SyncDocument['fields'] {
  return joinEach(one, other, isHigher);
}

/** Whether the record is there: something was written that no deletion knew of. */
export function isThere({ writes, gone }: SyncDocument): boolean {
  return hasUncovered(writes, gone);
}

/**
 * A document of which nothing is there says no more than that: what the reader has deleted is not to be found in it. What somebody has written
 * without knowing of the deletion comes with all that it was written on. Who was whom stays, and what an article is called by whose address it
 * is filed under: passages of it that others keep are read with that.
 */
export function forgetting(document: SyncDocument): SyncDocument {
  if (isThere(document) || document.store === 'appearances') return document;
  const texts: Texts = { values: [], covered: document.texts.covered };
  if (document.store === 'people') return { ...document, texts };
  const { saved: _, ...called } = document.fields;
  return { ...document, fields: document.store === 'articles' ? called : {}, sets: {}, texts };
}

function joinEach<T>(
  one: Readonly<Record<string, T>>,
  other: Readonly<Record<string, T>>,
  wins: (challenger: T, holder: T) => boolean,
): Readonly<Record<string, T>> {
  const joined = new Map(Object.entries(one));
  for (const [name, challenger] of Object.entries(other)) {
    const holder = joined.get(name);
    if (holder === undefined || wins(challenger, holder)) joined.set(name, challenger);
  }
  return inOrder(joined);
}

function isHigher(challenger: Register, holder: Register): boolean {
  if (challenger.rank !== holder.rank) return challenger.rank > holder.rank;
  return isNewer(challenger, holder);
}

function isNewer(challenger: { readonly at: Stamp }, holder: { readonly at: Stamp }): boolean {
  if (isLater(challenger.at, holder.at)) return true;
  if (isLater(holder.at, challenger.at)) return false;
  // A profile that was copied with all its files writes under the same id as its original: all machines must agree all the same.
  return JSON.stringify(challenger) > JSON.stringify(holder);
}

function joinTexts(one: Texts, other: Texts): Texts {
  const covered = joinCovered(one.covered, other.covered);
  const values = new Map<string, Texts['values'][number]>();
  for (const text of [...one.values, ...other.values])
    if (!isCovered(text.at, covered)) values.set(JSON.stringify([text.at, text.value]), text);
  const ordered = [...values.values()].sort((a, b) => (isNewer(a, b) ? 1 : -1));
  return { values: ordered, covered };
}
