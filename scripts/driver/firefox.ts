import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { BidiBrowser } from 'puppeteer-core/internal/bidi/Browser.js';
import { builtPackage, isFromZip, zipOf } from '../built-package.ts';
import { ensureBrowser } from '../install-browser.ts';
import { withAllPages } from './firefox-pages.ts';
import { type Proxy, startProxy } from './proxy.ts';
import { callOf, type Session, until } from './session.ts';
import { reloadSurely } from './sure-reload.ts';

/** Chosen beforehand through a preference, so that the driver knows where our pages are. */
const uuid = '5b4636a0-0a1c-4d3e-9f00-0123456789ab';
const extensionId = 'on-record@on-record.example';

/** So long may a start and a page take on a machine that is busy with others, in ms. */
const patience = 60_000;

/** Services that Firefox itself asks for, whatever is installed in it. */
export const firefoxServices = /(?:^|\.)(?:mozilla\.(?:com|net|org)|firefox\.com|mozaws\.net|mozgcp\.net)$/;

export interface FirefoxOptions {
  readonly extension?: string;
  /** Host names that lead to 127.0.0.1 at this port. */
  readonly hosts?: Readonly<Record<string, number>>;
  /** Everything goes through it, what is meant for this machine too; `hosts` are then the proxy's. */
  readonly proxy?: Proxy;
  /** Whether the driver may look into the browser itself: which requests are made and by whom, what memory holds. */
  readonly systemAccess?: boolean;
  /** Where files are saved without a question. */
  readonly downloads?: string;
  /** Whether the reader has allowed the extension in private windows. */
  readonly inPrivate?: boolean;
  /** The browser's own language; en-US without it. A language pack without words of its own makes it one that this Firefox speaks. */
  readonly language?: string;
}

/** A look at a page takes no longer than this, in ms, unless it goes by without an answer. */
const lookPatience = 5_000;

/**
 * What a page says of itself; nothing where it cannot be asked. While a tab goes from one process to another, as a new one does for a page
 * of ours, a question can stay without an answer for ever: it is given up then, and may be asked again.
 */
async function lookAt(page: Page): Promise<string> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const lost = new Promise<string>((resolve) => {
    timer = setTimeout(() => resolve(''), lookPatience);
  });
  const look = page.evaluate(() => `${document.readyState} ${location.href}`).catch(() => '');
  const said = await Promise.race([look, lost]);
  clearTimeout(timer);
  return said;
}

/** The welcome page, which the extension opens when it is installed: WebDriver may not go to our pages, but may look into one. */
async function welcomePage(browser: Browser): Promise<Page> {
  const opened = async (): Promise<Page | null> => {
    for (const page of await browser.pages()) if ((await lookAt(page)).endsWith('/welcome.html')) return page;
    return null;
  };
  return until('the welcome page', opened, patience);
}

/**
 * A new profile in which the reader has allowed us in private windows. WebDriver's own word for that (`moz:allowPrivateBrowsing`) loads
 * the extension once more, which closes the page that it has opened; so the permission is written where Firefox kept it before and
 * still looks for it in a profile that has none.
 */
async function privateProfile(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'on-record-firefox-'));
  const allowed = { permissions: ['internal:privateBrowsingAllowed'], origins: [] };
  await writeFile(join(folder, 'extension-preferences.json'), JSON.stringify({ [extensionId]: allowed }));
  return folder;
}

/**
 * Writes a language pack in which nothing is said: the browser then counts the language among its own, and goes on in English where it
 * has no words. Installed before the extension, which chooses its language when it is loaded.
 */
async function writeLanguagePack(folder: string, language: string): Promise<string> {
  const place = join(folder, 'language-pack');
  await mkdir(join(place, 'browser'), { recursive: true });
  const pack = {
    manifest_version: 2,
    name: `Language pack: ${language}`,
    version: '1.0',
    browser_specific_settings: {
      gecko: { id: `langpack-${language}@on-record.example`, strict_min_version: '140.0' },
    },
    langpack_id: language,
    languages: { [language]: { version: '20260101000000', chrome_resources: {} } },
    sources: { browser: { base_path: 'browser/' } },
  };
  await writeFile(join(place, 'manifest.json'), JSON.stringify(pack));
  return place;
}

/** Installs the extension until Firefox ends: the folder of a build, or the zip as the store is given it. */
async function install(browser: Browser, folder: string | undefined): Promise<void> {
  if (folder !== undefined || !isFromZip() || !(browser instanceof BidiBrowser)) {
    await browser.installExtension(resolve(folder ?? builtPackage('firefox')));
    return;
  }
  const extensionData = { type: 'archivePath', path: resolve(zipOf('firefox')) } as const;
  await browser.connection.send('webExtension.install', { extensionData });
}

/** What Firefox is set to: our address, its language, every question to the driver's proxy, downloads into a folder. */
function settings(language: string, port: number, downloads: string | undefined): Record<string, unknown> {
  return {
    'extensions.webextensions.uuids': JSON.stringify({ [extensionId]: uuid }),
    'intl.locale.requested': language,
    'network.proxy.type': 1,
    'network.proxy.http': '127.0.0.1',
    'network.proxy.http_port': port,
    'network.proxy.ssl': '127.0.0.1',
    'network.proxy.ssl_port': port,
    'network.proxy.allow_hijacking_localhost': true,
    'dom.security.https_first': false,
    ...(downloads === undefined
      ? {}
      : {
          'browser.download.folderList': 2,
          'browser.download.dir': downloads,
          'browser.download.useDownloadDir': true,
          'browser.download.always_ask_before_handling_new_types': false,
          // Its list of files would open over the window, and no popup beside it.
          'browser.download.alwaysOpenPanel': false,
          'browser.download.panel.shown': true,
        }),
  };
}

export async function startFirefox(options: FirefoxOptions = {}): Promise<Session> {
  const { executablePath } = await ensureBrowser('firefox');
  const hosts = options.hosts ?? {};
  const proxy = options.proxy ?? (await startProxy(hosts));
  const profile = options.inPrivate === true ? await privateProfile() : null;
  const folder = await mkdtemp(join(tmpdir(), 'on-record-firefox-'));
  const language = options.language ?? 'en-US';
  const launched = await puppeteer.launch({
    browser: 'firefox',
    executablePath,
    timeout: patience,
    ...(profile === null ? {} : { userDataDir: profile }),
    headless: true,
    args: options.systemAccess === true ? ['-remote-allow-system-access'] : [],
    defaultViewport: { width: 1280, height: 900 },
    extraPrefsFirefox: settings(language, proxy.port, options.downloads),
  });
  const browser = withAllPages(launched);
  if (options.language !== undefined)
    await browser.installExtension(await writeLanguagePack(folder, language));
  await install(browser, options.extension);
  const ownOrigin = `moz-extension://${uuid}/`;
  const controller = await welcomePage(browser);
  const view = `browser.extension.getViews({ type: 'popup' })[0]`;
  const closePopup = async (): Promise<void> => {
    await controller.evaluate(`${view}?.close()`);
  };

  return {
    name: 'firefox',
    browser,
    ownOrigin,
    async open(address) {
      const page = reloadSurely(await browser.newPage());
      await page.goto(address, { waitUntil: 'load', timeout: patience });
      return page;
    },
    async popup(page) {
      await closePopup();
      await until('no other popup', () => controller.evaluate(`${view} === undefined`) as Promise<boolean>);
      await page.bringToFront();
      const address = await page.evaluate(() => location.href);
      // The real popup, opened as the toolbar does; it cannot be a tab of the driver's, so our own page looks into it.
      await controller.evaluate(`(async () => {
        const tabs = await browser.tabs.query({});
        const tab = tabs.find(({ url }) => url === ${JSON.stringify(address)});
        await browser.tabs.update(tab.id, { active: true });
        await browser.action.openPopup({ windowId: tab.windowId });
      })()`);
      await until(
        'the popup',
        () => controller.evaluate(`${view}?.document.readyState === 'complete'`) as Promise<boolean>,
      );
      return {
        run: (code, ...args) => controller.evaluate(callOf(code, `${view}.document`, args)) as Promise<never>,
      };
    },
    // The popup is no tab of the driver's: there is nothing to take a picture of.
    shootPopup: () => Promise.resolve(),
    closePopup,
    async openOwn(path) {
      const before = new Set(await browser.pages());
      await controller.evaluate(
        `browser.tabs.create({ url: ${JSON.stringify(ownOrigin + path)} }).then(() => null)`,
      );
      const ready = async (): Promise<Page | null> => {
        for (const page of await browser.pages()) {
          if (before.has(page)) continue;
          const state = await lookAt(page);
          if (state.startsWith('complete') && state.includes(path)) return page;
        }
        return null;
      };
      return reloadSurely(await until(`the page ${path}`, ready, patience));
    },
    async contactedHosts() {
      return [...proxy.hosts].filter((host) => host !== '' && !firefoxServices.test(host)).toSorted();
    },
    async close() {
      await browser.close();
      if (options.proxy === undefined) await proxy.close();
      if (profile !== null)
        await rm(profile, { recursive: true, force: true, maxRetries: 5 }).catch(() => null);
      await rm(folder, { recursive: true, force: true }).catch(() => null);
    },
  };
}
