/**
 * How a passage is found again: the W3C Web Annotation Data Model's selectors
 * (https://www.w3.org/TR/annotation-model/#selectors), and one of our own beside them that others may ignore.
 */
export interface TextQuoteSelector {
  readonly type: 'TextQuoteSelector';
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
}

/** Offsets are UTF-16 code units of the page's normalised text. */
export interface TextPositionSelector {
  readonly type: 'TextPositionSelector';
  readonly start: number;
  readonly end: number;
}

/** Words around the passage, folded, for the matcher; see describe.ts. */
export interface ContextSelector {
  readonly type: 'ContextSelector';
  readonly [key: string]: unknown;
}

export type Selector = TextQuoteSelector | TextPositionSelector | ContextSelector;
