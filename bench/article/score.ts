/** Shares of a page's four-word sequences: found rightly, found wrongly, missed. They add up to 1. */
export interface PageScore {
  readonly right: number;
  readonly wrong: number;
  readonly missed: number;
}

const RUN = 4;

/** How often each sequence of four words occurs. */
function shingles(text: string): Map<string, number> {
  const words = text.toLowerCase().match(/[\p{L}\p{M}\p{N}_]+/gu) ?? [];
  const counts = new Map<string, number>();
  for (let i = 0; i < Math.max(1, words.length - RUN + 1); i++) {
    const run = words.slice(i, i + RUN).join(' ');
    if (run !== '') counts.set(run, (counts.get(run) ?? 0) + 1);
  }
  return counts;
}

const sum = (values: Iterable<number>): number => [...values].reduce((a, b) => a + b, 0);

/** Compares a text with the gold one, as the article-extraction benchmark of Scrapinghub does. */
export function scorePage(text: string, gold: string): PageScore {
  const [found, wanted] = [shingles(text), shingles(gold)];
  const right = sum([...found].map(([run, count]) => Math.min(count, wanted.get(run) ?? 0)));
  const wrong = sum(found.values()) - right;
  const missed = sum(wanted.values()) - right;
  const all = right + wrong + missed || 1;
  return { right: right / all, wrong: wrong / all, missed: missed / all };
}

/** Precision, recall and F1 of the pages together; each page weighs the same. */
export function scorePages(pages: readonly PageScore[]): { precision: number; recall: number; f1: number } {
  const right = sum(pages.map((page) => page.right));
  const precision = right / (right + sum(pages.map((page) => page.wrong)) || 1);
  const recall = right / (right + sum(pages.map((page) => page.missed)) || 1);
  return { precision, recall, f1: (2 * precision * recall) / (precision + recall || 1) };
}
