import browser from 'webextension-polyfill';

/** Opens the browser's own page for the keys of extensions: Firefox has a call for it, Chromium an address. */
export async function openShortcutSettings(): Promise<void> {
  const { commands } = browser;
  if ('openShortcutSettings' in commands && typeof commands.openShortcutSettings === 'function')
    await commands.openShortcutSettings();
  else await browser.tabs.create({ url: 'chrome://extensions/shortcuts' });
}
