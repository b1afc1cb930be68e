import { type Page, TargetType } from 'puppeteer-core';
import type { Session } from '#scripts/driver/session.ts';
import { insideFirefox } from './firefox-inside.ts';

/**
 * What the browser itself offers and no driver can reach: the address bar's keyword and the menu of selected text. In Chromium the
 * background's events are dispatched in its worker; in Firefox the browser's own code is given what its address bar and menu give it.
 */

const id = 'on-record@on-record.example';

/** Runs source in Chromium's worker. */
async function inWorker({ browser }: Session, source: string): Promise<unknown> {
  const target = await browser.waitForTarget((one) => one.type() === TargetType.SERVICE_WORKER);
  const worker = await target.worker();
  if (worker === null) throw new Error('no worker');
  return worker.evaluate(source);
}

/** `rec` and these words in the address bar: what is suggested for them, then Enter, which opens the library in a new tab. */
export async function fromAddressBar(session: Session, words: string): Promise<readonly string[]> {
  const typed = JSON.stringify(words);
  if (session.name === 'chromium')
    return (await inWorker(
      session,
      `(async () => {
        const shown = await new Promise((resolve) => chrome.omnibox.onInputChanged.dispatch(${typed}, resolve));
        chrome.omnibox.onInputEntered.dispatch(${typed}, 'newForegroundTab');
        return shown.map(({ content }) => content);
      })()`,
    )) as readonly string[];
  return insideFirefox(
    session.browser,
    `(async () => {
      const { ExtensionSearchHandler: bar } = ChromeUtils.importESModule('resource://gre/modules/ExtensionSearchHandler.sys.mjs');
      const shown = await new Promise((resolve) => {
        bar.handleSearch({ keyword: 'rec', text: 'rec ' + ${typed}, inPrivateWindow: false }, resolve);
      });
      bar.handleInputEntered('rec', 'rec ' + ${typed}, 'tab');
      return shown.map(({ content }) => content);
    })()`,
  );
}

/** An entry of the menu of selected text, chosen in the tab in front. */
export async function fromMenu(session: Session, page: Page, entry: string): Promise<void> {
  await page.bringToFront();
  const menuItemId = JSON.stringify(entry);
  if (session.name === 'chromium') {
    await inWorker(
      session,
      `(async () => {
        const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
        await new Promise((resolve, reject) => chrome.contextMenus.update(${menuItemId}, {}, () => chrome.runtime.lastError ? reject(new Error(chrome.runtime.lastError.message)) : resolve()));
        chrome.contextMenus.onClicked.dispatch({ menuItemId: ${menuItemId} }, tab);
      })()`,
    );
    return;
  }
  await insideFirefox(
    session.browser,
    `(() => {
      const tab = Services.wm.getMostRecentWindow('navigator:browser').gBrowser.selectedTab;
      WebExtensionPolicy.getByID('${id}').extension.emit('webext-menu-menuitem-click', { menuItemId: ${menuItemId}, editable: false, modifiers: [] }, tab);
      return null;
    })()`,
  );
}
