import { describe as suite, expect, test } from 'vitest';
import { describe } from '#core/anchor/describe.ts';
import { matchInSteps } from '#core/anchor/match.ts';
import { buildIndex } from '#core/anchor/text-index.ts';
import type { Steps } from '#core/steps.ts';

/** A page of words that all begin and end alike, as the names of parts do: each is compared with every other one. */
const page = (seed: number): string =>
  Array.from({ length: 6000 }, (_, i) => `na${(i * 7919 + seed) % 65_537}el`).join(' ');

function stepsOf(work: Steps<unknown>): number {
  let count = 1;
  while (!work.next().done) count++;
  return count;
}

suite('a passage is looked for in small steps', () => {
  test('when its words are like thousands of others', () => {
    const before = page(0);
    const saved = describe(before, { start: 2000, end: 2300 });
    const index = buildIndex(page(3));
    // Thirty words, each compared with six thousand: 256 comparisons a step, for the first as for the next passage.
    expect(stepsOf(matchInSteps([saved], index))).toBeGreaterThan(300);
    expect(stepsOf(matchInSteps([saved], index))).toBeLessThan(30);
  });

  test('and one that stands where it stood in one step', () => {
    const text = page(0);
    const saved = describe(text, { start: 2000, end: 2300 });
    expect(stepsOf(matchInSteps([saved], buildIndex(text)))).toBe(2);
  });
});
