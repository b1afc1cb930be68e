import browser from 'webextension-polyfill';
import { revisionKey } from '#messaging/client.ts';

/** Tells every open surface that a record has changed. The value only has to differ from the last one. */
export async function bumpRevision(): Promise<void> {
  await browser.storage.local.set({ [revisionKey]: crypto.randomUUID() });
}
