import { isLater } from './stamp.ts';
import { isThere } from './join-documents.ts';
import type { Register, SyncDocument } from './sync-document.ts';

/** Reads the documents of people. */
export interface PeopleDocuments {
  readonly person: (id: string) => Promise<SyncDocument | null>;
  /** The ids of people of whom it was said that they are this one. */
  readonly saidToBe: (id: string) => Promise<readonly string[]>;
  /** The ids that other machines have given to whom a name of an article means, where this one was given, too. */
  readonly metAs: (id: string) => Promise<readonly string[]>;
}

/** The field of a person's document that says who it is: another person's id, or null. */
export const INTO = 'into';

/**
 * The set of a name's document that holds who was met under it: each machine that meets a name of an article before it hears of the others
 * makes a person of its own. A name of an article means one person, so all of them are one.
 */
export const MET = 'met';

/** One person under all ids that machines have given. */
export interface Aliases {
  /** The least of them. */
  readonly id: string;
  /** Those that are there, by id. */
  readonly documents: ReadonlyMap<string, SyncDocument>;
  /** Whom the person was joined to by the last word on it; null for nobody. */
  readonly into: string | null;
}

/** So many machines may have met one name before they heard of each other. */
const MOST = 50;

/** Whom a name of an article was met as; only where that is more than one. */
export function metIn({ store, sets }: SyncDocument): readonly string[] {
  const met = store === 'appearances' ? Object.keys(sets[MET] ?? {}).sort() : [];
  return met.length > 1 ? met.slice(0, MOST) : [];
}

/** Everybody who was met as this one, and is not said to be somebody else. */
export async function aliasesOf(people: PeopleDocuments, id: string): Promise<Aliases> {
  const documents = new Map<string, SyncDocument>();
  const seen = new Set([id]);
  const first = await people.person(id);
  // It grows while it is walked.
  const waiting: [string, SyncDocument | null][] = [[id, first]];
  for (const [next, document] of waiting) {
    const isHere = document !== null && isThere(document);
    if (isHere) documents.set(next, document);
    else if (next !== id) continue;
    for (const met of await people.metAs(next)) {
      if (seen.has(met)) continue;
      const other = await people.person(met);
      if (isApart(document, met) || isApart(other, next)) continue;
      seen.add(met);
      waiting.push([met, other]);
    }
  }
  const ids = [...documents.keys()];
  const least = ids.reduce((one, other) => (other < one ? other : one), ids[0] ?? id);
  const into = lastInto(documents.size === 0 && first !== null ? [first] : documents.values());
  return { id: least, documents, into: into !== null && documents.has(into) ? null : into };
}

function isApart(document: SyncDocument | null, other: string): boolean {
  return document?.sets['apart']?.[other]?.isIn === true;
}

function lastInto(documents: Iterable<SyncDocument>): string | null {
  let last: Register | undefined;
  for (const { fields } of documents) {
    const said = fields[INTO];
    if (said !== undefined && (last === undefined || isAfter(said, last))) last = said;
  }
  return typeof last?.value === 'string' ? last.value : null;
}

function isAfter(one: Register, other: Register): boolean {
  if (isLater(one.at, other.at)) return true;
  return !isLater(other.at, one.at) && JSON.stringify(one.value) > JSON.stringify(other.value);
}
