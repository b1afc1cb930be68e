import browser from 'webextension-polyfill';

/** The key under `storage.local` that says that the welcome page was shown. */
export const welcomedKey = 'welcomed';

/** Opens the welcome page, once. */
export async function welcome(): Promise<void> {
  if (welcomedKey in (await browser.storage.local.get(welcomedKey))) return;
  await browser.tabs.create({ url: browser.runtime.getURL('src/welcome/welcome.html') });
  await browser.storage.local.set({ [welcomedKey]: true });
}
