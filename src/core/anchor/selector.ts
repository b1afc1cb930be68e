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

/** Another place where the same words, or much the same, stood. Folded words, separated by single spaces. */
export interface RivalContext {
  readonly before: string;
  readonly after: string;
  /** Fingerprint of the words there (see fingerprint.ts) when they are not the passage's own; else empty. */
  readonly wording: string;
}

/**
 * What the matcher knows of the passage's surroundings beyond the W3C's selectors. Folded words (see fold.ts),
 * separated by single spaces, in the order of the text.
 */
export interface ContextSelector {
  readonly type: 'ContextSelector';
  readonly version: 1;
  readonly before: string;
  readonly after: string;
  /** Words that are rare on the page and stand near the passage, rarest first. */
  readonly near: string;
  /** Whether the passage began, or ended, a block of text. */
  readonly startsBlock: boolean;
  readonly endsBlock: boolean;
  /** Whether it stood beside the story: in a pull quote, a teaser, a list of key points. */
  readonly aside: boolean;
  /** Where it stood, as a share of the text: 0 to 1. */
  readonly position: number;
  /** How often these words stood on the page, this place included. */
  readonly occurrences: number;
  /** The other places, nearest first. */
  readonly rivals: readonly RivalContext[];
}

export type Selector = TextQuoteSelector | TextPositionSelector | ContextSelector;

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;
const text = (value: unknown): string => (typeof value === 'string' ? value : '');
const isOffset = (value: unknown): value is number => Number.isSafeInteger(value) && Number(value) >= 0;

/**
 * The selector that a stored or imported value holds, or null when it is none that we can use.
 * Never throws. A TextQuoteSelector may lack prefix and suffix, as the W3C allows; unknown fields are dropped.
 */
export function parseSelector(value: unknown): Selector | null {
  if (!isRecord(value)) return null;
  switch (value['type']) {
    case 'TextQuoteSelector': {
      const exact = text(value['exact']);
      if (exact === '') return null;
      return {
        type: 'TextQuoteSelector',
        exact,
        prefix: text(value['prefix']),
        suffix: text(value['suffix']),
      };
    }
    case 'TextPositionSelector': {
      const start = value['start'];
      const end = value['end'];
      if (!isOffset(start) || !isOffset(end) || end < start) return null;
      return { type: 'TextPositionSelector', start, end };
    }
    case 'ContextSelector':
      return value['version'] === 1 ? parseContext(value) : null;
    default:
      return null;
  }
}

function parseContext(value: Record<string, unknown>): ContextSelector {
  const position = value['position'];
  const occurrences = value['occurrences'];
  const rivals = Array.isArray(value['rivals']) ? value['rivals'].filter(isRecord) : [];
  return {
    type: 'ContextSelector',
    version: 1,
    before: text(value['before']),
    after: text(value['after']),
    near: text(value['near']),
    startsBlock: value['startsBlock'] === true,
    endsBlock: value['endsBlock'] === true,
    aside: value['aside'] === true,
    position: typeof position === 'number' && position >= 0 && position <= 1 ? position : 0,
    occurrences: isOffset(occurrences) && occurrences > 0 ? occurrences : 1,
    rivals: rivals.map((rival) => ({
      before: text(rival['before']),
      after: text(rival['after']),
      wording: text(rival['wording']),
    })),
  };
}
