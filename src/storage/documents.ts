import { parseAnnotation, parseArticle } from '#core/annotation-guard.ts';
import { isKept } from '#core/annotation-kept.ts';
import {
  hasReadersWord,
  parseAppearance,
  parsePersonRecord,
  type AppearanceRecord,
  type PersonRecord,
} from '#core/person-record.ts';
import { foldText } from '#core/search/fold-text.ts';
import { annotationDocument, personDocument, type SearchDocument } from '#core/search/search-document.ts';
import { ensurePerson } from './ensure-person.ts';
import { listing } from './listing.ts';
import type { DocumentRecord, Transaction } from './schema.ts';
import { soundOrNone, soundTally } from './sound-records.ts';

/** More changed records than this are only noted, and looked at by the index afterwards: else a change of 10,000 would take seconds. */
const AT_ONCE = 100;

const EMPTY: SearchDocument = { words: '', filters: [] };

/** The key of a person's document. */
export const personKey = (id: string): string => `person:${id}`;

/** Brings what is searched of these annotations to what the stores hold, within the transaction that changed them. */
export async function indexAnnotations(
  transaction: Transaction<'readwrite'>,
  ids: readonly string[],
): Promise<void> {
  if (ids.length <= AT_ONCE) for (const id of ids) await indexAnnotation(transaction, id);
  else await Promise.all(ids.map((id) => markStale(transaction, id)));
}

/** Is told that so many passages more, or less, quote somebody. */
export type Tally = (id: string | undefined, by: number) => Promise<void>;

/** The same for one annotation. `tally` notes whom it quotes; by default at once. */
export async function indexAnnotation(
  transaction: Transaction<'readwrite'>,
  id: string,
  tally: Tally = (person, by) => countQuoted(transaction, person, by),
): Promise<void> {
  const [stored, present] = await Promise.all([
    transaction.objectStore('annotations').get(id),
    documentOf(transaction, id),
  ]);
  const annotation = parseAnnotation(stored);
  if (annotation === null) {
    await tallyMoved(present, null, tally);
    return writeDocument(transaction, id, present, null);
  }
  const { source } = annotation.target;
  const [found, person] = await Promise.all([
    transaction.objectStore('articles').get(source),
    ensurePerson(transaction, source, annotation),
  ]);
  const changed = -Date.parse(annotation.modified);
  const wanted: Wanted = {
    ...annotationDocument(annotation, parseArticle(found), person),
    ...(isKept(annotation)
      ? { newest: changed, ...(person === null ? {} : { person: person.id }) }
      : { refused: changed }),
  };
  // Other stores' answers: none waits for another's.
  await Promise.all([tallyMoved(present, wanted, tally), writeDocument(transaction, id, present, wanted)]);
}

/** Brings what is searched of a person to what the stores hold. */
export async function indexPerson(transaction: Transaction<'readwrite'>, id: string): Promise<void> {
  const [stored, present, appearances, tally] = await Promise.all([
    transaction.objectStore('people').get(id),
    documentOf(transaction, personKey(id)),
    transaction.objectStore('appearances').index('person').getAll(id, 1_000),
    transaction.objectStore('tallies').get(id),
  ]);
  const person = parsePersonRecord(stored);
  const known = listing(appearances, parseAppearance).items;
  const named = known.map(({ name }) => name);
  const names = person === null ? [] : [...new Set([person.name, ...named])];
  await writeDocument(transaction, personKey(id), present, person && personDocument(names, person.note));
  const { count } = soundTally(tally ?? { id, name: '', count: 0 });
  await setTally(transaction, { id, person, appearances: known, count });
}

type Wanted = SearchDocument & Pick<DocumentRecord, 'newest' | 'refused' | 'person'>;

async function documentOf(
  transaction: Transaction<'readwrite'>,
  key: string,
): Promise<DocumentRecord | undefined> {
  return soundOrNone(await transaction.objectStore('documents').index('key').get(key));
}

/** Notes that a passage quotes somebody else than before. */
async function tallyMoved(
  present: DocumentRecord | undefined,
  wanted: Wanted | null,
  tally: Tally,
): Promise<void> {
  if (present?.person === wanted?.person) return;
  await Promise.all([tally(present?.person, -1), tally(wanted?.person, 1)]);
}

/** Notes what a document should be; the postings follow later. */
async function writeDocument(
  transaction: Transaction<'readwrite'>,
  key: string,
  present: DocumentRecord | undefined,
  wanted: Wanted | null,
): Promise<void> {
  const documents = transaction.objectStore('documents');
  const before = present === undefined || present.pending === 1 ? present?.before : present;
  if (wanted === null) {
    if (present?.number === undefined) return;
    if (before === undefined) await documents.delete(present.number);
    else await documents.put({ ...EMPTY, number: present.number, key, pending: 1, before: plain(before) });
    return;
  }
  await documents.put({
    ...wanted,
    key,
    pending: 1,
    ...(present?.number === undefined ? {} : { number: present.number }),
    ...(before === undefined ? {} : { before: plain(before) }),
  });
}

function plain({ words, filters }: SearchDocument): SearchDocument {
  return { words, filters };
}

/** Notes that a record has to be looked at before the next search. */
export async function markStale(transaction: Transaction<'readwrite'>, key: string): Promise<void> {
  const present = await documentOf(transaction, key);
  const documents = transaction.objectStore('documents');
  if (present === undefined) await documents.put({ ...EMPTY, key, newest: 0, pending: 1, stale: 1 });
  else {
    const before = present.pending === 1 ? present.before : plain(present);
    await documents.put({ ...present, pending: 1, stale: 1, ...(before === undefined ? {} : { before }) });
  }
}

/** Notes that so many passages more, or less, quote somebody. */
export async function countQuoted(
  transaction: Transaction<'readwrite'>,
  id: string | undefined,
  by: number,
): Promise<void> {
  if (id === undefined) return;
  const [stored, tally] = await Promise.all([
    transaction.objectStore('people').get(id),
    transaction.objectStore('tallies').get(id),
  ]);
  const person = parsePersonRecord(stored);
  const before = soundTally(tally ?? { id, name: '', count: 0 }).count;
  const next = person === null ? 0 : Math.max(0, before + by);
  const index = transaction.objectStore('appearances').index('person');
  // Only where nobody is quoted any more does it matter what else there is of somebody.
  const appearances = next > 0 ? [] : listing(await index.getAll(id, 2), parseAppearance).items;
  await setTally(transaction, { id, person, appearances, count: next });
}

interface Tallied {
  readonly id: string;
  /** Null when there is none, or none any more. */
  readonly person: PersonRecord | null;
  /** Where he or she is named: two tell as much as all. */
  readonly appearances: readonly AppearanceRecord[];
  readonly count: number;
}

/** Notes how many passages quote somebody: who is quoted, or of whom the reader has said something, stands in the list of people. */
async function setTally(
  transaction: Transaction<'readwrite'>,
  { id, person, appearances, count }: Tallied,
): Promise<void> {
  const tallies = transaction.objectStore('tallies');
  if (person !== null && (count > 0 || hasReadersWord(person, appearances)))
    await tallies.put({ id, name: foldText(person.name), count });
  // Of somebody who is gone the passages may still be counted away one by one.
  else if (count === 0) await tallies.delete(id);
}
