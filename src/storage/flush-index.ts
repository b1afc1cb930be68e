import { encodePostings, decodePostings, sizeOf, type Posting } from '#core/search/posting-list.ts';
import { documentTerms, type SearchDocument } from '#core/search/search-document.ts';
import { TYPO_LENGTH } from '#core/search/one-typo.ts';
import type { Storage } from './database.ts';
import { indexKeys } from './index-keys.ts';
import type { DocumentRecord, StoreName, Transaction } from './schema.ts';
import { soundDocument, soundOrNone } from './sound-records.ts';

/** How many documents' postings lie in one record. A frequent word's record stays small enough to be written often. */
export const BLOCK = 4_096;

/** How many documents one transaction takes: few, so that a save has not long to wait. A backlog is taken in larger steps. */
const STEP = 64;
const BACKLOG_STEP = 512;

/** Everything that an index is made of and from. */
export const INDEX_STORES: StoreName[] = [
  'annotations', 'articles', 'people', 'appearances', 'tallies', 'documents', 'postings', 'endings', 'indexState',
]; // prettier-ignore

/** Whether records have changed that nobody has looked at, as after an upgrade, an import or a merge of people. */
async function firstPending(
  transaction: Transaction<'readwrite'>,
  most: number,
): Promise<readonly DocumentRecord[]> {
  const waiting = await transaction.objectStore('documents').index('pending').getAll(1, most);
  return waiting.map(soundDocument);
}

/**
 * Writes what waits into the postings, step by step, each a transaction of its own: killed at any moment, it goes on the next time.
 * @param step documents a transaction; by default few, and more when many wait.
 */
export async function flushIndex(storage: Storage, step?: number): Promise<void> {
  let most = step ?? STEP;
  for (;;) {
    const size = most;
    const taken = await storage.write(INDEX_STORES, (transaction) => flushStep(transaction, size));
    if (taken < size) return;
    most = step ?? BACKLOG_STEP;
  }
}

async function flushStep(transaction: Transaction<'readwrite'>, most: number): Promise<number> {
  const waiting = await firstPending(transaction, most);
  const stale = waiting.filter((document) => document.stale === 1);
  await indexKeys(
    transaction,
    stale.map(({ key }) => key),
  );
  const documents = stale.length > 0 ? await again(transaction, waiting) : waiting;
  const work = workOf(documents);
  await Promise.all([...work].map(([term, blocks]) => writeTerm(transaction, term, blocks)));
  await count(transaction, documents);
  await Promise.all(documents.map((document) => settle(transaction, document)));
  return waiting.length;
}

/** The same documents after their records were looked at. */
async function again(
  transaction: Transaction<'readwrite'>,
  waiting: readonly DocumentRecord[],
): Promise<readonly DocumentRecord[]> {
  const store = transaction.objectStore('documents');
  const read = await Promise.all(waiting.map(({ number = -1 }) => store.get(number)));
  return read.flatMap((document) => soundOrNone(document) ?? []);
}

interface Edit {
  readonly remove: Set<number>;
  readonly add: Posting[];
}

/** What is to be done, by term and block. */
function workOf(documents: readonly DocumentRecord[]): Map<string, Map<number, Edit>> {
  const work = new Map<string, Map<number, Edit>>();
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

async function writeTerm(
  transaction: Transaction<'readwrite'>,
  term: string,
  blocks: ReadonlyMap<number, Edit>,
): Promise<void> {
  const store = transaction.objectStore('postings');
  for (const [block, { remove, add }] of blocks) {
    const present = await store.get([term, block]);
    const changed = new Set([...remove, ...add.map(({ document }) => document)]);
    const kept = present === undefined ? [] : decodePostings(present.bytes);
    const others = kept.filter(({ document }) => !changed.has(document));
    const postings = [...others, ...add].sort((a, b) => a.document - b.document);
    if (postings.length === 0) await store.delete([term, block]);
    else await store.put({ term, block, bytes: encodePostings(postings) });
    if (present === undefined && isWord(term)) {
      await transaction.objectStore('endings').put({ ending: reversed(term) });
    }
  }
}

/** Whether a term is a word that may be typed with a typo in its first half. */
export function isWord(term: string): boolean {
  return term.length >= TYPO_LENGTH - 1 && !term.startsWith(':');
}

/** A term from its end, by UTF-16 code units: only ever compared with others of its kind. */
export function reversed(term: string): string {
  return term.split('').reverse().join('');
}

async function count(
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
function isGone({ words, filters }: SearchDocument): boolean {
  return words === '' && filters.length === 0;
}

async function settle(transaction: Transaction<'readwrite'>, document: DocumentRecord): Promise<void> {
  const { pending: _pending, before: _before, stale: _stale, number = -1, ...rest } = document;
  const store = transaction.objectStore('documents');
  if (isGone(document)) await store.delete(number);
  else await store.put({ ...rest, number });
}
