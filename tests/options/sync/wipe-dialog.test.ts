// @vitest-environment happy-dom
import { h, render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { SyncState } from '#messaging/sync-protocol.ts';
import { WipeDialog } from '#options/wipe-dialog.tsx';
import { useLocale } from '#tests/ui/use-locale.ts';
import { fake, on } from './fake-background.ts';
import { settle } from './sync-page.ts';

vi.mock('webextension-polyfill', async () => ({
  default: (await import('./fake-background.ts')).browser,
}));

beforeEach(() => useLocale('en'));
afterEach(() => render(null, document.body));

async function show(state: SyncState): Promise<string> {
  fake.begin(state);
  const nothing = (): void => undefined;
  const dialog = h(WipeDialog, {
    state: {
      state: 'ready',
      error: null,
      backups: [],
      usage: null,
      quota: null,
      isNearlyFull: false,
      remindToSave: false,
      aside: 0,
    },
    onSave: nothing,
    onWipe: nothing,
    onCancel: nothing,
  });
  await act(() => render(dialog, document.body));
  await settle();
  return document.querySelector('dialog')?.textContent ?? '';
}

describe('before all on this device is deleted', () => {
  test('with a server set up it is said that its copy and the other devices keep what they have', async () => {
    expect(await show(on)).toContain('The server’s copy and your other devices keep what they have.');
  });

  test('without one nothing is said of it', async () => {
    const said = await show({ ...on, server: null });
    expect(said).toContain('Delete everything?');
    expect(said).not.toContain('server');
  });
});
