import { decodeWeights, readWeights } from './model/weight-code.ts';
import { firstPassWeights, secondPassWeights } from './model/weights.ts';
import { featureBits } from './name-feature-list.ts';
import { makeModel, type NameModel } from './name-model.ts';
import { secondBits } from './name-second-pass.ts';
import { tagByRules } from './name-rules.ts';
import { addCalled } from './name-called.ts';
import { addMissed } from './name-missed.ts';
import { mendNames } from './name-mend.ts';
import { tagByModel, type TaggerModels } from './name-tagger.ts';
import type { NameText, TaggedName } from './name-runs.ts';
import { transitionBits } from './name-transitions.ts';

let models: TaggerModels | undefined;

/** The shipped weights, decoded at first use and kept. */
function shippedModels(): TaggerModels {
  models ??= { first: decode(firstPassWeights, featureBits), second: decode(secondPassWeights, secondBits) };
  return models;
}

function decode(coded: { readonly emission: string; readonly transition: string }, bits: number): NameModel {
  const emission = new Float32Array(2 << bits);
  const places = readWeights(coded.emission, emission);
  return makeModel(emission, decodeWeights(coded.transition, 9 << transitionBits), places);
}

/** Finds the names of people: with the trained model or, where nouns are capitalised too, by rules. */
export function tagNames(text: NameText): TaggedName[] {
  return text.doc.language.capitalNouns
    ? tagByRules(text)
    : addCalled(text, mendNames(text, addMissed(text, tagByModel(text, shippedModels()))));
}
