import { parseAnnotation } from '#core/annotation-guard.ts';
import { byPosition, isSamePassage } from '#core/annotation-passage.ts';
import type { Annotation, ArticleRecord } from '#core/annotation.ts';
import { laterThan } from '#core/later-than.ts';
import { mergeAnnotation } from '#core/merge-annotation.ts';
import { mergeIntoArticles } from './articles.ts';
import { refusedDocuments } from './refused-documents.ts';
import type { Storage } from './database.ts';
import type { DocumentRecord, Transaction } from './schema.ts';
import type { Need } from './full-disk.ts';
import { listing, type Listing } from './listing.ts';
import { recordChange } from './record-change.ts';
import { soundDocument } from './sound-records.ts';
import { areSmall, evenWhenFull } from './when-full.ts';

/** How many records one step of `allAnnotations` reads. */
const BATCH = 500;

export interface PutInput {
  readonly annotation: Annotation;
  readonly article: ArticleRecord;
  /**
   * `modified` of the record that the editor had loaded or last got back; null when it had none. When the stored one
   * is another, both were edited at once and are merged. Where it is null and the very same passage is kept already, the two become one
   * record, with the id of that one. Without it the stored record is replaced.
   */
  readonly base?: string | null;
}

/**
 * Stores an annotation and its article in one transaction and resolves after it has completed. Answers the record as
 * it is stored: an editor takes its note and its `modified` over. A record in the trash comes back out of it.
 */
export function putAnnotation(storage: Storage, input: PutInput, now = Date.now()): Promise<Annotation> {
  const { annotation, article, base } = input;
  const change = (need: Need): Promise<Annotation> =>
    recordChange(storage, { action: 'put', about: annotation.id, now, need }, async (recorder) => {
      const { transaction } = recorder;
      const [kept, thrown] = await Promise.all([
        transaction.objectStore('annotations').get(annotation.id),
        transaction.objectStore('trash').get(annotation.id),
      ]);
      const own = parseAnnotation(kept) ?? parseAnnotation(thrown?.annotation);
      // Made in two windows at once, neither of which knew of the other's: one record of one passage.
      const twin = own === null && base === null ? await twinOf(transaction, annotation) : null;
      const other = own ?? twin;
      const apart = other !== null && base !== undefined && other.modified !== base;
      const merged = apart ? mergeAnnotation(annotation, other) : annotation;
      // An editor's clock may be behind that of the machine that has written before it.
      const isBehind = base !== undefined && other !== null && merged.modified <= other.modified;
      const timed = isBehind ? { ...merged, modified: laterThan(other.modified) } : merged;
      const next = twin === null ? timed : { ...timed, id: twin.id };
      await Promise.all([mergeIntoArticles(transaction, article), recorder.put('annotations', next)]);
      if (thrown !== undefined) await recorder.remove('trash', annotation.id);
      return next;
    });
  return evenWhenFull(change, async () => isShorter(annotation, await getAnnotation(storage, annotation.id)));
}

/** Whether an edit leaves less than there was, and little of it. */
function isShorter(next: Annotation, kept: Annotation | null): boolean {
  return (
    kept !== null && areSmall([next, kept]) && JSON.stringify(next).length <= JSON.stringify(kept).length
  );
}

/** Of an article with more records than these, only the last that were changed are looked at for the very same passage. */
const FEW = 40;

/**
 * What is kept already of the very same passage, or null. Two windows that do not know of each other's saves are at it at about the same
 * time: a save is not to read the thousands of records that an article may have.
 */
async function twinOf(
  transaction: Transaction<'readwrite'>,
  annotation: Annotation,
): Promise<Annotation | null> {
  const { source } = annotation.target;
  const store = transaction.objectStore('annotations');
  const some = await store.index('source').getAllKeys(source, FEW + 1);
  const ids = some.length <= FEW ? some : await lastChanged(transaction);
  const others = (await Promise.all(ids.map((id) => store.get(id)))).map(parseAnnotation);
  return (
    others.find((one) => one !== null && one.target.source === source && isSamePassage(one, annotation)) ??
    null
  );
}

/** The ids of the last passages that were changed, of whatever article. */
async function lastChanged(transaction: Transaction<'readwrite'>): Promise<readonly string[]> {
  const documents: readonly DocumentRecord[] = await transaction
    .objectStore('documents')
    .index('newest')
    .getAll(null, FEW);
  return documents.map((document) => soundDocument(document).key);
}

/** One annotation by its id, or null when there is none that can be read. */
export function getAnnotation(storage: Storage, id: string): Promise<Annotation | null> {
  return storage.read(['annotations'], async (transaction) =>
    parseAnnotation(await transaction.objectStore('annotations').get(id)),
  );
}

/** The annotations of one article, in the order of their position. */
export function annotationsOf(storage: Storage, source: string): Promise<Listing<Annotation>> {
  return storage.read(['annotations'], async (transaction) => {
    const values = await transaction.objectStore('annotations').index('source').getAll(source);
    const { items, skipped } = listing(values, parseAnnotation);
    return { items: items.toSorted(byPosition), skipped };
  });
}

/**
 * Every annotation, by id, a batch at a time, so that an export of ten years needs no memory for ten years. `onBroken`
 * is told the id of each record that could not be read.
 */
export async function* allAnnotations(
  storage: Storage,
  onBroken: (id: string) => void = () => {},
): AsyncGenerator<Annotation, void, undefined> {
  let last: string | null = null;
  for (;;) {
    const range: IDBKeyRange | null = last === null ? null : IDBKeyRange.lowerBound(last, true);
    const [keys, values]: [string[], unknown[]] = await storage.read(['annotations'], (transaction) => {
      const store = transaction.objectStore('annotations');
      return Promise.all([store.getAllKeys(range, BATCH), store.getAll(range, BATCH)]);
    });
    for (const [index, key] of keys.entries()) {
      const annotation = parseAnnotation(values[index]);
      if (annotation === null) onBroken(key);
      else yield annotation;
    }
    last = keys.at(-1) ?? null;
    if (last === null) return;
  }
}

/**
 * How many passages are kept: annotations but for bare refusals. Of a database that knows no refusals, all annotations. An IndexedDB
 * counts a hundred thousand in 160 ms, and everything else waits for it.
 */
export async function countKept(storage: Storage): Promise<number> {
  const all = (transaction: Transaction<'readonly'>): Promise<number> =>
    transaction.objectStore('annotations').count();
  if (storage.readOnly() !== null) return storage.read(['annotations'], all);
  return storage.read(['annotations', 'documents'], async (transaction) => {
    const [count, refused] = await Promise.all([all(transaction), refusedDocuments(transaction)]);
    return Math.max(0, count - refused.size);
  });
}

/** Whether at least so many passages are kept, without counting them all. */
export function keepsAtLeast(storage: Storage, least: number): Promise<boolean> {
  return storage.read(['annotations', 'documents'], async (transaction) => {
    const refused = await refusedDocuments(transaction);
    const keys = await transaction.objectStore('annotations').getAllKeys(null, least + refused.size);
    return keys.length >= least + refused.size;
  });
}

/** Whether anything is there, be it a bare refusal, in the trash, or only the reader's word on somebody. */
export async function holdsAnything(storage: Storage): Promise<boolean> {
  const isIn = (name: 'annotations' | 'trash' | 'tallies'): Promise<boolean> =>
    storage.read([name], async (transaction) => {
      const keys = await transaction.objectStore(name).getAllKeys(null, 1);
      return keys.length > 0;
    });
  // A library of before, which can only be read, knows no people.
  return (await isIn('annotations')) || (await isIn('trash')) || isIn('tallies').catch(() => false);
}

/** The annotations with these ids, in that order; those that are not there or broken are left out. */
export function getAnnotations(storage: Storage, ids: readonly string[]): Promise<readonly Annotation[]> {
  return storage.read(['annotations'], async (transaction) => {
    const store = transaction.objectStore('annotations');
    const values = await Promise.all(ids.map((id) => store.get(id)));
    return values.map(parseAnnotation).filter((annotation) => annotation !== null);
  });
}
