import { isOneTypo, TYPO_LENGTH, typoPlaces } from '#core/search/one-typo.ts';
import { forEachPosting, sizeOf } from '#core/search/posting-list.ts';
import { documentTerms, PERSON_SIGN } from '#core/search/search-document.ts';
import { reversed } from './posting-work.ts';
import type { DocumentRecord, PostingsRecord, Transaction } from './schema.ts';
import { soundDocument } from './sound-records.ts';

/** At most so many records of words with one beginning are read: only a single letter begins more words than that. */
const PREFIX_RECORDS = 3_000;
/** And so many terms are compared with a word that may hold a typo. */
const COMPARED = 5_000;

/** So many of the documents that wait are read: a thousand with all their words take a few megabytes, a hundred thousand too many. */
const READ = 2_000;
/** And so many of the last: what was just saved is found at once, however much waits before it. */
const LAST = 200;

/** Called for each document that holds a term. */
export type Visit = (
  document: number,
  size: number,
  count: number,
  positions: readonly number[] | null,
) => void;

/** The index as one search sees it: the postings, and over them what is not written into them yet. */
export interface IndexView {
  readonly transaction: Transaction<'readonly'>;
  /** Documents of which the postings say what was. */
  readonly pending: ReadonlySet<number>;
  /** The terms, as they are, of those among them that were read. */
  readonly fresh: ReadonlyMap<string, readonly FreshPosting[]>;
  /** How many were not: they are not searched. */
  readonly unsearched: number;
  /** Whether all that waits was read, and is little. */
  readonly isLittle: boolean;
}

interface FreshPosting {
  readonly document: number;
  readonly size: number;
  readonly positions: readonly number[];
}

/** Opens the view. What waits is little, a few seconds' saves; of much more, as after an import, only some is read. */
export async function openIndex(transaction: Transaction<'readonly'>): Promise<IndexView> {
  const store = transaction.objectStore('documents');
  const index = store.index('pending');
  const [first, keys]: [DocumentRecord[], number[]] = await Promise.all([
    index.getAll(1, READ),
    index.getAllKeys(1),
  ]);
  const last: DocumentRecord[] =
    keys.length > READ ? await store.getAll(IDBKeyRange.lowerBound((keys.at(-1) ?? 0) - LAST, true)) : [];
  const fresh = new Map<string, FreshPosting[]>();
  const read = new Map<number, DocumentRecord>();
  for (const document of [...first, ...last].map(soundDocument)) {
    // What nobody has looked at since its record changed says what was, or nothing.
    if (document.pending === 1 && document.stale !== 1) read.set(document.number ?? -1, document);
  }
  for (const document of [...read.values()].sort((a, b) => (a.number ?? 0) - (b.number ?? 0))) {
    const { terms, tokens } = documentTerms(document);
    for (const [term, positions] of terms) {
      const posting = { document: document.number ?? -1, size: sizeOf(tokens), positions };
      const postings = fresh.get(term);
      if (postings === undefined) fresh.set(term, [posting]);
      else postings.push(posting);
    }
  }
  const unsearched = keys.length - read.size;
  const isLittle = unsearched === 0 && keys.length < READ;
  return { transaction, pending: new Set(keys), fresh, unsearched, isLittle };
}

/** Where a term stands, to be visited as often as needed. */
export interface TermPostings {
  readonly term: string;
  readonly records: readonly PostingsRecord[];
}

/** Reads a term. */
export async function readTerm({ transaction }: IndexView, term: string): Promise<TermPostings> {
  const range = IDBKeyRange.bound([term], [term, []]);
  return { term, records: await transaction.objectStore('postings').getAll(range) };
}

/** Reads the terms that begin so, the term itself left out: those of the first few thousand records. */
export function readPrefix(view: IndexView, beginning: string): Promise<readonly TermPostings[]> {
  return readTermsOf(view, beginning, PREFIX_RECORDS);
}

/** Reads every term that begins so, the term itself left out, or those of the first `most` records. */
export async function readTermsOf(
  view: IndexView,
  beginning: string,
  most?: number,
): Promise<readonly TermPostings[]> {
  const range = IDBKeyRange.bound([beginning, []], [`${beginning}\uffff`]);
  const records = await view.transaction.objectStore('postings').getAll(range, most);
  const byTerm = new Map<string, PostingsRecord[]>();
  for (const record of records) {
    const group = byTerm.get(record.term);
    if (group === undefined) byTerm.set(record.term, [record]);
    else group.push(record);
  }
  for (const term of view.fresh.keys()) {
    if (term !== beginning && term.startsWith(beginning) && !byTerm.has(term)) byTerm.set(term, []);
  }
  return [...byTerm].map(([term, group]) => ({ term, records: group }));
}

/** Reads every term that differs by one typo. */
export async function readTypos(view: IndexView, word: string): Promise<readonly TermPostings[]> {
  if (word.length < TYPO_LENGTH) return [];
  const { beginning, ending, exchanged } = typoPlaces(word);
  const end = reversed(ending);
  const [begun, ended] = await Promise.all([
    view.transaction
      .objectStore('postings')
      .getAllKeys(IDBKeyRange.bound([beginning], [`${beginning}\uffff`]), COMPARED),
    view.transaction.objectStore('endings').getAllKeys(IDBKeyRange.bound(end, `${end}\uffff`), COMPARED),
  ]);
  const candidates = new Set([
    ...begun.map(([term]) => term),
    ...ended.map(reversed),
    ...exchanged,
    ...view.fresh.keys(),
  ]);
  // A sign that says what sort of term it is was not typed and holds no typo.
  const isSort = (term: string): boolean => term.startsWith(PERSON_SIGN) === word.startsWith(PERSON_SIGN);
  const near = [...candidates].filter((term) => isSort(term) && isOneTypo(word, term));
  return Promise.all(near.map((term) => readTerm(view, term)));
}

/** Visits the documents that hold a term now; in rising order but for those whose change is not in the postings yet. */
export function visitTerm(
  { pending, fresh }: IndexView,
  { term, records }: TermPostings,
  wantsPositions: boolean,
  visit: Visit,
): void {
  for (const { bytes } of records) {
    forEachPosting(bytes, wantsPositions, (document, size, count, positions) => {
      if (!pending.has(document)) visit(document, size, count, positions);
    });
  }
  for (const { document, size, positions } of fresh.get(term) ?? []) {
    visit(document, size, positions.length, positions);
  }
}

/** How many documents hold a term. */
export function holdersOf(view: IndexView, postings: TermPostings): number {
  let holders = 0;
  visitTerm(view, postings, false, () => holders++);
  return holders;
}
