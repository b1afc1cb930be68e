// @vitest-environment happy-dom
import { h, render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type SyncProblem, syncProblems } from '#core/sync/sync-problem.ts';
import { SyncNotice } from '#library/sync-notice.tsx';
import { fake, on } from '#tests/options/sync/fake-background.ts';
import { useLocale } from '#tests/ui/use-locale.ts';

vi.mock('webextension-polyfill', async () => ({
  default: (await import('#tests/options/sync/fake-background.ts')).browser,
}));

const main = document.createElement('main');
beforeEach(() => {
  useLocale('en');
  document.body.replaceChildren(main);
});
afterEach(() => render(null, main));

async function shown(problem: SyncProblem | null): Promise<string> {
  fake.begin({ ...on, last: on.last === null ? null : { ...on.last, problem } });
  await act(() => render(h(SyncNotice, null), main));
  for (let turn = 0; turn < 4; turn++) await act(() => new Promise((resolve) => setTimeout(resolve, 0)));
  return main.textContent ?? '';
}

/** What the reader must decide or change. The rest passes by itself, or is told where sync is set up. */
const waiting: ReadonlySet<SyncProblem> = new Set([
  'too-much',
  'wiped',
  'other-notebook',
  'no-access',
  'refused',
  'wrong-passphrase',
  'server-full',
  'no-database',
  'not-a-notebook',
  'newer-notebook',
] as const);

test.each(syncProblems.filter((problem) => waiting.has(problem)))(
  '%s: one line, and the way',
  async (problem) => {
    expect(await shown(problem)).toContain('Syncing needs you.');
    expect(main.querySelector('a')?.href).toBe('chrome-extension://a-test/src/options/options.html#sync');
  },
);

test.each([null, ...syncProblems.filter((problem) => !waiting.has(problem))])(
  '%s: nothing',
  async (problem) => {
    expect(await shown(problem)).toBe('');
  },
);

test('nothing where no server is set up', async () => {
  fake.begin();
  await act(() => render(h(SyncNotice, null), main));
  expect(main.textContent).toBe('');
});
