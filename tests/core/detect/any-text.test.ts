import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cpuMs } from '#tests/cpu-ms.ts';
import { detect } from '#core/detect/detect.ts';

const PIECES = [
  '“',
  '”',
  '"',
  "'",
  '’',
  '‘',
  '„',
  '«',
  '»',
  '‹',
  '›',
  '「',
  '」',
  '—',
  '(',
  ')',
  ':',
  ',',
  '.',
  '?',
  '!',
  '\n',
  '\n\n',
  ' ',
  'said',
  'Ana Ruiz',
  'she',
  'who',
  'to',
  'according to',
  'and',
  'by',
  'told',
  'words',
  'heißt',
  'zufolge',
  'calling',
  'the mayor',
  '’s',
  'n’t',
  '1990s',
  '6\'2"',
  'Mr.',
  'U.S.',
  '\ud83d',
  '\udc00',
  '😀',
  '\u202e',
  '\u0000',
  'مرحبا',
  '日本',
  'LEE:',
  'Q:',
  '— Oui',
];
const anyText = fc
  .array(fc.oneof(fc.constantFrom(...PIECES), fc.string({ maxLength: 8 })), { maxLength: 120 })
  .map((parts) => parts.join(' '));
const tight = fc.array(fc.constantFrom(...PIECES), { maxLength: 120 }).map((parts) => parts.join(''));

describe('any text', () => {
  it('never makes it throw, and every span lies in the text, in order', () => {
    fc.assert(
      fc.property(
        fc.oneof(anyText, tight),
        fc.constantFrom('en', 'de', 'fr', undefined),
        (text, language) => {
          const { quotations } = detect(text, { language });
          let last = 0;
          for (const q of quotations) {
            expect(q.start).toBeGreaterThanOrEqual(last);
            expect(q.end).toBeGreaterThan(q.start);
            expect(q.end).toBeLessThanOrEqual(text.length);
            last = q.end;
            expect(q.confidence).toBeGreaterThanOrEqual(0);
            expect(q.confidence).toBeLessThanOrEqual(1);
            if (q.speaker) expect(text.slice(q.speaker.start, q.speaker.end)).toBe(q.speaker.text);
            else expect(q.confidence).toBe(0);
          }
        },
      ),
      { seed: 20_250_424, numRuns: 400 },
    );
  });

  it('gives the same answer twice', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(detect(text)).toEqual(detect(text));
      }),
      { seed: 7, numRuns: 50 },
    );
  });
});

describe('long texts take time in proportion to their length', () => {
  it.each([
    ['quotations in one sentence', 'he said “a b” and '],
    ['quotations in one paragraph', '“Yes,” she said. '],
    ['paragraphs never closed', '“We have a long way to go here now.\n\n'],
    ['labels', 'Lee: “a” '],
    ['commas', 'Lee, '],
    ['single marks', "‘it's a’ dog's ‘"],
    ['participles', ', saying Lee and calling '],
  ])('%s', (_name, piece) => {
    const time = (length: number): number => {
      const text = piece.repeat(Math.ceil(length / piece.length));
      return cpuMs(() => detect(text, { language: 'en' }));
    };
    time(10_000);
    const short = Math.min(time(15_000), time(15_000), time(15_000));
    // Eight times the text may take sixteen times as long on a busy machine; quadratic growth would take sixty-four.
    const long = Math.min(time(120_000), time(120_000));
    expect(long).toBeLessThan(Math.max(150, 28 * short));
  });
});
