import { makeModel, type NameModel } from '#core/detect/name-model.ts';
import { encodeWeights, weightStep } from '#core/detect/model/weight-code.ts';

/** Rounds weights to the steps that the artefact can hold; those below `prune` become 0. */
export function packModel(model: NameModel, prune: number): NameModel {
  const pack = (weights: NameModel['emission']): Float32Array =>
    Float32Array.from(weights, (weight) => (Math.abs(weight) < prune ? 0 : weightStep(weight)));
  return makeModel(pack(model.emission), pack(model.transition));
}

/** TypeScript source of a model's weights as strings. */
export function encodeModel(name: string, model: NameModel): string {
  return `export const ${name} = {\n  emission:\n    ${JSON.stringify(encodeWeights(model.emission))},\n  transition:\n    ${JSON.stringify(encodeWeights(model.transition))},\n};\n`;
}
