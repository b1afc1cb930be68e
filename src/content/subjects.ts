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

/** So much of the text around a passage is told, in UTF-16 units. */
const around = 300;

/** The passage that a span of the page's text is. */
export function passageAt(span: Span, { pageText, index }: Surroundings): Passage {
  const { start, end } = span;
  return {
    exact: sliceSpan(pageText, span),
    selector: describe(pageText, span, index),
    start,
    before: pageText.slice(Math.max(0, start - around), start),
    after: pageText.slice(end, end + around),
  };
}

/** Who is found to speak: a person, else the article's words. */
const sourceOf = ({ speaker }: Quotation): string | undefined => speaker?.person ?? speaker?.text;

/** What a popover shows for a passage of the page. */
export function quotationSubject(
  span: Span,
  quotation: Quotation | null,
  saved: { readonly id: string; readonly outcome: 'exact' | 'changed' } | null,
  surroundings: Surroundings,
  intent: Intent = 'show',
): Subject {
  const { articleText, detection } = surroundings;
  const people = storyPeople(detection);
  const rolesOf = new Map(detection.people.map(({ name, roles }) => [name, roles]));
  const others =
    quotation && sourceOf(quotation)
      ? detection.quotations.filter((one) => one !== quotation && sourceOf(one) === sourceOf(quotation))
      : [];
  return {
    type: 'quotation',
    intent,
    rank: null,
    annotation: saved?.id ?? null,
    outcome: saved?.outcome ?? 'exact',
    passage: passageAt(span, surroundings),
    found: quotation && quotationRecord(quotation, articleText),
    people,
    roles: people.map((name) => rolesOf.get(name) ?? []),
    others: others.length,
  };
}

/** What a popover shows for a person. */
export function personSubject(person: Person, { articleText, detection }: Surroundings): Subject {
  const sayings: Saying[] = detection.quotations
    .filter(({ speaker }) => speaker?.person === person.name)
    .map((quotation) => ({ exact: sliceSpan(articleText, quotation), start: quotation.start }));
  const others = storyPeople(detection).filter((name) => name !== person.name);
  return { type: 'person', person, sayings, others };
}
