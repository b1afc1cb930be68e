import { describe, expect, test } from 'vitest';
import type { Steps } from '#core/steps.ts';
import { inSlices } from '#page/in-slices.ts';

/** Holds the thread. */
function work(ms: number): void {
  const end = performance.now() + ms;
  while (performance.now() < end);
}

function* steps(count: number): Steps<string> {
  for (let i = 0; i < count; i++) {
    work(1);
    yield;
  }
  return 'done';
}

describe('work in slices', () => {
  test('gives its result, and others have their turn meanwhile', async () => {
    let turns = 0;
    let over = false;
    const others = (): void => {
      turns++;
      if (!over) setTimeout(others, 0);
    };
    setTimeout(others, 0);
    expect(await inSlices(steps(60))).toBe('done');
    over = true;
    expect(turns).toBeGreaterThanOrEqual(3);
  });

  test('work that is short is done at once', async () => {
    let turns = 0;
    setTimeout(() => turns++, 0);
    expect(await inSlices(steps(1))).toBe('done');
    expect(turns).toBe(0);
  });

  test('rejects with what the work throws', async () => {
    function* broken(): Steps<never> {
      yield;
      throw new Error('broken');
    }
    await expect(inSlices(broken())).rejects.toThrow('broken');
  });
});
