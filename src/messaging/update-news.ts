import browser from 'webextension-polyfill';

/** The key under `storage.local`: the version that was updated to, until the reader has seen the line about it. */
const key = 'updatedTo';

/** Remembers that we were updated. A reinstallation of the same version is no news. */
export async function noteUpdate(previous: string | undefined): Promise<void> {
  const { version } = browser.runtime.getManifest();
  if (previous !== undefined && previous !== version) await browser.storage.local.set({ [key]: version });
}

/** The version that we were updated to, if the reader has not yet put the line about it away; else null. */
export async function updatedTo(): Promise<string | null> {
  const stored = (await browser.storage.local.get(key))[key];
  const { version } = browser.runtime.getManifest();
  return stored === version ? version : null;
}

/** The reader has seen it. */
export function forgetUpdate(): Promise<void> {
  return browser.storage.local.remove(key);
}
