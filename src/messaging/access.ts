import browser from 'webextension-polyfill';
import { forbiddenPage } from '#core/forbidden-page.ts';
import { forgetServerPattern, serverPatterns } from './server-access.ts';

/**
 * May we run on a page? `listed`: a publisher of the manifest; `granted`: the reader has allowed the site;
 * `withheld`: a publisher, but the reader or the browser holds our access back; `not-enabled`: any other site;
 * `forbidden`: no extension may run there (the browser's own pages, the add-on stores).
 */
export interface AccessState {
  readonly state: 'listed' | 'granted' | 'withheld' | 'not-enabled' | 'forbidden';
  /** The site's match pattern for a grant, `https://example.org/*`; null where none can be given. */
  readonly origin: string | null;
}

/** Every site: what *On every site* asks for. */
export const everywhere = ['https://*/*', 'http://*/*'];

/** The match pattern for the site of an address (ports cannot be part of a pattern in Firefox, so none is). */
function sitePattern(address: string): string | null {
  if (!URL.canParse(address)) return null;
  const url = new URL(address);
  const known = forbiddenPage(address);
  // What is called a PDF may be a page: only a page that cannot be read is one.
  return known === null || (known === 'pdf' && url.protocol !== 'file:')
    ? `${url.protocol}//${url.hostname}/*`
    : null;
}

/** Hosts of the manifest's patterns (`*://*.example.org/*`): a site is listed when it or a domain above it is among them. */
function listedHosts(): Set<string> {
  const patterns = browser.runtime.getManifest().content_scripts?.flatMap(({ matches }) => matches) ?? [];
  return new Set(patterns.map((pattern) => pattern.replace(/^[^:]+:\/\/(?:\*\.)?/, '').replace(/\/.*$/, '')));
}

function isListed(hostname: string): boolean {
  const hosts = listedHosts();
  const labels = hostname.split('.');
  return labels.some((_label, i) => hosts.has(labels.slice(i).join('.')));
}

/** What we may do on a tab's page. A tab whose address we cannot see is one that we may not touch. */
export async function siteAccess(tab: { url?: string | undefined }): Promise<AccessState> {
  const origin = tab.url === undefined ? null : sitePattern(tab.url);
  if (origin === null || tab.url === undefined) return { state: 'forbidden', origin: null };
  const held = await browser.permissions.contains({ origins: [origin] });
  const listed = isListed(new URL(tab.url).hostname);
  if (held) return { state: listed ? 'listed' : 'granted', origin };
  return { state: listed ? 'withheld' : 'not-enabled', origin };
}

/** Whether we may read a site's pages without being asked each time, over https or http. */
export async function isHeld(hostname: string): Promise<boolean> {
  const held = ['https', 'http'].map((scheme) =>
    browser.permissions.contains({ origins: [`${scheme}://${hostname}/*`] }),
  );
  return (await Promise.all(held)).includes(true);
}

/** A file of the manifest, as the browsers want it: Firefox says in its manifest where it lies on this installation, and takes no such address. */
export function ownPath(file: string): string {
  const root = browser.runtime.getURL('');
  return file.startsWith(root) ? file.slice(root.length) : file;
}

/**
 * Runs the content script on a tab once, by the `activeTab` right that the reader's click gave.
 * @returns false where the browser does not let us.
 */
export async function runOnce(tabId: number): Promise<boolean> {
  const files = (browser.runtime.getManifest().content_scripts?.[0]?.js ?? []).map(ownPath);
  try {
    await browser.scripting.executeScript({ target: { tabId }, files });
    return true;
  } catch {
    return false;
  }
}

/** Asks for a site for good. Call it straight in the click's handler. Answers whether the reader agreed. */
export async function grantAlways(origin: string): Promise<boolean> {
  // Not waited for, since a click is good for one question only; done before the reader can answer.
  const asked = browser.permissions.request({ origins: [origin] });
  const [isGranted] = await Promise.all([asked, forgetServerPattern(origin)]);
  return isGranted;
}

/** Asks for every site. Call it straight in the click's handler. Answers whether the reader agreed. */
export function grantEverywhere(): Promise<boolean> {
  return browser.permissions.request({ origins: everywhere });
}

/** Gives a grant back. Answers whether it is gone. */
export function revoke(origins: readonly string[]): Promise<boolean> {
  return browser.permissions.remove({ origins: [...origins] });
}

/** The match patterns that the reader has granted, to be read, without those of the manifest. */
export async function listGranted(): Promise<readonly string[]> {
  const [{ origins = [] }, servers] = await Promise.all([browser.permissions.getAll(), serverPatterns()]);
  const listed = new Set(
    browser.runtime.getManifest().content_scripts?.flatMap((script) => script.matches) ?? [],
  );
  return origins.filter((origin) => !listed.has(origin) && !servers.includes(origin));
}
