import browser from 'webextension-polyfill';
import { listGranted, runOnce } from '#messaging/access.ts';

const scriptId = 'granted-sites';

/** One registration at a time: two at once would both find none and both add one. */
let queue: Promise<void> = Promise.resolve();

async function register(): Promise<void> {
  const matches = [...(await listGranted())];
  const [registered] = await browser.scripting.getRegisteredContentScripts({ ids: [scriptId] });
  if (matches.length === 0) {
    if (registered) await browser.scripting.unregisterContentScripts({ ids: [scriptId] });
    return;
  }
  const js = browser.runtime.getManifest().content_scripts?.[0]?.js ?? [];
  const script = { id: scriptId, js, matches, runAt: 'document_idle' as const, persistAcrossSessions: true };
  if (registered) await browser.scripting.updateContentScripts([script]);
  else await browser.scripting.registerContentScripts([script]);
}

/** Makes the content script run on exactly the sites that the reader has granted, besides the manifest's. */
export function syncRegistration(): Promise<void> {
  queue = queue.then(register).catch((error: unknown) => console.error('registration', error));
  return queue;
}

/** Runs on the open pages of sites that were just granted, so that no reload is needed. */
export async function runOnOpenTabs(origins: readonly string[]): Promise<void> {
  const tabs = await browser.tabs.query({ url: [...origins], status: 'complete' });
  const ids = tabs.flatMap(({ id, discarded }) => (id === undefined || discarded ? [] : [id]));
  await Promise.all(ids.map(runOnce));
}
