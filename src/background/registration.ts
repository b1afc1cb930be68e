import browser from 'webextension-polyfill';
import { listGranted, ownPath, runOnce } from '#messaging/access.ts';
import { serverPatterns } from '#messaging/server-access.ts';

/** One registration at a time: two at once would both find none and both add one. */
let queue: Promise<void> = Promise.resolve();

async function register(): Promise<void> {
  const matches = [...(await listGranted())];
  // All anew: an earlier version may have registered others, or other files.
  await browser.scripting.unregisterContentScripts();
  if (matches.length === 0) return;
  const scripts = (browser.runtime.getManifest().content_scripts ?? []).map(
    ({ js = [], run_at: runAt }, i) => ({
      id: `granted-sites-${i}`,
      js: js.map(ownPath),
      matches,
      runAt: runAt ?? 'document_idle',
      persistAcrossSessions: true,
    }),
  );
  await browser.scripting.registerContentScripts(scripts);
}

/** Makes the content script run on exactly the sites that the reader has granted, besides the manifest's. */
export function syncRegistration(): Promise<void> {
  queue = queue.then(register).catch((error: unknown) => console.error('registration', error));
  return queue;
}

/** Runs on the open pages of sites that were just granted, so that no reload is needed. */
export async function runOnOpenTabs(origins: readonly string[]): Promise<void> {
  const servers = await serverPatterns();
  const url = origins.filter((origin) => !servers.includes(origin));
  if (url.length === 0) return;
  const tabs = await browser.tabs.query({ url, status: 'complete' });
  const ids = tabs.flatMap(({ id, discarded }) => (id === undefined || discarded ? [] : [id]));
  await Promise.all(ids.map(runOnce));
}
