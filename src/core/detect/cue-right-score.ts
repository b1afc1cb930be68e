import type { QuoteFacts } from './candidate.ts';
import { gapBetween } from './cue-gap.ts';
import type { CueSite } from './cue-site.ts';
import { cueStrength } from './lexicon.ts';
import type { Syntax } from './syntax.ts';
import { weights } from './weights.ts';

/** A passive verb further right than this does not announce the quotation. */
const PASSIVE_REACH = 8;

/** Whether “as” opens the clause of a verb that says no more than that one speaks. */
function asSaid(x: Syntax, site: CueSite): boolean {
  if (x.o.lower[Math.min(site.phrase.from, site.from) - 1] !== 'as') return false;
  return site.strength === 3 || /^puts?$/.test(x.o.lower[site.from] ?? '');
}

/** How well a cue right of a quotation announces it, on the scale of `weights`; `rank` is the number of cues between them. */
export function rightScore(x: Syntax, q: QuoteFacts, site: CueSite, rank: number): number {
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
