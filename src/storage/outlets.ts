import { outletOf } from '#core/search/search-document.ts';
import type { Storage } from './database.ts';

/** So many articles are looked at. */
const MANY = 100_000;

/** A newspaper, or the host of an article that names none, and how many articles are of it. */
export interface OutletCount {
  readonly outlet: string;
  readonly count: number;
}

/** The newspapers of the kept articles, those with the most articles first. */
export function listOutlets(storage: Storage, limit: number): Promise<readonly OutletCount[]> {
  return storage.read(['articles'], async (transaction) => {
    const counts = new Map<string, number>();
    for (const article of await transaction.objectStore('articles').getAll(null, MANY)) {
      const outlet = outletOf(article, article.source);
      if (outlet !== '') counts.set(outlet, (counts.get(outlet) ?? 0) + 1);
    }
    return [...counts]
      .map(([outlet, count]) => ({ outlet, count }))
      .sort((a, b) => b.count - a.count || a.outlet.localeCompare(b.outlet))
      .slice(0, limit);
  });
}
