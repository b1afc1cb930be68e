import type { Page } from 'puppeteer-core';
import { expect, test, vi } from 'vitest';
import { reloadSurely } from '#scripts/driver/sure-reload.ts';

/** A page that answers each reload as it is told, and says after each whether another document has come. */
function pageThat(answers: readonly (string | null)[], hasCome: boolean) {
  const left = [...answers];
  const reload = vi.fn(async () => {
    const message = left.shift() ?? null;
    if (message !== null) throw new Error(message);
    return null;
  });
  const evaluate = async (_code: unknown, then?: number) => (then === undefined ? 1_000 : hasCome);
  return { page: reloadSurely({ reload, evaluate } as unknown as Page), reload };
}
const aborted = 'navigation failed: NS_BINDING_ABORTED';

test.each([
  ['that is done is done once', [null], false, 1],
  ['that Firefox has broken off is tried again', [aborted, null], false, 2],
  ['that was said to be broken off, and has come, is not', [aborted], true, 1],
])('a reload %s', async (_, answers, hasCome, times) => {
  const { page, reload } = pageThat(answers, hasCome);
  await page.reload();
  expect(reload).toHaveBeenCalledTimes(times);
});

test.each([
  ['twice', [aborted, aborted], 2, 'NS_BINDING_ABORTED'],
  ['for another reason', ['NS_ERROR_CONNECTION_REFUSED'], 1, 'REFUSED'],
])('a reload that fails %s fails', async (_, answers, times, message) => {
  const { page, reload } = pageThat(answers, false);
  await expect(page.reload()).rejects.toThrow(message);
  expect(reload).toHaveBeenCalledTimes(times);
});
