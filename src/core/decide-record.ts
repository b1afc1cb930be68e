import { withDetection, withSpeaker } from './annotation-edit.ts';
import type { Annotation } from './annotation.ts';
import type { Decision } from './decision.ts';
import { tellingWords } from './speaker-name.ts';

/**
 * What a decision on a name makes of what is kept of the same article; null when it does not touch it. A refused passage stays as it
 * is, and so does one whose speaker the reader has named otherwise.
 * @param now ISO 8601, UTC
 */
export function decideRecord(annotation: Annotation, decision: Decision, now: string): Annotation | null {
  const { quotation } = annotation;
  const { kind, about, value } = decision;
  if (quotation === null || quotation.status === 'rejected') return null;
  const { speaker, mention } = quotation;
  if (kind === 'not-a-person')
    return speaker === about && quotation.status !== 'corrected'
      ? withDetection(annotation, null, now)
      : null;
  if (kind === 'same-person') return speaker === about ? withSpeaker(annotation, value, now) : null;
  if (kind === 'not-a-quotation' || quotation.status !== 'detected') return null;
  return (speaker ?? tellingWords(mention)) === about ? withSpeaker(annotation, value, now) : null;
}

/** The way back of `decideRecord`. Null when the record does not follow the decision. */
export function undecideRecord(annotation: Annotation, decision: Decision, now: string): Annotation | null {
  const { quotation } = annotation;
  const { kind, about, value } = decision;
  if (quotation === null || quotation.status === 'rejected') return null;
  const { speaker, detectedSpeaker, mention, status } = quotation;
  if (kind === 'not-a-person')
    return speaker === null && detectedSpeaker === about && status !== 'corrected'
      ? withDetection(annotation, about, now)
      : null;
  const read = kind === 'same-person' ? detectedSpeaker : (detectedSpeaker ?? tellingWords(mention));
  return kind !== 'not-a-quotation' && status === 'corrected' && speaker === value && read === about
    ? withSpeaker(annotation, detectedSpeaker, now, 'detected')
    : null;
}
