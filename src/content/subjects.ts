import { describe } from '#core/anchor/describe.ts';
import type { TextIndex } from '#core/anchor/text-index.ts';
import { storyPeople } from '#core/detect/story-people.ts';
import type { Detection, Person, Quotation } from '#core/detect/types.ts';
import { quotationRecord } from '#core/quotation-record.ts';
import { sliceSpan, type Span } from '#core/text.ts';
import type { Intent, Passage, Saying, Subject } from '#messaging/protocol.ts';

/** What is needed to say what stands at a place: the article's text with what was detected in it, the page's text with its index. */
export interface Surroundings {
  readonly articleText: string;
  readonly detection: Detection;
  readonly pageText: string;
  readonly index: TextIndex;
}

function passageAt(span: Span, { pageText, index }: Surroundings): Passage {
  return { exact: sliceSpan(pageText, span), selector: describe(pageText, span, index) };
}

/** What a popover shows for a passage of the page. */
export function quotationSubject(
  span: Span,
  quotation: Quotation | null,
  saved: { readonly id: string; readonly outcome: 'exact' | 'changed' } | null,
  surroundings: Surroundings,
  intent: Intent = 'show',
): Subject {
  return {
    type: 'quotation',
    intent,
    annotation: saved?.id ?? null,
    outcome: saved?.outcome ?? 'exact',
    passage: passageAt(span, surroundings),
    found: quotation && quotationRecord(quotation, surroundings.articleText),
    people: storyPeople(surroundings.detection),
  };
}

/** What a popover shows for a person. */
export function personSubject(person: Person, { articleText, detection }: Surroundings): Subject {
  const sayings: Saying[] = detection.quotations
    .filter(({ speaker }) => speaker?.person === person.name)
    .map((quotation) => ({ exact: sliceSpan(articleText, quotation), start: quotation.start }));
  return { type: 'person', person, sayings };
}
