import { parseAnnotation } from '#core/annotation-guard.ts';
import type { Annotation, ArticleRecord } from '#core/annotation.ts';
import { articleReader } from './articles.ts';
import type { Matches } from './match-index.ts';
import { refusedDocuments } from './refused-documents.ts';
import type { DocumentRecord, Transaction } from './schema.ts';

/** How many keys one step of a walk through the newest reads. */
const WALK = 2_000;
/** So many documents are read one by one to be ordered by time; more are found faster by walking through all from the newest. */
const FEW = 400;

/** An annotation that was found, and its article. */
export interface Found {
  readonly annotation: Annotation;
  readonly article: ArticleRecord;
}

/** One page of what was found, and how much there is in all. */
export interface FoundPage {
  readonly items: readonly Found[];
  readonly total: number;
  /** Records of this page that could not be read. */
  readonly skipped: number;
}

/** A page of all that is kept, the newest first: a bare refusal is not among it. */
export async function everything(
  transaction: Transaction<'readonly'>,
  offset: number,
  limit: number,
): Promise<FoundPage> {
  const numbers: number[] = [];
  const index = transaction.objectStore('documents').index('newest');
  const total = await index.count();
  let cursor = limit > 0 ? await index.openKeyCursor() : null;
  if (cursor !== null && offset > 0) cursor = await cursor.advance(offset);
  while (cursor !== null && numbers.length < limit) {
    numbers.push(cursor.primaryKey);
    cursor = await cursor.continue();
  }
  return { ...(await annotationsAt(transaction, numbers)), total };
}

/** The numbers of the documents that met every condition. */
export function foundIn({ met, conditions }: Matches): number[] {
  const found: number[] = [];
  for (let number = 0; number < met.length; number++) if (met[number] === conditions) found.push(number);
  return found;
}

/** When things are only excluded all other documents are found: of these, people are taken out. */
export async function withoutPeople(
  transaction: Transaction<'readonly'>,
  found: number[],
): Promise<number[]> {
  const numbers = new Set(await keysOf(transaction, Infinity));
  return found.filter((number) => numbers.has(number));
}

/** The best of what was found: of two with one score the later number. Selected by a bounded list, so that only few are sorted. */
export function best(found: readonly number[], scores: Float32Array, most: number): number[] {
  const order = (a: number, b: number): number => (scores[b] ?? 0) - (scores[a] ?? 0) || b - a;
  let kept: number[] = [];
  let floor = -1;
  for (const number of found) {
    if ((scores[number] ?? 0) < floor) continue;
    kept.push(number);
    if (kept.length < 2 * most + 1_000) continue;
    kept = kept.sort(order).slice(0, most);
    floor = scores[kept.at(-1) ?? 0] ?? 0;
  }
  return kept.sort(order).slice(0, most);
}

/** A page of what was found, the newest first. */
export async function newest(
  transaction: Transaction<'readonly'>,
  found: readonly number[],
  offset: number,
  limit: number,
): Promise<number[]> {
  const wanted = new Set(found);
  const refused = await refusedDocuments(transaction);
  // Refusals stand in an index of their own.
  if (wanted.size <= FEW || found.some((number) => refused.has(number))) {
    const read = await Promise.all(found.map((number) => transaction.objectStore('documents').get(number)));
    const order = read.filter((document) => document !== undefined);
    const time = ({ newest, refused: refusedAt }: DocumentRecord): number => newest ?? refusedAt ?? 0;
    order.sort((a, b) => time(a) - time(b));
    return order.slice(offset, offset + limit).map(({ number = -1 }) => number);
  }
  return (await keysOf(transaction, offset + limit, wanted)).slice(offset, offset + limit);
}

/** Numbers of documents from the newest on, only those that are wanted, at most `most`. */
async function keysOf(
  transaction: Transaction<'readonly'>,
  most: number,
  wanted?: ReadonlySet<number>,
): Promise<number[]> {
  const index = transaction.objectStore('documents').index('newest');
  const numbers: number[] = [];
  let range: IDBKeyRange | null = null;
  for (;;) {
    const keys = await index.getAllKeys(range, WALK);
    for (const key of keys) if (wanted === undefined || wanted.has(key)) numbers.push(key);
    const last = keys.at(-1);
    if (numbers.length >= most || keys.length < WALK || last === undefined) return numbers;
    const time = (await transaction.objectStore('documents').get(last))?.newest ?? 0;
    range = IDBKeyRange.lowerBound(time, true);
    // Others of the very same millisecond must not be stepped over.
    const same = await index.getAllKeys(IDBKeyRange.only(time));
    const seen = new Set(keys);
    for (const key of same)
      if (!seen.has(key) && (wanted === undefined || wanted.has(key))) numbers.push(key);
  }
}

/** The annotations of documents with their articles; broken ones are counted. */
export async function annotationsAt(
  transaction: Transaction<'readonly'>,
  numbers: readonly number[],
): Promise<{ readonly items: readonly Found[]; readonly skipped: number }> {
  const documents: readonly (DocumentRecord | undefined)[] = await Promise.all(
    numbers.map((number) => transaction.objectStore('documents').get(number)),
  );
  const store = transaction.objectStore('annotations');
  const values: unknown[] = await Promise.all(documents.map((document) => store.get(document?.key ?? '')));
  const articleOf = articleReader(transaction);
  const items: Found[] = [];
  for (const value of values) {
    const annotation = parseAnnotation(value);
    if (annotation !== null) items.push({ annotation, article: await articleOf(annotation) });
  }
  return { items, skipped: values.length - items.length };
}
