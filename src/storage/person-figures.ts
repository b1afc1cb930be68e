import type { Storage } from './database.ts';
import { personTerm } from '#core/search/search-filter.ts';
import { openIndex, readTerm, visitTerm } from './index-terms.ts';

/** How often something is there. */
export interface Figure {
  readonly name: string;
  readonly count: number;
}

/** How many of a person's passages fall to each outlet, tag and month. */
export interface PersonFigures {
  readonly outlets: readonly Figure[];
  readonly tags: readonly Figure[];
  readonly months: readonly Figure[];
}

/** Counts a person's passages, from what the index knows of each: no passage is opened. Names are folded as they are searched. */
export function personFigures(storage: Storage, id: string): Promise<PersonFigures> {
  return storage.read(['documents', 'postings'], async (transaction) => {
    const view = await openIndex(transaction);
    const numbers: number[] = [];
    visitTerm(view, await readTerm(view, personTerm(id)), false, (number) => numbers.push(number));
    const store = transaction.objectStore('documents');
    const documents = await Promise.all(numbers.map((number) => store.get(number)));
    const counts = new Map<string, number>();
    for (const document of documents) {
      for (const term of document?.filters ?? []) counts.set(term, (counts.get(term) ?? 0) + 1);
    }
    const of = (prefix: string): Figure[] =>
      [...counts]
        .filter(([term]) => term.startsWith(prefix))
        .map(([term, count]) => ({ name: term.slice(prefix.length), count }));
    const byCount = (figures: Figure[]): Figure[] => figures.sort((a, b) => b.count - a.count);
    const byName = (figures: Figure[]): Figure[] => figures.sort((a, b) => (a.name < b.name ? -1 : 1));
    return { outlets: byCount(of(':o')), tags: byCount(of(':t')), months: byName(of(':m')) };
  });
}
