import browser from 'webextension-polyfill';
import { requestTab } from '#messaging/client.ts';
import { detectionKey } from '#messaging/detection-settings.ts';
import { settingsOf, settingsKey } from '#messaging/settings.ts';

type Changes = Readonly<Record<string, { readonly oldValue?: unknown; readonly newValue?: unknown }>>;

/** Whether what is stored anew makes pages look different to us: what is detected, or on which sites we are. */
export function wantsReading(changes: Changes): boolean {
  if (detectionKey in changes) return true;
  const settings = changes[settingsKey];
  if (settings === undefined) return false;
  const [before, now] = [settings.oldValue, settings.newValue].map((value) => settingsOf(value).sitesOff);
  return JSON.stringify(before) !== JSON.stringify(now);
}

/** Has every open page read anew when the reader has changed what is detected, or where. Those without a script of ours do not hear it. */
export function attachSettings(): void {
  browser.storage.local.onChanged.addListener((changes: Changes) => {
    if (wantsReading(changes)) readOpenPages().catch((error: unknown) => console.error('settings', error));
  });
}

async function readOpenPages(): Promise<void> {
  const tabs = await browser.tabs.query({ discarded: false });
  await Promise.all(
    tabs.flatMap(({ id }) =>
      id === undefined ? [] : [requestTab(id, 'page.detectAgain', null).catch(() => null)],
    ),
  );
}
