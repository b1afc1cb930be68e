/** The figures of the detector on our own gold set, in percent. */
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { detect } from '#core/detect/detect.ts';
import { emptyCounts, scoreArticle, type GoldArticle, type Share } from './eval-score.ts';

/** Where the set is, from the root of the project. */
export const GOLD = 'tests/fixtures/gold';

export const FIGURES = ['quotes', 'direct', 'mixed', 'named', 'pronoun', 'people', 'open'] as const;

/**
 * `quotes` and `people`: F1. `direct`, `mixed`: speakers found. `named`: of the speakers we name, right. `pronoun`:
 * *he*, *the senator* resolved to the right person. `open`: of those that the text leaves open, those we leave open.
 * Null where the set has none.
 */
export type GoldFigures = Readonly<Record<(typeof FIGURES)[number], number | null>>;

/** The gold files by name, "english" for english.jsonl. */
export function readGoldSets(folder = GOLD): Map<string, GoldArticle[]> {
  const files = readdirSync(folder).filter((name) => name.endsWith('.jsonl'));
  return new Map(
    files.sort().map((file) => {
      const lines = readFileSync(join(folder, file), 'utf8').trim().split('\n');
      return [basename(file, '.jsonl'), lines.map((line) => JSON.parse(line) as GoldArticle)];
    }),
  );
}

const percent = (share: Share): number | null => (share.all === 0 ? null : (100 * share.right) / share.all);

function f1(precision: Share, recall: Share): number | null {
  const both = precision.all + recall.all;
  return both === 0 ? null : (100 * (precision.right + recall.right)) / both;
}

/** How many quotations the text leaves open (no speaker, or one who could be two people), and how many we do. */
function openShare(article: GoldArticle, found: ReturnType<typeof detect>): Share {
  const share = { right: 0, all: 0 };
  for (const gold of article.quotes) {
    if (gold.kind === 'indirect' || (gold.speaker !== null && gold.speaker.person !== null)) continue;
    const same = found.quotations.find((q) => q.start < gold.end && gold.start < q.end);
    share.all++;
    const named = gold.speaker === null ? same?.speaker : same?.speaker?.person;
    if (!named) share.right++;
  }
  return share;
}

/** Runs the detector over the articles and scores it. */
export function goldFigures(articles: readonly GoldArticle[]): GoldFigures {
  const counts = emptyCounts();
  const open = { right: 0, all: 0 };
  for (const article of articles) {
    const found = detect(article.text, { language: article.language });
    scoreArticle(counts, article, found, 0, { quotes: true, people: true });
    const share = openShare(article, found);
    open.right += share.right;
    open.all += share.all;
  }
  return {
    quotes: f1(counts.quotePrecision, counts.quoteRecall),
    direct: percent(counts.direct),
    mixed: percent(counts.mixed),
    named: percent(counts.attribution),
    pronoun: percent(counts.pronoun),
    people: f1(counts.peoplePrecision, counts.peopleRecall),
    open: percent(open),
  };
}
