import { describe, expect, it } from 'vitest';
import { makeRandom } from '#scripts/train-random.ts';
import { isWhole, seedOf } from './amount.ts';
import { growthOf, surelyGrows } from './growth.ts';
import { hostileText } from './hostile-text.ts';
import { regressions } from './regressions.ts';
import { subjects } from './subjects.ts';

/** Time in proportion is 1, with the square 2. Tables that are built anew as they fill, and the collecting of garbage, are in between. */
const bound = 1.5;
const fresh = isWhole ? 12 : 1;

/** What has made other parsers slow, or ours. */
const known = ['a', ' ', '\n', '“', '"', '(', '[', '*', '<', '&', '**a ', '“a” ', '> ', 'é', '\ud83d'];

describe('Time grows in proportion to the text', () => {
  it('is measured: what takes the square of the time is seen', () => {
    const square = (text: string): number => {
      let sum = 0;
      for (let i = 0; i < text.length; i++)
        for (let j = 0; j < text.length; j += 8) sum += text.charCodeAt(j);
      return sum;
    };
    expect(growthOf(square, 'a', 60_000).exponent).toBeGreaterThan(1.7);
  });

  it.each(subjects)('$name', { timeout: 900_000 }, ({ name, run, most }) => {
    const generator = makeRandom(seedOf(60_000));
    const saved = regressions.filter(({ subject }) => subject === name).map(({ piece }) => piece);
    const pieces = Array.from({ length: fresh }, () => hostileText(generator, 1, 9)).filter(
      (piece) => piece !== '',
    );
    const slow: string[] = [];
    for (const piece of [...saved, ...(isWhole ? known : []), ...pieces]) {
      const { exponent, times, length } = surelyGrows(run, piece, most, bound);
      if (exponent >= bound)
        slow.push(
          `${JSON.stringify(piece)}: ${exponent.toFixed(2)} (${times.map((time) => time.toFixed(0)).join(', ')} ms from ${length})`,
        );
    }
    expect(slow).toEqual([]);
  });
});
