import type { Annotation, QuotationRecord, Status, TextualBody } from './annotation.ts';
import type { Selector } from '#core/anchor/selector.ts';
import type { QuotationKind } from '#core/detect/types.ts';

/** What a new annotation is made of. */
export interface NewAnnotation {
  /** `urn:uuid:…`, for example from `crypto.randomUUID()`. */
  readonly id: string;
  /** ISO 8601, UTC, with milliseconds. */
  readonly now: string;
  /** The article's one address. */
  readonly source: string;
  readonly selector: readonly Selector[];
  /** Null for a passage that the reader chose without a detection. */
  readonly quotation: QuotationRecord | null;
  readonly note?: string;
  readonly tags?: readonly string[];
}

/** A new annotation. Time and id are given, so that the same input gives the same record. */
export function createAnnotation(input: NewAnnotation): Annotation {
  const target = { type: 'SpecificResource', source: input.source, selector: input.selector } as const;
  const body = [...noteBody(input.note ?? ''), ...tagBodies(input.tags ?? [])];
  return {
    id: input.id,
    type: 'Annotation',
    motivation: motivation(body, input.quotation),
    created: input.now,
    modified: input.now,
    body,
    target,
    quotation: input.quotation,
  };
}

/** The note, verbatim; '' when there is none. Several notes are joined by a blank line. */
export function noteOf(annotation: Annotation): string {
  return valuesOf(annotation, 'commenting').join('\n\n');
}

/** The tags in the order in which they were given. */
export function tagsOf(annotation: Annotation): readonly string[] {
  return valuesOf(annotation, 'tagging');
}

/** With this note, or without one when it is ''. The note is kept verbatim, spaces and all. */
export function withNote(annotation: Annotation, note: string, now: string): Annotation {
  const others = annotation.body.filter((body) => body.purpose !== 'commenting');
  return edited(annotation, { body: [...noteBody(note), ...others] }, now);
}

/** With these tags and no others: trimmed, empty ones and repetitions dropped. */
export function withTags(annotation: Annotation, tags: readonly string[], now: string): Annotation {
  const others = annotation.body.filter((body) => body.purpose !== 'tagging');
  return edited(annotation, { body: [...others, ...tagBodies(tags)] }, now);
}

/** The id of the mark style that the reader has given it, or null. It may be one that this version does not know. */
export function styleOf(annotation: Annotation): string | null {
  return annotation.target.styleClass ?? null;
}

/** With this mark style, or with none. */
export function withStyle(annotation: Annotation, style: string | null, now: string): Annotation {
  const { styleClass: _, ...target } = annotation.target;
  const styled = style === null ? target : { ...target, styleClass: style };
  return edited({ ...annotation, target: styled }, {}, now);
}

/**
 * With the reader's word on the detection. `detected` takes it back: the detector's speaker stands again. A passage
 * without a detection has nothing to be confirmed and comes back as it was.
 */
export function withStatus(annotation: Annotation, status: Status, now: string): Annotation {
  const { quotation } = annotation;
  if (quotation === null) return annotation;
  const speaker = status === 'detected' ? quotation.detectedSpeaker : quotation.speaker;
  return edited(annotation, { quotation: { ...quotation, speaker, status } }, now);
}

/** With a refusal taken back: the speaker stands as before it, the detector's or the reader's own. */
export function withoutRejection(annotation: Annotation, now: string): Annotation {
  const quotation = annotation.quotation ?? UNDETECTED;
  const isOwn = quotation.speaker !== quotation.detectedSpeaker || isCorrected(quotation);
  return isOwn ? withStatus(annotation, 'corrected', now) : withStatus(annotation, 'detected', now);
}

/**
 * With the speaker that the reader names; null for "nobody is named". It is a confirmation when the detector had said
 * the same, else a correction; what the detector had said is kept beside it. A passage that the reader chose gets its
 * speaker from the reader alone.
 * @param agreed the status where the detector had said the same and nothing else is corrected
 */
export function withSpeaker(
  annotation: Annotation,
  speaker: string | null,
  now: string,
  agreed: 'confirmed' | 'detected' = 'confirmed',
): Annotation {
  const name = speaker === null || speaker.trim() === '' ? null : speaker.trim();
  const quotation = annotation.quotation ?? UNDETECTED;
  const agrees = annotation.quotation !== null && name === quotation.detectedSpeaker;
  const status = agrees && !isCorrected(quotation) ? agreed : 'corrected';
  return edited(annotation, { quotation: { ...quotation, speaker: name, status } }, now);
}

/** With another person for what the detector has found, or with nobody: the article's own words stand then. */
export function withDetection(annotation: Annotation, speaker: string | null, now: string): Annotation {
  const { quotation } = annotation;
  return quotation === null ? annotation : edited(annotation, { quotation: { ...quotation, speaker } }, now);
}

/** With the kind that the reader says it is. What the detector had said is kept beside it. */
export function withKind(annotation: Annotation, kind: QuotationKind, now: string): Annotation {
  if (annotation.quotation === null) return annotation;
  const { detectedKind, ...quotation } = annotation.quotation;
  const before = detectedKind ?? quotation.kind;
  const next = { ...quotation, kind, ...(before === kind ? {} : { detectedKind: before }) };
  return edited(annotation, { quotation: restated(next) }, now);
}

/** With other ends: `selector` finds the words that the reader has set. What the detector had taken is kept beside them. */
export function withEnds(
  annotation: Annotation,
  { before, exact, selector }: { before: string; exact: string; selector: readonly Selector[] },
  now: string,
): Annotation {
  const target = { ...annotation.target, selector };
  if (annotation.quotation === null) return edited({ ...annotation, target }, {}, now);
  const { detectedExact, ...quotation } = annotation.quotation;
  const detected = detectedExact ?? before;
  const next = { ...quotation, ...(detected === exact ? {} : { detectedExact: detected }) };
  return edited({ ...annotation, target }, { quotation: restated(next) }, now);
}

/** With the detector's speaker and kind again. The ends stay: where they were is for the page to say. */
export function uncorrected(annotation: Annotation, now: string): Annotation {
  if (annotation.quotation === null) return annotation;
  const { detectedKind, ...quotation } = annotation.quotation;
  const { detectedSpeaker: speaker } = quotation;
  const next = { ...quotation, speaker, kind: detectedKind ?? quotation.kind };
  const status = quotation.detectedExact === undefined ? 'detected' : 'corrected';
  return edited(annotation, { quotation: { ...next, status } }, now);
}

/** With the word on the quotation, and the ends, of another time: its note and tags stay. */
export function withWordOf(
  annotation: Annotation,
  { quotation, target }: Pick<Annotation, 'quotation' | 'target'>,
  now: string,
): Annotation {
  const next = { ...annotation, quotation, target, modified: now };
  return { ...next, motivation: motivation(next.body, quotation) };
}

/** Whether the reader has corrected anything but the speaker's name. */
function isCorrected({ detectedKind, detectedExact }: QuotationRecord): boolean {
  return detectedKind !== undefined || detectedExact !== undefined;
}

/** With the status that its corrections make it: one whose last correction was taken back stands as detected. */
function restated(quotation: QuotationRecord): QuotationRecord {
  const { speaker, detectedSpeaker, status } = quotation;
  if (isCorrected(quotation) || (speaker !== detectedSpeaker && status === 'corrected'))
    return { ...quotation, status: 'corrected' };
  return { ...quotation, status: status === 'corrected' ? 'detected' : status };
}

/** What stands in for a detection where the reader names the speaker of a passage of his or her own choice. */
const UNDETECTED: QuotationRecord = {
  kind: 'direct',
  mention: null,
  speaker: null,
  detectedSpeaker: null,
  cue: null,
  evidence: [],
  confidence: 0,
  status: 'detected',
};

function edited(
  annotation: Annotation,
  change: { readonly body?: readonly TextualBody[]; readonly quotation?: QuotationRecord },
  now: string,
): Annotation {
  const next = { ...annotation, ...change, modified: now };
  return { ...next, motivation: motivation(next.body, next.quotation) };
}

/** A refused detection is an assessment, a note a comment, and the rest a highlight. */
function motivation(
  body: readonly TextualBody[],
  quotation: QuotationRecord | null,
): Annotation['motivation'] {
  if (quotation?.status === 'rejected') return 'assessing';
  return body.some((part) => part.purpose === 'commenting') ? 'commenting' : 'highlighting';
}

function noteBody(note: string): TextualBody[] {
  if (note === '') return [];
  return [{ type: 'TextualBody', purpose: 'commenting', value: note, format: 'text/markdown' }];
}

function tagBodies(tags: readonly string[]): TextualBody[] {
  const kept = new Set(tags.map((tag) => tag.trim()).filter((tag) => tag !== ''));
  return [...kept].map((value) => ({ type: 'TextualBody', purpose: 'tagging', value, format: 'text/plain' }));
}

function valuesOf(annotation: Annotation, purpose: TextualBody['purpose']): string[] {
  return annotation.body.filter((body) => body.purpose === purpose).map((body) => body.value);
}
