import { describe, expect, test } from 'vitest';
import { whenIdle } from '#page/when-idle.ts';

/** A window whose idle callbacks are called by hand, or at their time limit. */
function fakeWindow(): { view: Window; asked: { callback: () => void; timeout: number }[] } {
  const asked: { callback: () => void; timeout: number }[] = [];
  const requestIdleCallback = (callback: () => void, { timeout }: { timeout: number }): number =>
    asked.push({ callback, timeout });
  return { view: { requestIdleCallback } as unknown as Window, asked };
}

describe('waiting for an idle page', () => {
  test('goes on when the page is idle, not before', async () => {
    const { view, asked } = fakeWindow();
    let isOn = false;
    const wait = whenIdle(view).then(() => {
      isOn = true;
    });
    await Promise.resolve();
    expect(isOn).toBe(false);
    asked[0]?.callback();
    await wait;
    expect(isOn).toBe(true);
  });

  test('a page that is never idle is not waited for long: marks are to be there within 300 ms', () => {
    const { view, asked } = fakeWindow();
    void whenIdle(view);
    expect(asked[0]?.timeout).toBeLessThanOrEqual(100);
  });
});
