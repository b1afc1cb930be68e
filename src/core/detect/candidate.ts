import type { Span } from '#core/text.ts';
import type { QuotationEvidence } from './evidence.ts';
import type { Phrase } from './noun-phrases.ts';

/** Someone who may have said a quotation, with the reason and how good it is. */
export interface Candidate {
  readonly phrase: Phrase;
  /** Where the speaker is named, when that is inside the quotation's own marks (`“LEE: …”`). */
  readonly place?: Span;
  /** Items `[from, to)` of the cue, or null when nothing announces the speech. */
  readonly cue: { readonly from: number; readonly to: number } | null;
  readonly code: QuotationEvidence;
  /** Roughly 0 (a guess) to 12 (certain); see `weights.ts`. */
  readonly score: number;
}

/** What the attribution looks at in one quotation. */
export interface QuoteFacts {
  /** Index of the quotation and its item in the outline. */
  readonly index: number;
  readonly item: number;
  readonly sentence: number;
  /** Words between the marks. */
  readonly words: number;
  /** What stands last between the marks: `comma`, another stop, or none. */
  readonly ending: 'comma' | 'stop' | 'none';
  /** Begins with a capital and stands as a sentence of its own: all of what was said. */
  readonly direct: boolean;
  /** The quotation is a whole sentence of the outline. */
  readonly alone: boolean;
}
