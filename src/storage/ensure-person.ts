import type { Annotation } from '#core/annotation.ts';
import { parseAppearance, parsePersonRecord, type PersonRecord } from '#core/person-record.ts';
import { nameKey } from '#core/search/search-document.ts';
import { indexPerson } from './documents.ts';
import { isReaders } from './journal.ts';
import { metId } from './met-id.ts';
import type { Transaction } from './schema.ts';

/**
 * Whom an annotation quotes, or null when nobody is named. A name that is new in its article is a new person, whoever else is called
 * so elsewhere, unless the reader has said of one person that this name means him or her everywhere.
 */
export async function ensurePerson(
  transaction: Transaction<'readwrite'>,
  source: string,
  { quotation, created }: Annotation,
): Promise<PersonRecord | null> {
  const name = quotation?.speaker?.trim() ?? '';
  return quotation?.status === 'rejected' ? null : ensureNamed(transaction, { source, name, created });
}

/** The same for a name of an article. `created` is the time of a person who is new, ISO 8601, UTC. */
export async function ensureNamed(
  transaction: Transaction<'readwrite'>,
  { source, name, created }: { readonly source: string; readonly name: string; readonly created: string },
): Promise<PersonRecord | null> {
  const key = nameKey(name);
  if (key === '') return null;
  const appearances = transaction.objectStore('appearances');
  const people = transaction.objectStore('people');
  const present = parseAppearance(await appearances.get([source, key]));
  const meant: unknown = present === null ? undefined : await people.get(present.person);
  const person = parsePersonRecord(meant);
  if (person !== null) return person;
  // Whom other machines have met comes from them.
  if (!isReaders(transaction)) return null;
  // Somebody who is not there yet comes under that id; what lies under it and cannot be read stays.
  if (present !== null && meant === undefined) return meet(transaction, { ...present, name, created });
  const followers = await people.index('follows').getAll(key, 2);
  const follower = followers.length === 1 ? parsePersonRecord(followers[0]) : null;
  const id = metId(source, key);
  const known: unknown = follower ?? (await people.get(id));
  const met = parsePersonRecord(known);
  const free = known === undefined || met !== null ? id : `urn:uuid:${crypto.randomUUID()}`;
  await appearances.put({ source, key, name, person: met?.id ?? free });
  return met ?? meet(transaction, { person: free, name, created });
}

/** Makes a person. */
async function meet(
  transaction: Transaction<'readwrite'>,
  { person: id, name, created }: { readonly person: string; readonly name: string; readonly created: string },
): Promise<PersonRecord> {
  const person: PersonRecord = { id, name, note: '', follows: [], apart: [], created, modified: created };
  await transaction.objectStore('people').put(person);
  await indexPerson(transaction, id);
  return person;
}
