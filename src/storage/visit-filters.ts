import { soundOrNone } from './sound-records.ts';
import { readTermsOf, visitTerm, type IndexView } from './index-terms.ts';

/** So many documents are read one by one; of more, the terms are read instead. */
export const FEW = 400;

/** Tells of each of these documents which terms that begin in one of these ways it has. No annotation is opened. */
export async function visitFilters(
  view: IndexView,
  numbers: readonly number[],
  beginnings: readonly string[],
  visit: (number: number, term: string) => void,
): Promise<void> {
  if (numbers.length <= FEW) {
    const store = view.transaction.objectStore('documents');
    const documents = await Promise.all(numbers.map(async (number) => soundOrNone(await store.get(number))));
    for (const document of documents) {
      for (const term of document?.filters ?? []) {
        if (beginnings.some((beginning) => term.startsWith(beginning))) visit(document?.number ?? -1, term);
      }
    }
    return;
  }
  const wanted = new Set(numbers);
  for (const beginning of beginnings) {
    for (const postings of await readTermsOf(view, beginning)) {
      visitTerm(view, postings, false, (number) => {
        if (wanted.has(number)) visit(number, postings.term);
      });
    }
  }
}
