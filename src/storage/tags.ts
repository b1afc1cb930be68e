import type { Storage } from './database.ts';
import { holdersOf, openIndex } from './index-terms.ts';
import type { PostingsRecord } from './schema.ts';

/** So many tags, and of one tag so many records of the index, are looked at. */
const MANY = 20_000;

/** A tag, folded as it is searched, and how many annotations have it. */
export interface TagCount {
  readonly tag: string;
  readonly count: number;
}

/** The tags in use, the most frequent first. They are read from the index, so that no annotation is opened. */
export function listTags(storage: Storage, limit: number): Promise<readonly TagCount[]> {
  return storage.read(['documents', 'postings'], async (transaction) => {
    const view = await openIndex(transaction);
    const range = IDBKeyRange.bound([':t'], [':t\uffff']);
    const records = await transaction.objectStore('postings').getAll(range, MANY);
    const terms = new Set(
      [...records.map(({ term }) => term), ...view.fresh.keys()].filter((term) => term.startsWith(':t')),
    );
    const byTerm = new Map<string, PostingsRecord[]>();
    for (const record of records) byTerm.set(record.term, [...(byTerm.get(record.term) ?? []), record]);
    const counts = [...terms].map((term) => ({
      tag: term.slice(2),
      count: holdersOf(view, { term, records: byTerm.get(term) ?? [] }),
    }));
    return counts
      .filter(({ count }) => count > 0)
      .sort((a, b) => b.count - a.count)
      .slice(0, limit);
  });
}
