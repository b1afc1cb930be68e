import type { ReadonlySignal } from '@preact/signals';
import type { Annotation, QuotationRecord } from '#core/annotation.ts';
import type { QuotationKind } from '#core/detect/types.ts';
import type { Span } from '#core/text.ts';
import type { Passage, SubjectView } from '#messaging/protocol.ts';
import type { Autosave } from '#ui/autosave.ts';
import type { Told } from './deed-history.ts';

export type QuotationView = Extract<SubjectView, { type: 'quotation' }>;

/** What can be done with a passage, and taken back. */
export type QuotationDeed =
  | 'kept'
  | 'confirmed'
  | 'uncorrected'
  | 'deleted'
  | 'rejected'
  | 'styled'
  | 'tagged'
  | 'noted'
  | 'speaker'
  | 'ends'
  | 'kind'
  | 'others';

/** What was just done and can be taken back. */
interface Undo {
  readonly what: QuotationDeed;
  readonly back: () => void;
}

export interface QuotationModel {
  readonly view: QuotationView;
  /** The record as the reader sees it here, stored or about to be; null while nothing is kept. */
  readonly record: ReadonlySignal<Annotation | null>;
  /** Whether the store has confirmed that it holds the record. */
  readonly held: ReadonlySignal<boolean>;
  /** Whether that is something the reader keeps, and not the bare word that it is no quotation. */
  readonly kept: ReadonlySignal<boolean>;
  /** Who speaks and why: the record's word, else the detector's. */
  readonly quotation: ReadonlySignal<QuotationRecord | null>;
  readonly note: ReadonlySignal<string>;
  /** Whether another place has written on the note meanwhile: both texts stand in it. */
  readonly isJoined: ReadonlySignal<boolean>;
  readonly tags: ReadonlySignal<readonly string[]>;
  /** The id of the mark style, or null. */
  readonly style: ReadonlySignal<string | null>;
  readonly saving: Autosave<Annotation>;
  readonly undo: ReadonlySignal<Undo | null>;
  /** What was done or taken back last, to be told. */
  readonly told: ReadonlySignal<Told<QuotationDeed> | null>;
  /** A deletion or its undoing failed: the error, or null. */
  readonly trouble: ReadonlySignal<unknown>;
  /** What is kept, or would be: to be copied. */
  readonly passage: () => Annotation;
  readonly keep: () => void;
  readonly setNote: (note: string) => void;
  /** The reader has stopped writing: what was written since the last time can be taken back as one. */
  readonly endNote: () => void;
  readonly setTags: (tags: readonly string[]) => void;
  readonly setStyle: (style: string | null) => void;
  readonly confirm: () => void;
  /** The passage as it begins and ends now. */
  readonly shown: ReadonlySignal<Passage>;
  readonly correctSpeaker: (speaker: string | null) => void;
  readonly setKind: (kind: QuotationKind) => void;
  /** Moves one end by one word; nothing happens where there is no further one. */
  readonly moveEnd: (edge: 'start' | 'end', by: 1 | -1) => void;
  /** The reader has dragged an end to here: it goes to the nearest word. */
  readonly drag: (ends: Span) => void;
  /** What was found to speak in the other quotations here, and who the reader says it is: null when that was not asked yet, or is settled. */
  readonly others: ReadonlySignal<Others | null>;
  /** The same speaker for the other quotations. */
  readonly correctOthers: () => void;
  /** Takes back what was done last, of all that can be. Answers whether there was something. */
  readonly undoLast: () => boolean;
  /** Does again what was taken back last. Answers whether there was something. */
  readonly redoLast: () => boolean;
  /** Takes a correction back: the detector's speaker stands again. */
  readonly uncorrect: () => void;
  readonly reject: () => void;
  /** Takes a rejection back, the one just made or an earlier one. */
  readonly accept: () => void;
  readonly remove: () => void;
  /** Takes over what another surface has saved, unless something here is not saved yet. */
  readonly refresh: () => void;
}

/** Other quotations of this article in which the same was found to speak. */
export interface Others {
  /** The name, or the article's words. */
  readonly about: string;
  readonly speaker: string;
  readonly count: number;
}
