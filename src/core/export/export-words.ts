import type { QuotationKind } from '#core/detect/types.ts';

/**
 * The words of our own in files that people read: Markdown, HTML, text. They come in the reader's language with the options of an
 * export; `$1` stands for what is filled in. What machines read is in fixed words.
 */
export interface ExportWords {
  /** Where the words begin. */
  readonly direction: 'ltr' | 'rtl';
  /** When the file was written: as a sentence, and with what wrote it. */
  readonly exported: string;
  readonly exportedFrom: string;
  readonly updated: string;
  /** A link to the passage. */
  readonly inArticle: string;
  readonly note: string;
  readonly tags: string;
  readonly speakerUnknown: string;
  /** Names the file of what nobody is said to have said. */
  readonly nobodyNamed: string;
  /** Whose word it is who speaks. */
  readonly chosen: string;
  readonly rejected: string;
  readonly detected: string;
  readonly confirmed: string;
  /** `$1` is what was detected. */
  readonly corrected: string;
  readonly nobody: string;
  readonly kinds: Readonly<Record<QuotationKind, string>>;
}

/** What holds where no others are given, and in files for machines. */
export const englishWords: ExportWords = {
  direction: 'ltr',
  exported: 'Exported $1.',
  exportedFrom: 'Exported $1 from On Record',
  updated: 'updated $1',
  inArticle: 'In the article',
  note: 'Note:',
  tags: 'Tags: $1',
  speakerUnknown: 'speaker unknown',
  nobodyNamed: 'Nobody named',
  chosen: 'chosen by the reader',
  rejected: 'not a quotation, says the reader',
  detected: 'detected, not checked',
  confirmed: 'confirmed by the reader',
  corrected: 'corrected by the reader (detected: $1)',
  nobody: 'nobody',
  kinds: { direct: 'Whole quotation', mixed: 'Parts of sentences', indirect: 'Reported speech' },
};

/** A sentence with its `$1` filled in, whatever the value holds. */
export function filled(sentence: string, value: string): string {
  return sentence.replace('$1', () => value);
}
