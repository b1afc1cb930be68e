import { describe, expect, test } from 'vitest';
import { chosenDetection, detectionChoiceOf } from '#core/detect/chosen-detection.ts';
import type { Detection, Person, Quotation, QuotationKind } from '#core/detect/types.ts';

const all = detectionChoiceOf(null);

function quotation(kind: QuotationKind, start: number, confidence: number, person: string): Quotation {
  const speaker = { start: 0, end: 1, text: person, person };
  return { kind, start, end: start + 5, confidence, speaker, cue: null, evidence: [] };
}
function person(name: string, confidence: number): Person {
  return { name, aliases: [], roles: [], gender: null, mentions: [], evidence: [], confidence };
}
const found: Detection = {
  quotations: [
    quotation('direct', 10, 0.95, 'Ana Ortiz'),
    quotation('mixed', 20, 0.75, 'Ben Falk'),
    quotation('indirect', 30, 0.5, 'Ana Ortiz'),
    { ...quotation('direct', 40, 0, ''), speaker: null },
  ],
  people: [person('Ana Ortiz', 0.6), person('Ben Falk', 0.8), person('Cleo Dunn', 0.3)],
};
const shown = (choice: unknown, language = 'en'): { starts: number[]; names: string[] } => {
  const { quotations, people } = chosenDetection(found, detectionChoiceOf(choice), language);
  return { starts: quotations.map(({ start }) => start), names: people.map(({ name }) => name) };
};

describe('chosenDetection', () => {
  test('at first everything is shown', () => expect(chosenDetection(found, all, 'en')).toEqual(found));

  test.each([
    ['sure', [10], ['Ana Ortiz']],
    ['likely', [10, 20], ['Ana Ortiz', 'Ben Falk']],
    ['possible', [10, 20, 30], ['Ana Ortiz', 'Ben Falk']],
    ['everything', [10, 20, 30, 40], ['Ana Ortiz', 'Ben Falk', 'Cleo Dunn']],
  ])('%s: who speaks in what is shown is shown as well', (sensitivity, starts, names) =>
    expect(shown({ sensitivity })).toEqual({ starts, names }),
  );

  test.each([
    ['direct', [20, 30]],
    ['mixed', [10, 30, 40]],
    ['indirect', [10, 20, 40]],
  ])('without %s', (kind, starts) => expect(shown({ kinds: { [kind]: false } }).starts).toEqual(starts));

  test('a language that is off is left alone, another is not', () => {
    expect(shown({ languagesOff: ['en'] })).toEqual({ starts: [], names: [] });
    expect(shown({ languagesOff: ['en'] }, 'de').starts).toHaveLength(4);
  });
});

describe('detectionChoiceOf', () => {
  test.each([
    [undefined],
    ['everything'],
    [7],
    [[]],
    [{ kinds: null, languagesOff: 'en', sensitivity: 'constructor' }],
    [{ kinds: [false], languagesOff: [1, null] }],
  ])('what cannot be read is as at first: %j', (value) => expect(detectionChoiceOf(value)).toEqual(all));
});
