import type { Candidate, QuoteFacts } from './candidate.ts';
import { isWeak, leftScore } from './cue-left-score.ts';
import { rightScore } from './cue-right-score.ts';
import type { CueSite } from './cue-site.ts';
import type { CueSites } from './cue-sites.ts';
import type { QuotationEvidence } from './evidence.ts';
import { lex } from './lexicon.ts';
import { innerClause, setsScene } from './scene-clause.ts';
import type { Syntax } from './syntax.ts';
import { weights } from './weights.ts';

/** Cues further from a quotation than this many items are not looked at. */
const REACH = 90;
/** The first finite verb is looked for among this many. */
const MOST_VERBS = 20;

function evidenceOf(site: CueSite, side: 'left' | 'right', touching: boolean): QuotationEvidence {
  if (site.form === 'source') return 'according-to';
  if (site.form === 'passive') return 'passive';
  if (site.strength === 0) return 'weak-verb';
  if (site.inverted) return 'cue-inverted';
  if (side === 'right') return 'cue-after';
  return touching ? 'cue-before' : 'cue-around';
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
