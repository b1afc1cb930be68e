import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { keepAwake } from '#background/keep-awake.ts';

const { calls } = vi.hoisted(() => ({ calls: { count: 0 } }));

vi.mock('webextension-polyfill', () => ({
  default: {
    runtime: {
      getPlatformInfo: async () => {
        calls.count += 1;
        return {};
      },
    },
  },
}));

beforeEach(() => {
  calls.count = 0;
  vi.useFakeTimers();
});
afterEach(() => void vi.useRealTimers());

it.each(['done', 'failed'] as const)(
  'calls the browser more often than each half minute until the work is %s, and never after',
  async (how) => {
    let end = (): void => {};
    const work = new Promise<void>((resolve, reject) => {
      end = how === 'done' ? resolve : () => reject(new Error('planted'));
    });
    work.catch(() => null);
    keepAwake(work);
    for (let minute = 1; minute <= 10; minute++) {
      await vi.advanceTimersByTimeAsync(60_000);
      expect(calls.count).toBeGreaterThan(2 * minute);
    }
    const before = calls.count;
    end();
    await vi.advanceTimersByTimeAsync(600_000);
    expect(calls.count).toBe(before);
  },
);
