/**
 * Scores a detection against gold labels. Simple on purpose, and our own: every figure that the README shows comes
 * from here.
 */
import type { Detection, Quotation } from '#core/detect/types.ts';
import type { Span } from '#core/text.ts';

export interface GoldSpeaker extends Span {
  readonly text: string;
  /** Full name, or several separated by `|`; absent where nobody resolved it. */
  readonly person?: string | null;
  /** Other stretches that name the same speaker. */
  readonly more?: readonly Span[];
}

export interface GoldQuote extends Span {
  readonly kind: 'direct' | 'mixed' | 'indirect';
  readonly speaker: GoldSpeaker | null;
}

/** One line of a gold file. */
export interface GoldArticle {
  readonly id: string;
  readonly text: string;
  readonly language?: string;
  readonly quotes: readonly GoldQuote[];
  readonly people: readonly Span[];
  /** Stretches where a prediction is neither right nor wrong. */
  readonly ignore?: readonly Span[];
}

/** A share: `right` of `all`. */
export interface Share {
  right: number;
  all: number;
}

/** What is counted over a set of articles. */
export interface Counts {
  articles: number;
  characters: number;
  milliseconds: number;
  /** Quotations found at IoU ≥ 0.8, of those predicted and of those in the gold. */
  quotePrecision: Share;
  quoteRecall: Share;
  /** Gold speakers that the predicted speaker of the same words overlaps, by kind. */
  direct: Share;
  mixed: Share;
  /** Predicted speakers that are right. */
  attribution: Share;
  /** Gold speakers that are no name and whose person is right. */
  pronoun: Share;
  peoplePrecision: Share;
  peopleRecall: Share;
  /** Right speakers by stated confidence, in tenths. */
  calibration: Map<number, Share>;
}

export function emptyCounts(): Counts {
  const share = (): Share => ({ right: 0, all: 0 });
  return {
    articles: 0,
    characters: 0,
    milliseconds: 0,
    quotePrecision: share(),
    quoteRecall: share(),
    direct: share(),
    mixed: share(),
    attribution: share(),
    pronoun: share(),
    peoplePrecision: share(),
    peopleRecall: share(),
    calibration: new Map(),
  };
}

const EDGE = /[\s"“”„‟«»‹›‘’'`,.;:!?…–—-]/u;

/** A span without the marks, stops and blanks at its ends: where they belong is a matter of house style. */
function trimmed(text: string, span: Span): Span {
  let { start, end } = span;
  while (start < end && EDGE.test(text[start] ?? '')) start++;
  while (end > start && EDGE.test(text[end - 1] ?? '')) end--;
  return { start, end };
}

const shared = (a: Span, b: Span): number => Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start));
const size = (a: Span): number => a.end - a.start;
const iou = (a: Span, b: Span): number => shared(a, b) / (size(a) + size(b) - shared(a, b) || 1);

function count(share: Share, right: boolean): void {
  share.all++;
  if (right) share.right++;
}

/** The last word of a name, lower-cased, for comparing people. */
function lastName(name: string): string {
  const bare = name
    .replace(/['’]s$/u, '')
    .replace(/[,(].*$/u, '')
    .replace(/\s(?:Jr|Sr|II|III|IV)\.?$/u, '')
    .trim();
  return (bare.split(/\s+/u).at(-1) ?? '').toLowerCase().replace(/[^\p{L}\p{M}-]/gu, '');
}

const samePerson = (gold: string, found: string): boolean =>
  gold.split('|').some((name) => lastName(name) === lastName(found));
const PRONOUN = /^(?:he|she|they|it|i|we|who|you|him|her|his|their)$/i;
const isName = (text: string): boolean => !PRONOUN.test(text) && /\p{Lu}/u.test(text);

/** Pairs gold and predicted quotations one to one, the largest overlap first. */
function pairUp(gold: readonly Span[], found: readonly Span[]): Map<number, number> {
  const scored: [number, number, number][] = [];
  gold.forEach((g, i) => found.forEach((f, j) => shared(g, f) > 0 && scored.push([iou(g, f), i, j])));
  scored.sort((a, b) => b[0] - a[0]);
  const pairs = new Map<number, number>();
  const used = new Set<number>();
  for (const [, i, j] of scored) {
    if (pairs.has(i) || used.has(j)) continue;
    pairs.set(i, j);
    used.add(j);
  }
  return pairs;
}

const names = (speaker: GoldSpeaker, found: Span): boolean =>
  [speaker, ...(speaker.more ?? [])].some((span) => shared(span, found) > 0);

function scoreQuotes(counts: Counts, article: GoldArticle, quotations: readonly Quotation[]): void {
  const { text } = article;
  const gold = article.quotes
    .filter((q) => q.kind !== 'indirect')
    .map((q) => ({ q, span: trimmed(text, q) }));
  const ignored = article.ignore ?? [];
  const found = quotations
    .filter((q) => q.kind !== 'indirect' && !ignored.some((i) => shared(i, q) > 0))
    .map((q) => ({ q, span: trimmed(text, q) }))
    .filter(({ span }) => size(span) > 0);
  const pairs = pairUp(
    gold.map((g) => g.span),
    found.map((f) => f.span),
  );
  let hits = 0;
  gold.forEach(({ q, span }, i) => {
    const paired = found[pairs.get(i) ?? -1];
    const hit = paired !== undefined && iou(span, paired.span) >= 0.8;
    if (hit) hits++;
    count(counts.quoteRecall, hit);
    if (!q.speaker) return;
    const half =
      paired && iou(span, paired.span) >= 0.5
        ? paired
        : found.find((f) => shared(f.span, span) >= size(span) / 2);
    const speaker = half?.q.speaker ?? null;
    count(q.kind === 'direct' ? counts.direct : counts.mixed, speaker !== null && names(q.speaker, speaker));
    const { person } = q.speaker;
    if (person && !isName(q.speaker.text))
      count(counts.pronoun, speaker !== null && samePerson(person, speaker.person ?? speaker.text));
  });
  counts.quotePrecision.all += found.length;
  counts.quotePrecision.right += hits;
  for (const { q, span } of found) {
    if (!q.speaker) continue;
    const other = gold.find((g) => shared(g.span, span) >= Math.min(size(g.span), size(span)) / 2);
    const theirs = other?.q.speaker ?? null;
    const right = theirs !== null && names(theirs, q.speaker);
    count(counts.attribution, right);
    const tenth = Math.min(9, Math.floor(q.confidence * 10));
    const bin = counts.calibration.get(tenth) ?? { right: 0, all: 0 };
    count(bin, right);
    counts.calibration.set(tenth, bin);
  }
}

function scorePeople(counts: Counts, article: GoldArticle, found: Detection): void {
  const key = (span: Span): string => `${span.start},${span.end}`;
  const gold = new Set(article.people.map(key));
  const ignored = article.ignore ?? [];
  const spans = found.people
    .flatMap((person) => person.mentions)
    .filter((m) => !ignored.some((i) => shared(i, m) > 0));
  const predicted = new Set(spans.map(key));
  for (const p of predicted) count(counts.peoplePrecision, gold.has(p));
  for (const g of gold) count(counts.peopleRecall, predicted.has(g));
}

/** What the set of an article labels at all: where it labels no people, none found is wrong. */
export interface Labelled {
  readonly quotes: boolean;
  readonly people: boolean;
}

/** Adds one article's result to the counts. */
export function scoreArticle(
  counts: Counts,
  article: GoldArticle,
  found: Detection,
  milliseconds: number,
  labelled: Labelled,
): void {
  counts.articles++;
  counts.characters += article.text.length;
  counts.milliseconds += milliseconds;
  if (labelled.quotes) scoreQuotes(counts, article, found.quotations);
  if (labelled.people) scorePeople(counts, article, found);
}
