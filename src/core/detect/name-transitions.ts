import { mixHash } from './name-hash.ts';
import { wordAt, type NameText } from './name-runs.ts';

/** Features of the step from one token to the next are numbers below this. */
export const transitionBits = 12;
const mask = (1 << transitionBits) - 1;

/** How many features each step has. */
export const transitionCount = 6;

/** Fills `out` with the features of the step from token i - 1 to token i. */
export function transitionFeatures(text: NameText, i: number, out: Int32Array): void {
  const before = wordAt(text, i - 1);
  const word = wordAt(text, i);
  const gender = (before.gender === null ? 0 : 1) * 2 + (word.gender === null ? 0 : 1);
  const surname = (before.surname ? 2 : 0) + (word.surname ? 1 : 0);
  out[0] = 0;
  out[1] = mixHash(1, mixHash(before.shapeHash, word.shapeHash)) & mask;
  out[2] = mixHash(2, gender * 4 + surname) & mask;
  out[3] = mixHash(3, before.particle ? before.lowerHash : word.particle ? word.lowerHash : 0) & mask;
  out[4] = mixHash(4, before.tier * 4 + word.tier) & mask;
  out[5] =
    mixHash(
      5,
      (before.organisation ? 1 : 0) +
        (word.organisation ? 2 : 0) +
        (before.place ? 4 : 0) +
        (word.place ? 8 : 0) +
        (before.demonym ? 16 : 0) +
        (word.suffix ? 32 : 0),
    ) & mask;
}
