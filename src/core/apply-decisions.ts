import type { Decision } from './decision.ts';
import type { Detection, Person, Quotation } from './detect/types.ts';
import { type NameDecisions, nameDecisions } from './name-decisions.ts';

/**
 * A detection as the reader has corrected it: names that are no person's are taken out, names of one person joined, and who speaks
 * follows both. What the detector had said of a speaker stays beside it. Without decisions it comes back as it was.
 */
export function applyDecisions(detection: Detection, decisions: readonly Decision[]): Detection {
  if (decisions.length === 0) return detection;
  const names = nameDecisions(decisions);
  return {
    quotations: detection.quotations.map((quotation) => decidedQuotation(quotation, names)),
    people: decidedPeople(detection.people, names),
  };
}

function decidedQuotation(quotation: Quotation, { speakerOf }: NameDecisions): Quotation {
  const { speaker } = quotation;
  if (speaker === null) return quotation;
  const person = speakerOf(speaker.person, speaker.text);
  return person === speaker.person
    ? quotation
    : {
        ...quotation,
        speaker: { ...speaker, person, detected: speaker.person },
        // The reader is sure.
        confidence: person === null ? quotation.confidence : 1,
      };
}

function decidedPeople(people: readonly Person[], { nameOf }: NameDecisions): Person[] {
  const joined = new Map<string, Person[]>();
  for (const person of people) {
    const name = nameOf(person.name);
    if (name === null) continue;
    const others = joined.get(name);
    if (others) others.push(person);
    else joined.set(name, [person]);
  }
  return [...joined].map(([name, persons]) => join(name, persons));
}

/** One person out of those that the reader says are one, under the name that was chosen. */
function join(name: string, persons: readonly Person[]): Person {
  const [first, ...rest] = persons.toSorted((a, b) => Number(b.name === name) - Number(a.name === name));
  if (first === undefined) throw new RangeError('nobody to join');
  if (rest.length === 0 && first.name === name) return first;
  const all = [first, ...rest];
  const aliases = new Set(all.flatMap((person) => [person.name, ...person.aliases]));
  aliases.delete(name);
  return {
    ...first,
    name,
    aliases: [...aliases],
    roles: [...new Set(all.flatMap(({ roles }) => roles))],
    gender: all.find(({ gender }) => gender !== null)?.gender ?? null,
    mentions: all.flatMap(({ mentions }) => mentions).toSorted((a, b) => a.start - b.start),
    evidence: all.flatMap(({ evidence }) => evidence),
    confidence: Math.max(...all.map(({ confidence }) => confidence)),
  };
}
