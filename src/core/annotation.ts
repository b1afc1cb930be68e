import type { Selector } from './anchor/selector.ts';
import type { ArticleOrigins } from './article-origins.ts';
import type { QuotationKind } from './detect/types.ts';

/** Whose word it is: the detector's, the detector's affirmed by the reader, the reader's own, or refused by the reader. */
export type Status = 'detected' | 'confirmed' | 'corrected' | 'rejected';

/** W3C TextualBody: a note (`commenting`, Markdown, verbatim) or a tag (`tagging`). */
export interface TextualBody {
  readonly type: 'TextualBody';
  readonly purpose: 'commenting' | 'tagging';
  readonly value: string;
  readonly format: 'text/markdown' | 'text/plain';
}

/** Where the passage stands: W3C SpecificResource. `source` is the article's address. */
export interface Target {
  readonly type: 'SpecificResource';
  readonly source: string;
  readonly selector: readonly Selector[];
  /** The mark style that the reader has given it (`core/mark-styles`): W3C `styleClass`. Absent for none. */
  readonly styleClass?: string;
}

/** What is known about a saved quotation beyond the W3C's model, words instead of spans so that it stays true when the page changes. */
export interface QuotationRecord {
  readonly kind: QuotationKind;
  /** The words that name the speaker in the article, or null. */
  readonly mention: string | null;
  /** The speaker's name, or null when unknown or unnamed. */
  readonly speaker: string | null;
  /** What the detector had said, kept when the reader corrects it; equal to `speaker` otherwise. */
  readonly detectedSpeaker: string | null;
  readonly cue: string | null;
  readonly evidence: readonly { readonly code: string; readonly words: readonly string[] }[];
  /** 0 to 1. */
  readonly confidence: number;
  readonly status: Status;
  /** The kind that the detector had said, where the reader has said another. */
  readonly detectedKind?: QuotationKind;
  /** The words that the detector had taken for the quotation, where the reader has set its ends. */
  readonly detectedExact?: string;
}

/** The stored record: a W3C Web Annotation (https://www.w3.org/TR/annotation-model/) with one block of our own. */
export interface Annotation {
  /** `urn:uuid:…` */
  readonly id: string;
  readonly type: 'Annotation';
  readonly motivation: 'highlighting' | 'commenting' | 'assessing';
  /** ISO 8601, UTC. */
  readonly created: string;
  readonly modified: string;
  readonly body: readonly TextualBody[];
  readonly target: Target;
  /** Null for a passage that the reader chose without a detection. */
  readonly quotation: QuotationRecord | null;
}

/** What is known of an article besides its address. */
export interface ArticleFacts {
  readonly title: string;
  readonly byline: string | null;
  readonly outlet: string | null;
  readonly language: string | null;
  /** The outlet's section, as it names it. */
  readonly section: string | null;
  /** ISO 8601 or null. */
  readonly published: string | null;
  /** When its words were last changed, by what the publisher says: ISO 8601 or null. */
  readonly modified: string | null;
  /** Where each of these was read. */
  readonly origins: ArticleOrigins;
}

/** The article a passage was read in. `source` is its one address (see url.ts) and its key. */
export interface ArticleRecord extends ArticleFacts {
  readonly source: string;
  readonly firstSeen: string;
  readonly lastSeen: string;
  /** When the reader put the article itself there, without a passage: an entry of a reading list. ISO 8601; absent for none. */
  readonly saved?: string;
}
