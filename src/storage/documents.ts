import { parseAnnotation, parseArticle } from '#core/annotation-guard.ts';
import { isKept } from '#core/annotation-kept.ts';
import type { Annotation, ArticleRecord } from '#core/annotation.ts';
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
import { isReaders } from './journal.ts';
import { listing } from './listing.ts';
import type { DocumentRecord, TallyRecord, Transaction } from './schema.ts';
import { soundOrNone, soundTally } from './sound-records.ts';
import { countRow } from './totals.ts';

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
  if (ids.length > AT_ONCE) return markAnnotations(transaction, ids);
  // Where nobody is met for it, what is wanted of one does not wait for another.
  const found = isReaders(transaction)
    ? []
    : await Promise.all(ids.map((id) => lookAtAnnotation(transaction, id)));
  for (const [index, id] of ids.entries())
    await writeAnnotation(transaction, id, found[index] ?? (await lookAtAnnotation(transaction, id)));
}

interface LookedAt {
  readonly present: DocumentRecord | undefined;
  readonly wanted: Wanted | null;
}

async function lookAtAnnotation(transaction: Transaction<'readwrite'>, id: string): Promise<LookedAt> {
  const [stored, present] = await Promise.all([
    transaction.objectStore('annotations').get(id),
    documentOf(transaction, id),
  ]);
  const annotation = parseAnnotation(stored);
  return { present, wanted: annotation && (await annotationWanted(transaction, annotation)) };
}

/** One after the other: two may be quoted of one person, who is counted. */
async function writeAnnotation(
  transaction: Transaction<'readwrite'>,
  id: string,
  { present, wanted }: LookedAt,
): Promise<void> {
  const moved =
    present?.person === wanted?.person
      ? []
      : ([
          [present?.person, -1],
          [wanted?.person, 1],
        ] as const);
  // Other stores' answers: none waits for another's.
  await Promise.all([
    ...moved.map(([person, by]) => countQuoted(transaction, person, by)),
    writeDocument(transaction, id, present, wanted),
  ]);
}

/** What should be searched of an annotation, and where it stands in the lists. */
export type Wanted = SearchDocument & Listed & Pick<DocumentRecord, 'person'>;

/**
 * What should be searched of an annotation as the stores are now. Whom it names is made a person, if he or she is none yet.
 * @param article where its article was read already
 */
export async function annotationWanted(
  transaction: Transaction<'readwrite'>,
  annotation: Annotation,
  article?: Promise<ArticleRecord | null>,
): Promise<Wanted> {
  const { source } = annotation.target;
  const [found, person] = await Promise.all([
    article ?? transaction.objectStore('articles').get(source).then(parseArticle),
    ensurePerson(transaction, source, annotation),
  ]);
  return {
    ...annotationDocument(annotation, found, person),
    ...listedAs(annotation),
    ...(person !== null && isKept(annotation) ? { person: person.id } : {}),
  };
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
  await setTally(transaction, { id, person, appearances: known, count, present: tally });
}

async function documentOf(
  transaction: Transaction<'readwrite'>,
  key: string,
): Promise<DocumentRecord | undefined> {
  return soundOrNone(await transaction.objectStore('documents').index('key').get(key));
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
    const gone = {
      ...EMPTY,
      number: present.number,
      key,
      pending: 1,
      ...(before && { before: plain(before) }),
    } as const;
    if (before === undefined) await documents.delete(present.number);
    else await documents.put(gone);
    countRow(transaction, 'documents', present, before === undefined ? undefined : gone);
    return;
  }
  const next: DocumentRecord = {
    ...wanted,
    key,
    pending: 1,
    ...(present?.number === undefined ? {} : { number: present.number }),
    ...(before === undefined ? {} : { before: plain(before) }),
  };
  await documents.put(next);
  countRow(transaction, 'documents', present, next);
}

function plain({ words, filters }: SearchDocument): SearchDocument {
  return { words, filters };
}

/** Where a document stands among the newest, or among the refusals; in neither, if it is of no annotation that can be read. */
export type Listed = Pick<DocumentRecord, 'newest' | 'refused'>;

/** Where an annotation stands. */
function listedAs(annotation: Annotation): Listed {
  const changed = -Date.parse(annotation.modified);
  return isKept(annotation) ? { newest: changed } : { refused: changed };
}

/** Notes that a record has to be looked at before it is found. `listed` says where it stands meanwhile; by default where it stood. */
export async function markStale(
  transaction: Transaction<'readwrite'>,
  key: string,
  listed?: Listed,
): Promise<void> {
  const present = await documentOf(transaction, key);
  const { newest, refused, ...rest } = present ?? { ...EMPTY, key };
  const before = present === undefined || present.pending === 1 ? present?.before : plain(present);
  const stood = {
    ...(newest === undefined ? {} : { newest }),
    ...(refused === undefined ? {} : { refused }),
  };
  const next: DocumentRecord = {
    ...rest,
    ...(listed ?? stood),
    pending: 1,
    stale: 1,
    ...(before === undefined ? {} : { before }),
  };
  await transaction.objectStore('documents').put(next);
  countRow(transaction, 'documents', present, next);
}

/** The same of annotations, each of which stands in the lists, or is taken out of them, at once. */
export async function markAnnotations(
  transaction: Transaction<'readwrite'>,
  ids: readonly string[],
): Promise<void> {
  const store = transaction.objectStore('annotations');
  await Promise.all(
    ids.map(async (id) => {
      const annotation = parseAnnotation(await store.get(id));
      await markStale(transaction, id, annotation === null ? {} : listedAs(annotation));
    }),
  );
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
  await setTally(transaction, { id, person, appearances, count: next, present: tally });
}

interface Tallied {
  readonly id: string;
  /** Null when there is none, or none any more. */
  readonly person: PersonRecord | null;
  /** Where he or she is named: two tell as much as all. */
  readonly appearances: readonly AppearanceRecord[];
  readonly count: number;
  /** What was noted before. */
  readonly present: TallyRecord | undefined;
}

/** Notes how many passages quote somebody: who is quoted, or of whom the reader has said something, stands in the list of people. */
async function setTally(
  transaction: Transaction<'readwrite'>,
  { id, person, appearances, count, present }: Tallied,
): Promise<void> {
  const tallies = transaction.objectStore('tallies');
  const isListed = person !== null && (count > 0 || hasReadersWord(person, appearances));
  // Of somebody who is gone the passages may still be counted away one by one.
  if (!isListed && (present === undefined || count > 0)) return;
  const next = isListed ? { id, name: foldText(person.name), count } : undefined;
  if (next === undefined) await tallies.delete(id);
  else await tallies.put(next);
  countRow(transaction, 'tallies', present, next);
}
