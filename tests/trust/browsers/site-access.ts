import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { type ChromiumOptions, startChromium } from '#scripts/driver/chromium.ts';
import { type FirefoxOptions, startFirefox } from '#scripts/driver/firefox.ts';
import { type Session, until } from '#scripts/driver/session.ts';
import { insideFirefox } from './firefox-inside.ts';

/** A browser in which the reader has allowed one site more, and can take that and every other back. */
export interface AccessDesk {
  readonly session: Session;
  /** Gives the site that was allowed back, as the button in the options does. */
  readonly giveBack: () => Promise<void>;
  /** Allows it again; null where the browser's question cannot be answered without a screen. */
  readonly allowAgain: (() => Promise<void>) | null;
  /** The browser's own switch for sites of the manifest. */
  readonly switchSite: (isOn: boolean) => Promise<void>;
  readonly close: () => Promise<void>;
}

type Hosts = Readonly<Record<string, number>>;

const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** A page of ours gives it back. */
async function giveBack(own: Page, pattern: string): Promise<void> {
  const done = await own.evaluate(`chrome.permissions.remove({ origins: [${JSON.stringify(pattern)}] })`);
  if (done !== true) throw new Error(`permissions.remove answered ${String(done)}`);
}

/**
 * Chromium's question cannot be answered without a screen. What an earlier version held from the start stays granted when the next one
 * has it as an option.
 * @param host the site that is allowed
 */
export async function chromiumAccess(host: string, hosts: Hosts): Promise<AccessDesk> {
  const folder = await mkdtemp(join(tmpdir(), 'on-record-access-'));
  await cp('dist/chrome', folder, { recursive: true });
  const file = join(folder, 'manifest.json');
  const manifest = await readFile(file, 'utf8');
  const pattern = `http://${host}/*`;
  const withHost = { ...(JSON.parse(manifest) as object), host_permissions: [pattern] };
  await writeFile(file, JSON.stringify(withHost));
  const options: ChromiumOptions = { extension: folder, hosts };
  const session = await startChromium(options);
  await writeFile(file, manifest);
  const protocol = await session.browser.target().createCDPSession();
  await protocol.send('Extensions.loadUnpacked', { path: folder });
  await protocol.detach();
  // While it is being installed pages are closed, and one of ours does not come.
  await wait(2_500);
  const opened = (address: string): Promise<Page> =>
    until(
      address,
      async () => {
        const page = await session.browser.newPage();
        const isThere = await page.goto(address, { timeout: 10_000 }).then(
          () => true,
          () => false,
        );
        if (isThere) return page;
        await page.close().catch(() => null);
        return null;
      },
      60_000,
    );
  const settings = await opened('chrome://extensions');
  const own = await opened(`${session.ownOrigin}src/options/options.html`);
  const id = JSON.stringify(new URL(session.ownOrigin).host);
  return {
    session,
    giveBack: () => giveBack(own, pattern),
    allowAgain: null,
    async switchSite(isOn) {
      const access = isOn ? 'ON_ALL_SITES' : 'ON_CLICK';
      await settings.evaluate(
        `chrome.developerPrivate.updateExtensionConfiguration({ extensionId: ${id}, hostAccess: '${access}' })`,
      );
      await wait(100);
    },
    async close() {
      await session.close();
      await rm(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

const extensionId = 'on-record@on-record.example';

/** Firefox's own keeper of grants, which its questions and its page for add-ons write to. */
function changeGrants(
  session: Session,
  verb: 'add' | 'remove',
  origins: readonly string[],
): Promise<boolean> {
  const change = JSON.stringify({ permissions: [], origins });
  return insideFirefox<boolean>(
    session.browser,
    `(async () => {
      const { ExtensionPermissions } = ChromeUtils.importESModule('resource://gre/modules/ExtensionPermissions.sys.mjs');
      const { extension } = WebExtensionPolicy.getByID('${extensionId}');
      await ExtensionPermissions.${verb}('${extensionId}', ${change}, extension);
      return true;
    })()`,
  );
}

/** @param listed the manifest's pattern of the site that its switch is for */
export async function firefoxAccess(host: string, hosts: Hosts, listed: string): Promise<AccessDesk> {
  const options: FirefoxOptions = { hosts, systemAccess: true };
  const session = await startFirefox(options);
  const own = await session.openOwn('src/options/options.html');
  const pattern = `http://${host}/*`;
  const allow = async (): Promise<void> => {
    await changeGrants(session, 'add', [pattern]);
  };
  await allow();
  return {
    session,
    giveBack: () => giveBack(own, pattern),
    allowAgain: allow,
    async switchSite(isOn) {
      await changeGrants(session, isOn ? 'add' : 'remove', [listed]);
    },
    close: () => session.close(),
  };
}
