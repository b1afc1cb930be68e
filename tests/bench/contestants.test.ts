import { describe, expect, it } from 'vitest';
import { readers } from '../../bench/detection/contestants.ts';

const text =
  'Yesterday President Emmanuel Macron met Mr. Kato’s sister in Nairobi. “We will not wait,” said Ana Ortiz.';

/** What others find must be scored fairly: without what no gold counts as part of a name. */
describe('the readers that are compared', () => {
  it.each(readers.map((reader) => [reader.found, reader] as const))('%s finds names', (_, { find }) => {
    const found = find(text, { language: 'en' }).people.flatMap(({ mentions }) => mentions);
    const words = found.map(({ start, end }) => text.slice(start, end));
    expect(words).toContain('Ana Ortiz');
    for (const { start, end, text: own } of found) expect(own).toBe(text.slice(start, end));
  });

  it('compromise is not held to titles, possessives and stops', () => {
    const compromise = readers.find(({ peer }) => peer === 'compromise');
    const { people, quotations } = compromise?.find(text, {}) ?? { people: [], quotations: [] };
    const names = people.flatMap(({ mentions }) => mentions.map((mention) => mention.text));
    expect(names).toEqual(['Emmanuel Macron', 'Kato', 'Ana Ortiz']);
    const [quotation] = quotations;
    expect(quotations).toHaveLength(1);
    expect(text.slice(quotation?.start, quotation?.end)).toMatch(/^“?We will not wait,”?\s?$/);
  });
});
