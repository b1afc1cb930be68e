import { encodePostings, decodePostings, sizeOf, type Posting } from '#core/search/posting-list.ts';
import { documentTerms, type SearchDocument } from '#core/search/search-document.ts';
import { TYPO_LENGTH } from '#core/search/one-typo.ts';
import type { Storage } from './database.ts';
import { isPersonKey, lookAgain } from './index-keys.ts';
import type { DocumentRecord, StoreName, Transaction } from './schema.ts';
import { soundDocument } from './sound-records.ts';
import { countRow } from './totals.ts';

/** How many documents' postings lie in one record. A frequent word's record stays small enough to be written often. */
export const BLOCK = 4_096;

/** How many documents one transaction takes: few, so that a save has not long to wait. A backlog is taken in larger steps. */
const STEP = 64;
const BACKLOG_STEP = 1_024;
/** So many terms are asked for at once: all of a large step would hold the thread. */
const TERMS = 500;
/** The endings of so many words are remembered as written. */
const ENDINGS = 50_000;

/** Everything that an index is made of and from. */
export const INDEX_STORES: StoreName[] = [
  'annotations', 'articles', 'people', 'appearances', 'tallies', 'documents', 'postings', 'endings', 'indexState',
]; // prettier-ignore

/** By storage: the writing that is under way. Two at once would only wait for each other. */
const running = new WeakMap<Storage, Promise<void>>();

/**
 * Writes what waits into the postings, step by step, each a transaction of its own: killed at any moment, it goes on the next time. Where
 * that is under way already, it is waited for.
 * @param step documents a transaction; by default few, and more when many wait.
 */
export function flushIndex(storage: Storage, step?: number): Promise<void> {
  const present = running.get(storage);
  if (present !== undefined) return present;
  const started = flushAll(storage, step).finally(() => running.delete(storage));
  running.set(storage, started);
  return started;
}

/** Has what waits be written without anybody's waiting for it. A failure is met by who tries next. */
export function catchUp(storage: Storage): void {
  if (running.has(storage)) return;
  const work = flushIndex(storage);
  storage.onBacklog(work);
  work.catch(() => null);
}

async function flushAll(storage: Storage, step?: number): Promise<void> {
  const endings = new Set<string>();
  let most = step ?? STEP;
  for (;;) {
    const size = most;
    const { taken, words } = await storage.write(INDEX_STORES, (transaction) =>
      flushStep(transaction, size, endings),
    );
    if (endings.size > ENDINGS) endings.clear();
    // Only what a completed transaction has written is known to be there.
    for (const word of words) endings.add(word);
    if (taken < size) return;
    most = step ?? BACKLOG_STEP;
  }
}

interface Step {
  /** How many documents it has taken. */
  readonly taken: number;
  /** The words whose endings it has written. */
  readonly words: readonly string[];
}

async function flushStep(
  transaction: Transaction<'readwrite'>,
  most: number,
  endings: ReadonlySet<string>,
): Promise<Step> {
  const stored = await transaction.objectStore('documents').index('pending').getAll(1, most);
  const waiting = stored.map(soundDocument);
  const stale = waiting.filter((document) => document.stale === 1);
  const documents = [
    ...waiting.filter((document) => document.stale !== 1),
    ...(await lookAgain(transaction, stale)),
  ];
  const work = workOf(documents);
  const fresh = await freshBlocks(transaction, documents);
  const words: string[] = [];
  const terms = [...work];
  for (let at = 0; at < terms.length; at += TERMS) {
    await Promise.all(
      terms.slice(at, at + TERMS).map(async ([term, blocks]) => {
        const isNew = await writeTerm(transaction, term, blocks, fresh);
        if (isNew && isWord(term) && !endings.has(term)) words.push(term);
      }),
    );
  }
  await Promise.all(words.map((word) => transaction.objectStore('endings').put({ ending: reversed(word) })));
  await count(transaction, documents);
  await Promise.all(documents.map((document) => settle(transaction, document)));
  countSettled(transaction, waiting, documents);
  return { taken: waiting.length, words };
}

/** The blocks of which nothing can stand in the postings yet: all of their documents are written for the first time. */
async function freshBlocks(
  transaction: Transaction<'readwrite'>,
  documents: readonly DocumentRecord[],
): Promise<ReadonlySet<number>> {
  const first = new Map<number, Set<number>>();
  const old = new Set<number>();
  for (const { number = -1, before } of documents) {
    const block = Math.floor(number / BLOCK);
    if (before !== undefined) old.add(block);
    const numbers = first.get(block) ?? new Set();
    first.set(block, numbers.add(number));
  }
  const fresh = new Set<number>();
  for (const [block, numbers] of first) {
    if (old.has(block)) continue;
    const range = IDBKeyRange.bound(block * BLOCK, (block + 1) * BLOCK, false, true);
    // One more than are written tells that there is another.
    const there = await transaction.objectStore('documents').getAllKeys(range, numbers.size + 1);
    if (there.every((number) => numbers.has(number))) fresh.add(block);
  }
  return fresh;
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

/** Writes where a term stands. Answers whether a block has it for the first time. */
async function writeTerm(
  transaction: Transaction<'readwrite'>,
  term: string,
  blocks: ReadonlyMap<number, Edit>,
  fresh: ReadonlySet<number>,
): Promise<boolean> {
  const store = transaction.objectStore('postings');
  let isNew = false;
  for (const [block, { remove, add }] of blocks) {
    const present = fresh.has(block) ? undefined : await store.get([term, block]);
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
  const store = transaction.objectStore('documents');
  const next = settled(document);
  if (next === undefined) await store.delete(document.number ?? -1);
  else await store.put(next);
}

/** A document as it stands once the postings hold it. */
function settled(document: DocumentRecord): DocumentRecord | undefined {
  const { pending: _pending, before: _before, stale: _stale, number = -1, ...rest } = document;
  return isGone(document) ? undefined : { ...rest, number };
}

/** Notes what settling makes of the lists. What was looked at of people was noted when it was written. */
function countSettled(
  transaction: Transaction<'readwrite'>,
  waiting: readonly DocumentRecord[],
  documents: readonly DocumentRecord[],
): void {
  const stood = new Map(waiting.map((document) => [document.number, document]));
  for (const document of documents) {
    const before = isPersonKey(document.key) ? document : stood.get(document.number);
    countRow(transaction, 'documents', before, settled(document));
  }
}
