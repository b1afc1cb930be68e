import { parseArticle } from '#core/annotation-guard.ts';
import type { ArticleRecord } from '#core/annotation.ts';
import { outletOf } from '#core/search/search-document.ts';
import type { HeldRecord, Transaction } from './schema.ts';
import { countRow } from './totals.ts';

/** What the lists of articles and newspapers are read from, of an article that holds a record. */
export function heldRecord({ source, lastSeen, outlet }: ArticleRecord): HeldRecord {
  return { source, lastSeen, outlet: outletOf({ outlet }, source) };
}

/**
 * Notes whether articles hold a record, or are kept for themselves, after records of theirs were added or taken, or an article came back. One that cannot be read
 * stays as it was noted.
 */
export async function refreshHeld(
  transaction: Transaction<'readwrite'>,
  sources: ReadonlySet<string>,
): Promise<void> {
  await Promise.all([...sources].map((source) => refreshOne(transaction, source)));
}

async function refreshOne(transaction: Transaction<'readwrite'>, source: string): Promise<void> {
  const store = transaction.objectStore('held');
  const [stored, record, present] = await Promise.all([
    transaction.objectStore('articles').get(source),
    transaction.objectStore('annotations').index('source').getKey(source),
    store.get(source),
  ]);
  const article = parseArticle(stored);
  if (record === undefined && article?.saved === undefined) {
    if (present === undefined) return;
    await store.delete(source);
    countRow(transaction, 'held', present, undefined);
  } else if (article !== null) await putHeld(transaction, article, present);
}

/** Follows what an article says of itself, where it is among those that hold a record. */
export async function followArticle(
  transaction: Transaction<'readwrite'>,
  article: ArticleRecord,
): Promise<void> {
  const present = await transaction.objectStore('held').get(article.source);
  if (present !== undefined) await putHeld(transaction, article, present);
}

async function putHeld(
  transaction: Transaction<'readwrite'>,
  article: ArticleRecord,
  present: HeldRecord | undefined,
): Promise<void> {
  const next = heldRecord(article);
  if (present?.lastSeen === next.lastSeen && present.outlet === next.outlet) return;
  await transaction.objectStore('held').put(next);
  countRow(transaction, 'held', present, next);
}

/** The articles of these stored records, of which some may be broken. */
export function sourcesOf(records: readonly unknown[]): Set<string> {
  const sources = new Set<string>();
  for (const record of records) {
    const target = field(record, 'target');
    const source = field(target, 'source');
    if (typeof source === 'string') sources.add(source);
  }
  return sources;
}

function field(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined;
}
