/** The figures of the detector on our own gold set, in percent. */
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { detect } from '#core/detect/detect.ts';
import type { Detection } from '#core/detect/types.ts';
import type { Span } from '#core/text.ts';
import { emptyCounts, scoreArticle, type GoldArticle, type Share } from './eval-score.ts';

/** Where the set is, from the root of the project. */
export const GOLD = 'tests/fixtures/gold';

export const FIGURES = ['quotes', 'direct', 'mixed', 'named', 'pronoun', 'people', 'open', 'apart'] as const;

/**
 * `quotes` and `people`: F1. `direct`, `mixed`: speakers found. `named`: of the speakers we name, right. `pronoun`:
 * *he*, *the senator* resolved to the right person. `open`: of the quotations of nobody who can be named, those for which
 * we name nobody. `apart`: of the people we find, those that do not mix two. Null where the set has none.
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

/** How many quotations nobody who can be named speaks (an office, a paper, one of two people), and for how many we name nobody. */
function openShare(article: GoldArticle, found: Detection): Share {
  const share = { right: 0, all: 0 };
  for (const gold of article.quotes) {
    if (gold.kind === 'indirect' || gold.speaker?.person) continue;
    const same = found.quotations.find((q) => q.start < gold.end && gold.start < q.end);
    share.all++;
    if (!same?.speaker?.person) share.right++;
  }
  return share;
}

/** How many of the people found are one person of the gold, not two with one surname. */
function apartShare(article: GoldArticle, found: Detection): Share {
  const people = article.people as readonly (Span & { readonly person?: string })[];
  const share = { right: 0, all: 0 };
  for (const { mentions } of found.people) {
    const same = people.filter((g) => mentions.some((m) => m.start === g.start && m.end === g.end));
    if (same.length === 0) continue;
    share.all++;
    if (new Set(same.map((g) => g.person)).size === 1) share.right++;
  }
  return share;
}

function add(sum: Share, share: Share): void {
  sum.right += share.right;
  sum.all += share.all;
}

/** Runs the detector over the articles and scores it. */
export function goldFigures(articles: readonly GoldArticle[]): GoldFigures {
  const counts = emptyCounts();
  const open = { right: 0, all: 0 };
  const apart = { right: 0, all: 0 };
  for (const article of articles) {
    const found = detect(article.text, { language: article.language });
    scoreArticle(counts, article, found, 0, { quotes: true, people: true });
    add(open, openShare(article, found));
    add(apart, apartShare(article, found));
  }
  return {
    quotes: f1(counts.quotePrecision, counts.quoteRecall),
    direct: percent(counts.direct),
    mixed: percent(counts.mixed),
    named: percent(counts.attribution),
    pronoun: percent(counts.pronoun),
    people: f1(counts.peoplePrecision, counts.peopleRecall),
    open: percent(open),
    apart: percent(apart),
  };
}
