import { parseAnnotation } from '#core/annotation-guard.ts';
import type { Annotation, ArticleRecord } from '#core/annotation.ts';
import { articleReader } from './articles.ts';
import type { Storage } from './database.ts';
import { libraryPage } from './library-page.ts';
import type { KnownList, ListPlaces } from './list-places.ts';
import type { Matches } from './match-index.ts';
import { refusedDocuments } from './refused-documents.ts';
import { soundOrNone } from './sound-records.ts';
import type { DocumentRecord, Transaction } from './schema.ts';

/** How many keys one step of a walk through the newest reads. */
const WALK = 8_000;
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
  { places, onBroken }: Pick<Storage, 'places' | 'onBroken'>,
  offset: number,
  limit: number,
): Promise<FoundPage> {
  const index = transaction.objectStore('documents').index('newest');
  const list = { list: 'passages', store: 'documents', name: 'newest', index, way: 'next' } as const;
  const { keys, total } = await libraryPage(transaction, places, { ...list, offset, limit });
  return { ...(await annotationsAt(transaction, onBroken, keys)), total };
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
  places: ListPlaces,
  found: number[],
): Promise<number[]> {
  const numbers = new Set(await keysOf(transaction, places, Infinity));
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
  places: ListPlaces,
  found: readonly number[],
  offset: number,
  limit: number,
): Promise<number[]> {
  const refused = await refusedDocuments(transaction);
  // Refusals stand in an index of their own.
  if (found.length <= FEW || found.some((number) => refused.has(number))) {
    const read = await Promise.all(found.map((number) => transaction.objectStore('documents').get(number)));
    const order = read.flatMap((document) => soundOrNone(document) ?? []);
    const time = ({ newest, refused: refusedAt }: DocumentRecord): number => newest ?? refusedAt ?? 0;
    order.sort((a, b) => time(a) - time(b));
    return order.slice(offset, offset + limit).map(({ number = -1 }) => number);
  }
  const wanted = new Uint8Array((found.at(-1) ?? 0) + 1);
  for (const number of found) wanted[number] = 1;
  return (await keysOf(transaction, places, offset + limit, wanted)).slice(offset, offset + limit);
}

/** Numbers of documents from the newest on, only those that are wanted (by number: 1), at most `most`. */
async function keysOf(
  transaction: Transaction<'readonly'>,
  places: ListPlaces,
  most: number,
  wanted?: Uint8Array,
): Promise<number[]> {
  const known = places.of(transaction, 'documents', 'newest');
  const numbers: number[] = [];
  for (let i = 0; ; i++) {
    if (i === known.numbers.length && !known.isWhole) await readOn(transaction, known);
    const number = known.numbers[i];
    if (number === undefined || numbers.length >= most) return numbers;
    if (wanted === undefined || wanted[number] === 1) numbers.push(number);
  }
}

/** Reads on in the list of the newest. */
async function readOn(transaction: Transaction<'readonly'>, known: KnownList): Promise<void> {
  const store = transaction.objectStore('documents');
  const index = store.index('newest');
  const from = known.numbers.length;
  const before = known.numbers.at(-1);
  const time = before === undefined ? null : ((await store.get(before))?.newest ?? 0);
  const range: IDBKeyRange | null = time === null ? null : IDBKeyRange.lowerBound(time, true);
  const keys = await index.getAllKeys(range, WALK);
  const last = keys.at(-1);
  const isWhole = last === undefined || keys.length < WALK;
  // Others of the very same millisecond as the last must not be stepped over.
  const same = isWhole ? [] : await index.getAllKeys(IDBKeyRange.only((await store.get(last))?.newest ?? 0));
  // Another transaction may have read the same meanwhile.
  if (known.numbers.length !== from || known.isWhole) return;
  for (const key of new Set([...keys, ...same])) known.numbers.push(key);
  known.isWhole = isWhole;
}

/** The annotations of documents with their articles; broken ones are counted. */
export async function annotationsAt(
  transaction: Transaction<'readonly'>,
  onBroken: Storage['onBroken'],
  numbers: readonly number[],
): Promise<{ readonly items: readonly Found[]; readonly skipped: number }> {
  const documents: readonly (DocumentRecord | undefined)[] = await Promise.all(
    numbers.map(async (number) => soundOrNone(await transaction.objectStore('documents').get(number))),
  );
  const store = transaction.objectStore('annotations');
  const values: unknown[] = await Promise.all(documents.map((document) => store.get(document?.key ?? '')));
  const articleOf = articleReader(transaction);
  const items: Found[] = [];
  for (const value of values) {
    const annotation = parseAnnotation(value);
    if (annotation !== null) items.push({ annotation, article: await articleOf(annotation) });
  }
  const broken = numbers.filter((_number, at) => parseAnnotation(values[at]) === null);
  if (broken.length > 0) onBroken(broken.map((number) => ({ store: 'documents', key: number })));
  return { items, skipped: values.length - items.length };
}
