import fc from 'fast-check';
import { describe as suite, expect, test } from 'vitest';
import { describe } from '#core/anchor/describe.ts';
import { parseSelector } from '#core/anchor/selector.ts';
import { PAGE } from './page-text.ts';

/** What https://www.w3.org/TR/annotation-model/#selectors says of the two selectors that others read. */
const MODEL: Readonly<Record<string, Readonly<Record<string, (value: unknown) => boolean>>>> = {
  // "There MUST be exactly 1 exact property", prefix and suffix at most once each; all are strings.
  TextQuoteSelector: { exact: isText, prefix: isText, suffix: isText },
  // "Each TextPositionSelector MUST have exactly 1 start (and end) property", non-negative integers.
  TextPositionSelector: { start: isPosition, end: isPosition },
};

function isText(value: unknown): boolean {
  return typeof value === 'string';
}
function isPosition(value: unknown): boolean {
  return Number.isInteger(value) && Number(value) >= 0;
}

suite('what is stored is a W3C Web Annotation target that others can read', () => {
  const text = fc.oneof(
    fc.constant(PAGE),
    fc
      .array(fc.constantFrom('a', 'ferry ', '𝒳', '“', '\n\n', '今日', ' ', '.'), { maxLength: 60 })
      .map((parts) => parts.join('')),
  );
  const place = fc.record({ text, from: fc.nat(2000), length: fc.integer({ min: 1, max: 400 }) });

  test('each selector has its class and exactly the properties of its class', () => {
    fc.assert(
      fc.property(place, ({ text, from, length }) => {
        const stored: unknown = JSON.parse(
          JSON.stringify(describe(text, { start: from, end: from + length })),
        );
        if (!Array.isArray(stored)) throw new Error('not a list');
        const known = stored.filter((selector: { type: string }) => MODEL[selector.type]);
        expect(known.map(({ type }: { type: string }) => type)).toEqual([
          'TextQuoteSelector',
          'TextPositionSelector',
        ]);
        for (const { type, ...properties } of known) {
          const rules = MODEL[type] ?? {};
          expect(Object.keys(properties).toSorted()).toEqual(Object.keys(rules).toSorted());
          for (const [name, holds] of Object.entries(rules)) expect(holds(properties[name]), name).toBe(true);
        }
      }),
    );
  });

  test('both select the same text, and prefix and suffix are what stands beside it', () => {
    fc.assert(
      fc.property(place, ({ text, from, length }) => {
        const [quote, position] = describe(text, { start: from, end: from + length });
        if (quote?.type !== 'TextQuoteSelector' || position?.type !== 'TextPositionSelector')
          throw new Error('other selectors');
        const { start, end } = position;
        expect(start).toBeLessThanOrEqual(end);
        expect(text.slice(start, end)).toBe(quote.exact);
        expect(text.slice(0, start).endsWith(quote.prefix)).toBe(true);
        expect(text.slice(end).startsWith(quote.suffix)).toBe(true);
      }),
    );
  });

  test('a target with nothing but what the model demands is read back', () => {
    expect(parseSelector({ type: 'TextQuoteSelector', exact: 'the last ferry' })).toEqual({
      type: 'TextQuoteSelector',
      exact: 'the last ferry',
      prefix: '',
      suffix: '',
    });
    expect(parseSelector({ type: 'TextPositionSelector', start: 412, end: 795 })).toEqual({
      type: 'TextPositionSelector',
      start: 412,
      end: 795,
    });
  });
});
