import { mixHash } from './name-hash.ts';

/** Features are numbers below this: a hash cut to so many bits. The trained weights are for this size. */
export const featureBits = 18;
const mask = (1 << featureBits) - 1;

/** No token has more features. */
const featureLimit = 160;

/** A list of features that is filled anew for each token, so that tagging makes no garbage. */
export class FeatureList {
  readonly values = new Int32Array(featureLimit);
  length = 0;
  /** Features `[1, lexical)` name the word itself: training drops them together now and then. */
  lexical = 0;

  add(template: number, value: number): void {
    if (this.length < featureLimit)
      this.values[this.length++] = mixHash(template * 0x9e37 + 17, value) & mask;
  }
}
