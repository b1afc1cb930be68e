import type { Candidate, QuoteFacts } from './candidate.ts';
import type { CueSites } from './cue-sites.ts';
import type { QuotationEvidence } from './evidence.ts';
import type { Phrase } from './noun-phrases.ts';
import type { Syntax } from './syntax.ts';
import { weights } from './weights.ts';

/** At most this many cues of a neighbouring sentence are looked at, the nearest first. */
const MOST = 8;

type Table = readonly [number, number, number, number];

function cuesOf(
  sites: CueSites,
  sentence: number,
  fromEnd: boolean,
  table: Table,
  bonus: number,
  code: QuotationEvidence,
): Candidate[] {
  const out: Candidate[] = [];
  const items = sites.inSentence(sentence);
  const near = fromEnd ? items.slice(-MOST).reverse() : items.slice(0, MOST);
  let rank = 0;
  for (const i of near) {
    const site = sites.at(i);
    if (!site || site.strength === 0) continue;
    const score =
      table[site.strength] + bonus - (fromEnd ? 0.4 : 0.2) * rank + weights.voice[site.phrase.voice];
    out.push({ phrase: site.phrase, cue: { from: site.from, to: site.to }, code, score });
    rank++;
  }
  return out;
}

function endsWithColon(x: Syntax, sentence: number): boolean {
  const clause = x.s.list[sentence];
  return clause !== undefined && x.tags[clause.to - 1] === ':';
}

/** How good a phrase of a sentence without a cue is, from where it stands. */
function position(x: Syntax, p: Phrase, sentenceStart: number): number {
  const next = x.tags[p.to];
  let score = 0;
  if (next === 'V' || next === 'X') score += 0.5;
  if (p.from === sentenceStart) score += 0.3;
  if (x.tags[p.from - 1] === 'I' && p.from > sentenceStart) score -= 0.4;
  return score;
}

/** “it”: what nobody announces is not said by a thing. */
const isThing = (x: Syntax, p: Phrase): boolean => p.kind === 'pronoun' && x.o.lower[p.from] === 'it';

function bareMentions(x: Syntax, q: QuoteFacts, sentence: number, base: number, colon: boolean): Candidate[] {
  const clause = x.s.list[sentence];
  if (!clause) return [];
  const out: Candidate[] = [];
  const from = Math.max(clause.from, Math.min(q.item, clause.to) - 60);
  const to = Math.min(clause.to, from + 120);
  for (let i = from; i < to; i++) {
    const p = x.phrases.startingAt.get(i);
    if (!p) continue;
    if (p.voice > 0 && p.kind !== 'determiner' && p.kind !== 'possessive' && !isThing(x, p)) {
      const right = i > q.item;
      const distance = right ? i - q.item : q.item - p.to;
      const score = (right ? weights.nearestRight : base) + position(x, p, clause.from) - 0.03 * distance;
      out.push({
        phrase: p,
        cue: null,
        code: colon ? 'colon-before' : 'nearest-name',
        score: score + (colon ? weights.colonBonus : 0) + weights.voice[p.voice] - 0.6,
      });
    }
    i = p.to - 1;
  }
  return out;
}

/** Candidates from the sentences before and after the quotation's own, and from names that stand about. */
export function nearbyCandidates(x: Syntax, sites: CueSites, q: QuoteFacts): Candidate[] {
  const { s, tags } = x;
  const own = s.list[q.sentence];
  if (!own) return [];
  const out: Candidate[] = [];
  const before = s.list[q.sentence - 1];
  const starts = own.from === q.item;
  if (before && own.paragraph - before.paragraph <= 1) {
    const colon = endsWithColon(x, q.sentence - 1) && starts;
    const same = before.paragraph === own.paragraph;
    // After a comma inside the marks its own sentence says who speaks.
    const goesOn = q.ending === 'comma' && !q.alone;
    const table: Table = same ? weights.before : weights.beforeParagraph;
    const bonus =
      (colon ? weights.colonBonus : 0) + (q.alone ? (same ? 0.8 : 0.3) : 0) - (starts && !goesOn ? 0 : 2);
    out.push(
      ...cuesOf(sites, q.sentence - 1, true, table, bonus, colon ? 'colon-before' : 'sentence-before'),
    );
    out.push(...bareMentions(x, q, q.sentence - 1, weights.nearestBefore, colon));
  }
  const after = s.list[q.sentence + 1];
  if (after && after.paragraph === own.paragraph && starts) {
    const quoteFirst = tags[after.from] === 'Q';
    const bonus = (q.alone ? 0.3 : 0) - (quoteFirst ? 1.5 : 0);
    out.push(...cuesOf(sites, q.sentence + 1, false, weights.afterwards, bonus, 'sentence-after'));
  }
  out.push(...bareMentions(x, q, q.sentence, weights.nearestLeft, false));
  return out;
}
