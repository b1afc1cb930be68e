import type { QuoteFacts } from './candidate.ts';
import { gapBetween } from './cue-gap.ts';
import type { CueSite } from './cue-site.ts';
import { cueStrength, lex } from './lexicon.ts';
import { together, type Syntax } from './syntax.ts';
import { weights } from './weights.ts';

/** Verbs that announce speech only beside a quotation: they yield to an assertion further left. */
export const isWeak = (bits: number): boolean => cueStrength(bits) === 1;

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

/** “from an account called “…””, “a blog, called “…””: the participle says what the noun before it is called. */
function isNamed(x: Syntax, { from, phrase }: CueSite): boolean {
  if (phrase.kind !== 'common') return false;
  if (x.tags[from - 1] === ',') return true;
  const before = together(x, phrase.from - 1, from) ? x.tags[phrase.from - 1] : undefined;
  return phrase.to === from && (before === 'I' || before === 'V' || before === 'G');
}

/** How a cue stands among the others left of a quotation. */
export interface LeftContext {
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

/** How well a cue left of a quotation announces it, on the scale of `weights`. */
export function leftScore(x: Syntax, q: QuoteFacts, site: CueSite, c: LeftContext): number {
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

function followsQuote(x: Syntax, i: number): boolean {
  return together(x, i - 1, i) && (x.tags[i - 1] === 'Q' || (x.tags[i - 1] === ',' && x.tags[i - 2] === 'Q'));
}
