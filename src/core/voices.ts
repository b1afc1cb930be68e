import type { QuotationKind } from './detect/types.ts';

/** One quotation, as far as the picture of an article needs it. */
export interface VoicedQuotation {
  /** The speaker as he or she is shown; null when nobody is told. */
  readonly speaker: string | null;
  /** Whether that is a person's name; a role or an organisation ("officials") is not. */
  readonly named: boolean;
  readonly kind: QuotationKind;
  readonly words: number;
}

/** How much one speaker says, in words. */
export interface Voice {
  readonly speaker: string | null;
  readonly named: boolean;
  readonly quotations: number;
  readonly words: number;
  /** Words in whole quotations, `direct`; the rest are parts of sentences of the article's own. */
  readonly direct: number;
}

/** Who speaks in an article, and how much. */
export interface Voices {
  /** The one who says most comes first; what nobody is told to have said, last. */
  readonly speakers: readonly Voice[];
  readonly words: number;
  readonly direct: number;
  /** Words of people who are named. */
  readonly named: number;
}

/** Adds up the quotations of an article speaker by speaker. Two spellings are two speakers: joining them is the reader's. */
export function voicesOf(quotations: Iterable<VoicedQuotation>): Voices {
  const bySpeaker = new Map<string | null, Voice>();
  for (const { speaker, named, kind, words } of quotations) {
    const before = bySpeaker.get(speaker);
    bySpeaker.set(speaker, {
      speaker,
      named: named || (before?.named ?? false),
      quotations: (before?.quotations ?? 0) + 1,
      words: (before?.words ?? 0) + words,
      direct: (before?.direct ?? 0) + (kind === 'direct' ? words : 0),
    });
  }
  const speakers = [...bySpeaker.values()].toSorted(
    (a, b) => Number(a.speaker === null) - Number(b.speaker === null) || b.words - a.words,
  );
  const sum = (count: (voice: Voice) => number): number =>
    speakers.reduce((total, voice) => total + count(voice), 0);
  return {
    speakers,
    words: sum(({ words }) => words),
    direct: sum(({ direct }) => direct),
    named: sum(({ named, words }) => (named ? words : 0)),
  };
}

const segmenters = new Map<string, Intl.Segmenter>();

/** How many words a text has, as Unicode (UAX 29) and the language's dictionaries divide it. */
export function countWords(text: string, language: string | null): number {
  const key = language ?? 'en';
  let segmenter = segmenters.get(key);
  if (segmenter === undefined) {
    segmenter = newSegmenter(key);
    segmenters.set(key, segmenter);
  }
  let count = 0;
  for (const { isWordLike } of segmenter.segment(text)) if (isWordLike === true) count += 1;
  return count;
}

function newSegmenter(language: string): Intl.Segmenter {
  try {
    return new Intl.Segmenter(language, { granularity: 'word' });
  } catch {
    // A page may claim any language that it likes.
    return new Intl.Segmenter('en', { granularity: 'word' });
  }
}
