import type { Candidate, QuoteFacts } from './candidate.ts';
import type { CueSite, CueSites } from './cue-sites.ts';
import type { QuotationEvidence } from './evidence.ts';
import { cueStrength, lex } from './lexicon.ts';
import { together, type Syntax } from './syntax.ts';
import { weights } from './weights.ts';

/** Cues further from a quotation than this many items are not looked at. */
const REACH = 90;
/** A passive verb further right than this does not announce the quotation. */
const PASSIVE_REACH = 8;
/** The first finite verb is looked for among this many. */
const MOST_VERBS = 20;
/** Verbs that announce speech only beside a quotation: they yield to an assertion further left. */
const isWeak = (bits: number): boolean => cueStrength(bits) === 1;

/** Verbs that give a name when their subject is a thing. */
const NAMING = new Set([
  'called',
  'titled',
  'entitled',
  'named',
  'dubbed',
  'nicknamed',
  'labeled',
  'labelled',
  'branded',
  'known',
]);
/** Verbs of doing and perceiving, which announce a term beside them and nothing further right: `sent “secret” mails`. */
const LOOSE =
  /^(?:feel|felt|hold|held|show|showed|shown|see|saw|seen|hear|heard|send|sent|go|goes|went|use|used|stand|stood|know|knew|known|find|found|sing|sang|cast|share|shared|name|named)s?$/;
const MODAL = new Set(['to', 'will', 'would', 'should', 'could', 'can', 'may', 'might', 'must', "'ll", "'d"]);

const INNER = new Set(['after', 'before', 'when', 'while', 'although', 'though', 'because', 'since']);

/** Quotation marks that belong to no pair. */
const STRAY = /^["“”'‘’«»]$/;

interface Gap {
  readonly items: number;
  readonly quotes: number;
}

function gapBetween(x: Syntax, from: number, to: number): Gap {
  let items = 0;
  let quotes = 0;
  for (let i = from; i < to; i++) {
    if (x.tags[i] === 'Q') quotes++;
    else if (x.tags[i] !== '.' || !STRAY.test(x.o.lower[i] ?? '')) items++;
  }
  return { items, quotes };
}

function evidenceOf(site: CueSite, side: 'left' | 'right', touching: boolean): QuotationEvidence {
  if (site.form === 'source') return 'according-to';
  if (site.form === 'passive') return 'passive';
  if (site.strength === 0) return 'weak-verb';
  if (site.inverted) return 'cue-inverted';
  if (side === 'right') return 'cue-after';
  return touching ? 'cue-before' : 'cue-around';
}

/** Whether “as” opens the clause of a verb that says no more than that one speaks. */
function asSaid(x: Syntax, site: CueSite): boolean {
  if (x.o.lower[Math.min(site.phrase.from, site.from) - 1] !== 'as') return false;
  return site.strength === 3 || /^puts?$/.test(x.o.lower[site.from] ?? '');
}

function rightScore(x: Syntax, q: QuoteFacts, site: CueSite, rank: number): number {
  let begin = site.inverted ? site.from : Math.min(site.phrase.from, site.from);
  // French “a déclaré Lee”, “a-t-elle dit”: the auxiliary stands first.
  // So does “as” in “…,” as Lee put it, “…,” as Lee keeps having to say.
  while (
    begin > q.item + 1 &&
    (x.tags[begin - 1] === 'X' ||
      (x.o.doc.language.verbSecond && x.tags[begin - 1] === 'O') ||
      (x.o.lower[begin - 1] === 'as' && asSaid(x, site)))
  )
    begin--;
  const gap = gapBetween(x, q.item + 1, begin);
  const first = x.tags[q.item + 1];
  const touching = gap.quotes === 0 && (gap.items === 0 || (gap.items === 1 && first === ','));
  const distance = site.from - begin;
  if (site.form === 'source') {
    // „…“, sagte Lee laut Reuters: the verb beside the quotation comes first.
    const verb = first === ',' ? q.item + 2 : q.item + 1;
    const told = x.o.doc.language.verbSecond && verb < site.from && cueStrength(x.o.bits[verb] ?? 0) >= 2;
    return (told ? weights.leftFar[3] : weights.source) - 0.1 * gap.items - 1.5 * gap.quotes;
  }
  if (site.form === 'passive') {
    // “…,” the crowd was told by Lee
    const announces = q.ending === 'comma' && site.strength > 1 && site.from - q.item < PASSIVE_REACH;
    return announces && gap.quotes === 0 ? weights.passive : 1;
  }
  if (site.strength === 0) {
    if (!touching || site.phrase.voice < 2) return weights.rightFar[0];
    if (q.ending === 'comma' && distance < 4) return weights.unknownVerbAfterComma;
    return q.ending === 'stop' && distance < 3 && gap.items === 0
      ? weights.unknownVerbAfterStop
      : weights.rightFar[0];
  }
  // “…,” he was the first to say: an infinitive far behind announces nothing.
  const infinitive = x.o.lower[site.from - 1] === 'to' && !site.inverted;
  if (infinitive && !asSaid(x, site)) return weights.rightFar[site.strength];
  let score: number;
  if (touching)
    score = weights.rightTouching[site.strength] - (q.ending === 'none' && gap.items === 0 ? 4 : 0);
  else {
    const comma = x.tags[begin - 1] === ',';
    score = (comma ? weights.rightComma : weights.rightFar)[site.strength] - 0.03 * gap.items;
  }
  return score - 0.5 * gap.quotes - (rank > 0 ? 0.4 : 0) - (distance > 12 ? 0.5 : 0);
}

/** Words that open a clause which only sets the scene: `After Lee said …, Park called it “…”`. */
const SCENE = new Set([
  'after',
  'before',
  'when',
  'while',
  'although',
  'though',
  'as',
  'since',
  'because',
  'if',
  'whereas',
  'until',
  'once',
  'even',
]);

/**
 * Whether the site's clause only sets the scene for a later one: it opens with such a word, or the sentence does
 * before its first comma, and a comma parts it from a later cue.
 */
function setsScene(x: Syntax, q: QuoteFacts, site: CueSite, later: readonly CueSite[]): boolean {
  const k = site.phrase.from - 1;
  const first = x.s.list[q.sentence]?.from ?? 0;
  const own = together(x, k, site.from) && SCENE.has(x.o.lower[k] ?? '');
  const opening =
    SCENE.has(x.o.lower[first] ?? '') && site.from - first < 30 && !commaBetween(x, first, site.from);
  if (site.inverted || !(own || opening)) return false;
  return later.some((other) => {
    const before = x.tags[other.phrase.from - 1];
    return other.phrase.from > site.to && other.from < q.item && before === ',';
  });
}

function commaBetween(x: Syntax, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (x.tags[i] === ',') return true;
  return false;
}

/**
 * Where the clause begins that holds the quotation, when it opens with a scene word and has a cue of its own
 * (`Lee left after Park called it “…”`); cues left of it do not govern the quotation. Else -1.
 */
function innerClause(x: Syntax, q: QuoteFacts, left: readonly CueSite[]): number {
  for (let n = left.length - 1; n >= 0; n--) {
    const site = left[n];
    if (!site || site.strength === 0 || site.inverted) continue;
    const k = site.phrase.from - 1;
    if (together(x, k, q.item) && INNER.has(x.o.lower[k] ?? ''))
      return commaBetween(x, site.to, q.item) ? -1 : k;
  }
  return -1;
}

/** “from an account called “…””, “a blog, called “…””: the participle says what the noun before it is called. */
function isNamed(x: Syntax, { from, phrase }: CueSite): boolean {
  if (phrase.kind !== 'common') return false;
  if (x.tags[from - 1] === ',') return true;
  const before = together(x, phrase.from - 1, from) ? x.tags[phrase.from - 1] : undefined;
  return phrase.to === from && (before === 'I' || before === 'V' || before === 'G');
}

interface LeftContext {
  /** Cues between this one and the quotation. */
  readonly rank: number;
  /** Whether the verb is the sentence's first. */
  readonly main: boolean;
  /** Whether an assertion stands left of the quotation. */
  readonly outer: boolean;
  /** Whether the quotation's own clause begins right of it. */
  readonly outside: boolean;
  /** Whether its clause only sets the scene for a later one. */
  readonly scene: boolean;
  /** Whether several cues do. */
  readonly several: boolean;
}

function leftScore(x: Syntax, q: QuoteFacts, site: CueSite, c: LeftContext): number {
  const finish = site.inverted ? Math.max(site.to, site.phrase.to) : site.to;
  const gap = gapBetween(x, finish, q.item);
  if (site.form === 'source') return weights.source - 0.1 * gap.items - 1.5 * gap.quotes;
  if (site.form === 'passive') return weights.passive - (site.strength === 0 ? 4.7 : 0) - 0.25 * gap.items;
  const before = x.tags[q.item - 1];
  const bits = x.o.bits[site.from] ?? 0;
  const asserts = (bits & lex.assertion) !== 0;
  if (site.strength === 0) {
    if (q.direct && before === ',' && gap.items <= 3 && gap.quotes === 0 && site.phrase.voice === 2)
      return weights.unknownVerbBefore;
    const far = gap.items > 12 ? 0.5 : 0;
    return weights.leftFar[0] - 0.05 * gap.items - far + (c.main ? 1.4 : 0);
  }
  const plain = gap.items === 0 || (gap.items === 1 && (before === ',' || before === ':'));
  const that = x.o.lower[q.item - 1] === 'that' || before === ':';
  const touching = (gap.quotes === 0 && plain) || (that && gap.items <= 4);
  let score: number;
  if (touching) score = weights.leftTouching[site.strength];
  else if (that) score = weights.leftColon[site.strength];
  else if (before === ',') score = weights.leftComma[site.strength];
  else score = weights.leftFar[site.strength];
  const far = !touching && !that && before !== ',';
  if (isWeak(bits)) score = Math.min(score, q.direct ? 7 : c.outer ? 3.6 : 4.6);
  const names = NAMING.has(x.o.lower[site.from] ?? '') && (site.phrase.voice === 0 || isNamed(x, site));
  if (names && gap.items <= 1) return 0;
  if (!q.direct) {
    // “said that voters will say “no””: what someone will, may or ought to say is the assertion’s.
    if (c.outer && touching && MODAL.has(x.o.lower[site.from - 1] ?? '')) score -= 5;
    const what = x.o.lower[site.phrase.from - 1] === 'what' && together(x, site.phrase.from - 1, site.from);
    if (what && (c.outer || c.several)) score -= 5.5;
    if (site.strength === 1 && far) score -= LOOSE.test(x.o.lower[site.from] ?? '') ? 2 : 0.5;
    if (asserts && far) score += weights.outerAssertion;
    if (c.outer && !asserts && touching && site.strength < 3) score += weights.innerUnderOuter;
    if (c.main) score += weights.outerMain;
  }
  if (c.scene) score -= 4;
  if (c.outside && !q.direct) score -= 3;
  // What follows “…,” said Lee belongs to that quotation.
  if (site.inverted && !touching && !q.direct && followsQuote(x, site.from)) score -= 2.5;
  const relative = x.o.lower[site.phrase.from - 1];
  if (!q.direct && (relative === 'whom' || relative === 'which') && gap.items < 12)
    score += gap.quotes === 0 ? 2.5 : -2.5;
  if (!touching) score -= (asserts ? 0.025 : 0.06) * gap.items;
  if (!asserts) score -= 0.3 * c.rank;
  if (site.phrase.kind === 'relative' && !touching && gap.items > 6) score -= 2;
  return score - 0.2 * gap.quotes;
}

/** The numbers of a sorted list that lie in `[low, high]`, found by bisection. */
function within(sorted: readonly number[], low: number, high: number): readonly number[] {
  let a = 0;
  let b = sorted.length;
  while (a < b) {
    const middle = (a + b) >> 1;
    if ((sorted[middle] ?? 0) < low) a = middle + 1;
    else b = middle;
  }
  let end = a;
  while (end < sorted.length && (sorted[end] ?? 0) <= high) end++;
  return sorted.slice(a, end);
}

function followsQuote(x: Syntax, i: number): boolean {
  return together(x, i - 1, i) && (x.tags[i - 1] === 'Q' || (x.tags[i - 1] === ',' && x.tags[i - 2] === 'Q'));
}

/** Candidates from the verbs and source phrases of the quotation's own sentence. */
export function sentenceCandidates(x: Syntax, sites: CueSites, q: QuoteFacts): Candidate[] {
  const all = sites.inSentence(q.sentence);
  const near = within(all, q.item - REACH, q.item + REACH);
  const left: CueSite[] = [];
  const right: CueSite[] = [];
  for (const i of near) {
    const site = sites.at(i);
    if (!site) continue;
    if (i < q.item) left.push(site);
    else if (site.inverted || site.phrase.from > q.item) right.push(site);
  }
  const cues = left.filter((site) => site.strength > 0);
  const outer = cues.some((site) => ((x.o.bits[site.from] ?? 0) & lex.assertion) !== 0);
  const strong = cues.filter((site) => site.strength > 1 || !isWeak(x.o.bits[site.from] ?? 0));
  const firstFinite = all.slice(0, MOST_VERBS).find((i) => x.tags[i] === 'V');
  const out: Candidate[] = [];
  const add = (site: CueSite, side: 'left' | 'right', score: number): void => {
    const own = score + weights.voice[site.phrase.voice];
    const touching = score >= weights.leftTouching[1];
    const cue = { from: site.from, to: site.to };
    out.push({ phrase: site.phrase, cue, code: evidenceOf(site, side, touching), score: own });
  };
  const inner = innerClause(x, q, left);
  let rank = 0;
  for (let i = left.length - 1; i >= 0; i--) {
    const site = left[i];
    if (!site || (site.phrase.from <= q.item && site.phrase.to > q.item)) continue;
    const context = {
      rank,
      main: site.from === firstFinite,
      outer,
      scene: setsScene(x, q, site, left),
      outside: site.from < inner,
      several: strong.length > 1,
    };
    add(site, 'left', leftScore(x, q, site, context));
    if (site.strength > 0) rank++;
  }
  rank = 0;
  for (const site of right) {
    add(site, 'right', rightScore(x, q, site, rank));
    if (site.strength > 0) rank++;
  }
  return out;
}
