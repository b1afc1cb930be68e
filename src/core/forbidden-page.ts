import { webAddress } from './url-parse.ts';

/** What kind of page it is where no extension may read. */
export type ForbiddenPage = 'browser' | 'store' | 'pdf' | 'view-source' | 'file';

/** Where the browsers keep every extension out: their stores, and Firefox's pages for accounts and help. */
const storeHosts = new Set([
  'chromewebstore.google.com',
  'addons.mozilla.org',
  'accounts.firefox.com',
  'support.mozilla.org',
  'discovery.addons.mozilla.org',
  'microsoftedge.microsoft.com',
]);

/** Why no extension may read a page, by its address; null where one may. */
export function forbiddenPage(address: string): ForbiddenPage | null {
  if (/^view-source:/iu.test(address)) return 'view-source';
  if (/^file:/iu.test(address)) return isPdf(address) ? 'pdf' : 'file';
  const page = webAddress(address);
  if (page === null) return 'browser';
  const { hostname, pathname } = page;
  if (storeHosts.has(hostname)) return 'store';
  if (hostname === 'chrome.google.com' && pathname.startsWith('/webstore')) return 'store';
  return isPdf(pathname) ? 'pdf' : null;
}

/** The page whose source an address of `view-source:` shows; null for another address. */
export function viewedPage(address: string): string | null {
  const page = address.replace(/^view-source:/iu, '');
  return page !== address && webAddress(page) !== null ? page : null;
}

function isPdf(path: string): boolean {
  return /\.pdf(?:[?#]|$)/iu.test(path);
}
