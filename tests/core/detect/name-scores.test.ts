import { describe, expect, it } from 'vitest';
import { Lattice } from '#core/detect/name-crf.ts';
import { gatherBeliefs } from '#core/detect/name-beliefs.ts';
import { gatherEvidence } from '#core/detect/name-evidence.ts';
import { featureBits, FeatureList } from '#core/detect/name-feature-list.ts';
import { runFacts, tokenFeatures } from '#core/detect/name-features.ts';
import { makeModel, type NameModel } from '#core/detect/name-model.ts';
import { findRuns } from '#core/detect/name-runs.ts';
import { scoreFirst } from '#core/detect/name-score-first.ts';
import { scoreSecond } from '#core/detect/name-score-second.ts';
import { secondBits, secondFeatures } from '#core/detect/name-second-pass.ts';
import { transitionBits } from '#core/detect/name-transitions.ts';
import { languages } from '#core/detect/languages/registry.ts';
import { tokenise } from '#core/detect/tokenise.ts';

/** The tagger keeps sums of weights; training lists every feature. Both must see the same features, or the model is not what was trained. */
const source = `MAYOR Ada Quist SAYS NO TO THE PLAN
By Tom Weller
The mayor, Ada Quist, said on Monday that Weller & Sons of North Harbour would pay. “Never,” said Secretary of State John J. Pell Jr.
Quist met Xu Wen-li, 47, in Harbour. Then Wen-li and Mrs. Quist left. De Vries said Quist had called him; weller was small.`;

/** Every feature has a weight of its own, of few bits, so that sums do not depend on their order. */
function modelOf(bits: number): NameModel {
  const weights = new Float32Array(2 << bits);
  for (let i = 0; i < weights.length; i++) weights[i] = (((i * 2654435761) >>> 7) % 4093) / 64 - 31.5;
  return makeModel(weights, new Float32Array(9 << transitionBits));
}

function sumOf(model: NameModel, list: FeatureList): number[] {
  let begin = 0;
  let inside = 0;
  for (const feature of list.values.subarray(0, list.length)) {
    begin += model.emission[feature * 2] ?? 0;
    inside += model.emission[feature * 2 + 1] ?? 0;
  }
  return [0, begin, inside];
}

describe('kept sums of weights', () => {
  const [english] = languages;
  if (english === undefined) throw new Error('no language');
  const text = findRuns(tokenise(source, english));
  const tokens = text.runs.flatMap(({ from, to }) => Array.from({ length: to - from }, (_, k) => from + k));
  const lattice = new Lattice();
  const list = new FeatureList();
  const scores = (length: number): number[] => [...lattice.emission.subarray(0, length * 3)];

  it('finds enough runs to try', () => {
    expect(tokens.length).toBeGreaterThan(20);
  });

  // The second model must not be given the sums of the first; the second round reads what the first has kept.
  for (const [round, model] of [modelOf(featureBits), modelOf(featureBits)].flatMap((m) => [m, m]).entries())
    it(`are those of all features of the first pass, round ${round}`, () => {
      const evidence = gatherEvidence(text);
      for (const run of text.runs) {
        const facts = runFacts(text, run);
        scoreFirst(text, evidence, model, facts, lattice);
        const listed = Array.from({ length: run.to - run.from }, (_, k) => {
          tokenFeatures(text, evidence, facts, run.from + k, list);
          return sumOf(model, list);
        });
        expect(scores(run.to - run.from)).toEqual(listed.flat());
      }
    });

  for (const round of [1, 2])
    it(`are those of all features of the second pass, round ${round}`, () => {
      const model = modelOf(secondBits);
      const begin = new Float64Array(text.words.length);
      const inside = new Float64Array(text.words.length);
      for (const i of tokens) {
        begin[i] = ((i * 37 * round) % 100) / 100;
        inside[i] = (1 - (begin[i] ?? 0)) * (((i * 61) % 100) / 100);
      }
      const first = { begin, inside };
      const beliefs = gatherBeliefs(text, first);
      for (const run of text.runs) {
        scoreSecond(text, first, beliefs, model, run, lattice);
        const listed = Array.from({ length: run.to - run.from }, (_, k) => {
          secondFeatures(text, first, beliefs, run, run.from + k, list);
          return sumOf(model, list);
        });
        expect(scores(run.to - run.from)).toEqual(listed.flat());
      }
    });
});
