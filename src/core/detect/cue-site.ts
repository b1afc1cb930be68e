import type { Phrase } from './noun-phrases.ts';

/** A place where something may announce speech, with whom it names. */
export interface CueSite {
  /** The cue's items `[from, to)`: a verb, or the words of a source phrase (`according to`). */
  readonly from: number;
  readonly to: number;
  readonly form: 'verb' | 'source' | 'passive';
  /** 0: a verb that is no cue; 1 to 3 as in the language's lists. */
  readonly strength: 0 | 1 | 2 | 3;
  readonly phrase: Phrase;
  /** Whether the subject follows the verb. */
  readonly inverted: boolean;
}
