import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { oneAtATime } from '#ui/one-at-a-time.ts';

let end: AbortController;
beforeEach(() => {
  vi.useFakeTimers();
  end = new AbortController();
});
afterEach(() => {
  end.abort();
  vi.useRealTimers();
});

/** Something that takes so many ms to read, and when each reading began and how it ended. */
function reading(ms: number, fails = false) {
  const starts: number[] = [];
  const zero = performance.now();
  const read = oneAtATime(async () => {
    starts.push(performance.now() - zero);
    await new Promise((resolve) => setTimeout(resolve, ms));
    if (fails) throw new Error('no answer');
  }, end.signal);
  return { starts, read };
}

it.each([false, true])(
  'reads at once, and what comes meanwhile once more after a rest (fails: %s)',
  async (fails) => {
    const { starts, read } = reading(100, fails);
    for (let i = 0; i < 20; i++) {
      read();
      await vi.advanceTimersByTimeAsync(10);
    }
    await vi.advanceTimersByTimeAsync(5_000);
    expect(starts).toEqual([0, 500]);
    read();
    expect(starts).toHaveLength(3);
  },
);

it('follows every change of what is read quickly', async () => {
  const { starts, read } = reading(2);
  for (let i = 0; i < 10; i++) {
    read();
    await vi.advanceTimersByTimeAsync(50);
  }
  expect(starts).toHaveLength(10);
});

it('takes a fifth of the time at most', async () => {
  const { starts, read } = reading(300);
  for (let i = 0; i < 1_000; i++) {
    read();
    await vi.advanceTimersByTimeAsync(15);
  }
  expect(starts.length).toBeLessThanOrEqual(11);
  expect(starts.length).toBeGreaterThan(8);
});

it('nothing after the end', async () => {
  const { starts, read } = reading(100);
  read();
  read();
  end.abort();
  await vi.advanceTimersByTimeAsync(5_000);
  read();
  expect(starts).toEqual([0]);
});
