import { encodePostings, decodePostings, sizeOf, type Posting } from '#core/search/posting-list.ts';
import { documentTerms, type SearchDocument } from '#core/search/search-document.ts';
import { TYPO_LENGTH } from '#core/search/one-typo.ts';
import type { DocumentRecord, StoreName, Transaction } from './schema.ts';

/** How many documents' postings lie in one record. A frequent word's record stays small enough to be written often. */
export const BLOCK = 4_096;

/** Everything that an index is made of and from. */
export const INDEX_STORES: StoreName[] = [
  'annotations', 'articles', 'people', 'appearances', 'tallies', 'documents', 'postings', 'endings', 'indexState',
]; // prettier-ignore

/** So many terms are asked for at once: all of a large step would hold the thread. */
const AT_ONCE = 500;

/** By term and block. */
export type Work = Map<string, Map<number, Edit>>;

/** What is to be done with one block of a term. */
interface Edit {
  readonly remove: Set<number>;
  readonly add: Posting[];
}

/** Adds what is to be done with these documents to the work. */
export function workOf(documents: readonly DocumentRecord[], work: Work = new Map()): Work {
  const editOf = (term: string, number: number): Edit => {
    const blocks = work.get(term) ?? new Map<number, Edit>();
    work.set(term, blocks);
    const block = Math.floor(number / BLOCK);
    const edit = blocks.get(block) ?? { remove: new Set(), add: [] };
    blocks.set(block, edit);
    return edit;
  };
  for (const document of documents) {
    const { number = -1, before } = document;
    if (before !== undefined) {
      for (const term of documentTerms(before).terms.keys()) editOf(term, number).remove.add(number);
    }
    const { terms, tokens } = documentTerms(document);
    const size = sizeOf(tokens);
    for (const [term, positions] of terms)
      editOf(term, number).add.push({ document: number, size, positions });
  }
  return work;
}

/** Terms and what is to be done with them. */
export type TermWork = readonly (readonly [term: string, blocks: ReadonlyMap<number, Edit>])[];

/**
 * Writes where terms stand.
 * @param isFresh whether nothing of a block can be in the postings yet
 * @param endings words whose endings are written
 * @returns the words whose endings were written now
 */
export async function writeTerms(
  transaction: Transaction<'readwrite'>,
  work: TermWork,
  isFresh: (block: number) => boolean,
  endings: ReadonlySet<string>,
): Promise<readonly string[]> {
  const words: string[] = [];
  for (let at = 0; at < work.length; at += AT_ONCE) {
    await Promise.all(
      work.slice(at, at + AT_ONCE).map(async ([term, blocks]) => {
        const isNew = await writeTerm(transaction, term, blocks, isFresh);
        if (isNew && isWord(term) && !endings.has(term)) words.push(term);
      }),
    );
  }
  const store = transaction.objectStore('endings');
  await Promise.all(words.map((word) => store.put({ ending: reversed(word) })));
  return words;
}

/** Writes where a term stands. Answers whether a block has it for the first time. */
async function writeTerm(
  transaction: Transaction<'readwrite'>,
  term: string,
  blocks: ReadonlyMap<number, Edit>,
  isFresh: (block: number) => boolean,
): Promise<boolean> {
  const store = transaction.objectStore('postings');
  let isNew = false;
  for (const [block, { remove, add }] of blocks) {
    const present = isFresh(block) ? undefined : await store.get([term, block]);
    const changed = new Set([...remove, ...add.map(({ document }) => document)]);
    const kept = present === undefined ? [] : decodePostings(present.bytes);
    const others = kept.filter(({ document }) => !changed.has(document));
    const postings = [...others, ...add].sort((a, b) => a.document - b.document);
    if (postings.length > 0) await store.put({ term, block, bytes: encodePostings(postings) });
    else if (present !== undefined) await store.delete([term, block]);
    isNew ||= present === undefined && postings.length > 0;
  }
  return isNew;
}

/** Whether a term is a word that may be typed with a typo in its first half. */
export function isWord(term: string): boolean {
  return term.length >= TYPO_LENGTH - 1 && !term.startsWith(':');
}

/** A term from its end, by UTF-16 code units: only ever compared with others of its kind. */
export function reversed(term: string): string {
  return term.split('').reverse().join('');
}

/** Notes how many documents, and how long, the postings hold now. */
export async function countDocuments(
  transaction: Transaction<'readwrite'>,
  documents: readonly DocumentRecord[],
): Promise<void> {
  const store = transaction.objectStore('indexState');
  const state = (await store.get('index')) ?? { key: 'index', documents: 0, tokens: 0 };
  const tokens = (document: SearchDocument | undefined): number =>
    document === undefined || document.words === '' ? 0 : document.words.split(' ').length;
  const sum = (of: (document: DocumentRecord) => number): number =>
    documents.reduce((total, document) => total + of(document), 0);
  await store.put({
    key: 'index',
    documents: Math.max(0, state.documents + sum((one) => (isGone(one) ? 0 : 1) - (one.before ? 1 : 0))),
    tokens: Math.max(0, state.tokens + sum((one) => tokens(one) - tokens(one.before))),
  });
}

/** A document of a record that is gone holds nothing, not even where it stood. */
export function isGone({ words, filters }: SearchDocument): boolean {
  return words === '' && filters.length === 0;
}

/** A document as it stands once the postings hold it. */
export function settled(document: DocumentRecord): DocumentRecord | undefined {
  const { pending: _pending, before: _before, stale: _stale, number = -1, ...rest } = document;
  return isGone(document) ? undefined : { ...rest, number };
}
