import type { Annotation } from '#core/annotation.ts';
import { parseAppearance, parsePersonRecord, type PersonRecord } from '#core/person-record.ts';
import { nameKey } from '#core/search/search-document.ts';
import { indexPerson } from './documents.ts';
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
  if (present !== null) {
    const person = parsePersonRecord(await people.get(present.person));
    if (person !== null) return person;
  }
  const followers = await people.index('follows').getAll(key, 2);
  const follower = followers.length === 1 ? parsePersonRecord(followers[0]) : null;
  const id = `urn:uuid:${crypto.randomUUID()}`;
  const person = follower ?? { id, name, note: '', follows: [], apart: [], created, modified: created };
  if (follower === null) await people.put(person);
  await appearances.put({ source, key, name, person: person.id });
  if (follower === null) await indexPerson(transaction, person.id);
  return person;
}
