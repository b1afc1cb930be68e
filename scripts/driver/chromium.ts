import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import puppeteer, { type Browser, type Page, TargetType } from 'puppeteer-core';
import { builtPackage } from '../built-package.ts';
import { ensureBrowser } from '../install-browser.ts';
import { hostsOfNetLog } from './net-log.ts';
import type { Proxy } from './proxy.ts';
import { callOf, type Session, until } from './session.ts';

/** Services that Chromium itself asks for at start, whatever is installed in it. */
export const chromiumServices = /(?:^|\.)(?:google|googleapis|gvt1|gstatic)\.com$/;

/** So long may a start take on a machine that is busy with much else, in ms. */
const startPatience = 60_000;

export interface ChromiumOptions {
  /** The built extension. */
  readonly extension?: string;
  /** Host names that lead to 127.0.0.1 at this port. */
  readonly hosts?: Readonly<Record<string, number>>;
  /** Everything goes through it, what is meant for this machine too; `hosts` are then the proxy's. There is no way round it. */
  readonly proxy?: Proxy;
  readonly headless?: boolean;
  readonly size?: { readonly width: number; readonly height: number };
  /** A profile's folder to use and to leave behind; without it, a new one that is deleted at the end. */
  readonly profile?: string;
  /** Where files are saved without a question. */
  readonly downloads?: string;
  /** The browser's own language; en-US without it. */
  readonly language?: string;
  /** Whether the reader has allowed the extension in private windows. */
  readonly inPrivate?: boolean;
}

/** What only Chromium's driver can do. */
export interface ChromiumSession extends Session {
  /** Closes the browser and gives its own log of the net (`--log-net-log`). */
  netLog(): Promise<string>;
  /** Ends the background's worker, as the browser does when it has been idle, through a page of ours. */
  killWorker(ownPage: Page): Promise<void>;
  /** Kills the browser with no time to put anything in order. */
  killBrowser(): Promise<void>;
}

/** Starts the browser with the extension in it. */
async function launch(options: ChromiumOptions, folder: string, netLog: string): Promise<Browser> {
  const { executablePath } = await ensureBrowser('chromium');
  const { width, height } = options.size ?? { width: 1280, height: 900 };
  const language = options.language ?? 'en-US';
  const path = resolve(options.extension ?? builtPackage('chrome'));
  const browser = await puppeteer.launch({
    executablePath,
    pipe: true,
    // On Linux it is this, and not the flag, that the browser's language comes from.
    env: { ...process.env, LANGUAGE: language.replaceAll('-', '_') },
    headless: options.headless ?? true,
    enableExtensions: options.inPrivate === true ? true : [path],
    userDataDir: options.profile ?? join(folder, 'profile'),
    defaultViewport: options.headless === false ? null : { width, height },
    args: [
      '--no-sandbox',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--disable-quic',
      // A private window asks before it goes to an address without https, and behind a proxy https is tried first: the samples have none.
      ...(options.inPrivate === true || options.proxy !== undefined
        ? ['--disable-features=HttpsFirstModeIncognito,HttpsUpgrades']
        : []),
      `--lang=${language}`,
      `--window-size=${width},${height}`,
      `--log-net-log=${netLog}`,
      ...wayOut(options),
    ],
  });
  if (options.inPrivate === true) {
    const protocol = await browser.target().createCDPSession();
    await protocol.send('Extensions.loadUnpacked', { path, enableInIncognito: true });
    await protocol.detach();
  }
  return browser;
}

export async function startChromium(options: ChromiumOptions = {}): Promise<ChromiumSession> {
  const folder = await mkdtemp(join(tmpdir(), 'on-record-'));
  const netLog = join(folder, 'net-log.json');
  const browser = await launch(options, folder, netLog);
  const worker = await browser.waitForTarget((target) => target.type() === TargetType.SERVICE_WORKER, {
    timeout: startPatience,
  });
  const ownOrigin = `${new URL(worker.url()).protocol}//${new URL(worker.url()).host}/`;
  const extension = await until(
    'the extension',
    async () => (await browser.extensions()).values().next().value ?? null,
  );
  // A new profile opens the welcome page, in front. A tab opened before it would be hidden behind it, and never drawn.
  if (options.profile === undefined)
    await browser.waitForTarget((target) => target.url().endsWith('/welcome.html'), {
      timeout: startPatience,
    });
  const { downloads } = options;
  if (downloads !== undefined) {
    const protocol = await browser.target().createCDPSession();
    await protocol.send('Browser.setDownloadBehavior', { behavior: 'allow', downloadPath: downloads });
  }
  let closed = false;

  const popupPage = (): Promise<Page> =>
    until('the popup', async () => {
      const pages = await extension.pages();
      return pages.find((page) => page.url().includes('/popup.html')) ?? null;
    });

  const closePopup = async (): Promise<void> => {
    for (const page of await extension.pages()) if (page.url().includes('/popup.html')) await page.close();
  };

  const close = async (): Promise<void> => {
    if (closed) return;
    closed = true;
    await browser.close();
  };

  return {
    name: 'chromium',
    browser,
    ownOrigin,
    async open(address) {
      const page = await browser.newPage();
      await page.goto(address, { waitUntil: 'load' });
      return page;
    },
    async popup(page) {
      // One that is open still would be closed by the click, and no other opened.
      await closePopup();
      await page.bringToFront();
      await extension.triggerAction(page);
      const popup = await popupPage();
      return { run: (code, ...args) => popup.evaluate(callOf(code, 'document', args)) as Promise<never> };
    },
    async shootPopup(path) {
      const popup = await popupPage();
      // Headless, the popup's window is smaller than it asks to be; with a screen it is as large as its page.
      const clip = { x: 0, y: 0, width: 380, height: 598 };
      await popup.screenshot({ path, clip, captureBeyondViewport: true });
    },
    closePopup,
    async openOwn(path) {
      const page = await browser.newPage();
      await page.goto(ownOrigin + path, { waitUntil: 'load' });
      return page;
    },
    async netLog() {
      await close();
      return readFile(netLog, 'utf8');
    },
    async contactedHosts() {
      await close();
      const hosts = hostsOfNetLog(await readFile(netLog, 'utf8'));
      return hosts.filter((host) => !chromiumServices.test(host));
    },
    async killWorker(ownPage) {
      // Not by the driver's own WebWorker.close(): that leaves the next worker waiting for a debugger.
      const protocol = await ownPage.createCDPSession();
      await protocol.send('ServiceWorker.enable');
      await protocol.send('ServiceWorker.stopAllWorkers');
      await protocol.detach();
    },
    async killBrowser() {
      closed = true;
      const gone = new Promise((resolve) => {
        browser.process()?.once('exit', resolve);
      });
      browser.process()?.kill('SIGKILL');
      await gone;
    },
    async close() {
      await close();
      await rm(folder, { recursive: true, force: true, maxRetries: 5 }).catch(() => null);
    },
  };
}

/** How names are found and where requests go. */
function wayOut({ hosts = {}, proxy }: ChromiumOptions): readonly string[] {
  if (proxy !== undefined) {
    return [
      `--proxy-server=127.0.0.1:${proxy.port}`,
      '--proxy-bypass-list=<-loopback>',
      '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
    ];
  }
  const rules = Object.entries(hosts).map(([host, port]) => `MAP ${host} 127.0.0.1:${port}`);
  return rules.length > 0 ? [`--host-resolver-rules=${rules.join(', ')}`] : [];
}
