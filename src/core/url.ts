import { isBareHost, plainHost, sameSite } from './url-host.ts';
import { cachedAddress } from './url-cache.ts';
import { formatAddress, webAddress, type WebAddress } from './url-parse.ts';
import { namesArticle, plainPath } from './url-path.ts';
import { sameArticle, sameWriter } from './url-same.ts';
import { identityQuery } from './url-tracking.ts';

/** Longer addresses, in UTF-16 code units, are no article's: they are left as they are. */
const LONGEST = 8_000;

/**
 * The one address of an article, under which its annotations are kept. Tracking parameters, fragments, mobile, AMP and
 * print views are taken off; what tells one article from another stays. `canonical`, the page's own `rel=canonical`, is
 * believed only on the same site, when it names an article, and when it can be the one at `senderUrl`: a page that
 * changes its address without its head keeps the canonical of another article. Two articles in one would be worse than
 * one article in two, so every doubt is decided for two.
 *
 * Idempotent; never throws. What is not an http or https address of sane
 * length comes back as it is.
 */
export function articleAddress(senderUrl: string, canonical: string | null): string {
  const sender = senderUrl.length > LONGEST ? null : webAddress(senderUrl);
  if (sender === null) return senderUrl;
  const plain = plainAddress(sender);
  if (canonical === null || canonical.trim() === '' || canonical.length > LONGEST)
    return formatAddress(plain);
  const claimed = webAddress(canonical, senderUrl);
  if (claimed === null) return formatAddress(plain);
  const other = plainAddress(claimed);
  return formatAddress(isBelievable(plain, other) ? other : plain);
}

/**
 * Where else passages of the article on a page may have been kept, by rules that believed more or fewer claims than
 * `articleAddress` does: the page's own address, and what it claims within its site. Not the address that it has now. What is kept
 * there may be another article's: it is this one's only as far as its words stand on the page.
 */
export function formerAddresses(senderUrl: string, canonical: string | null): readonly string[] {
  const sender = senderUrl.length > LONGEST ? null : webAddress(senderUrl);
  if (sender === null) return [];
  const own = plainAddress(sender);
  const former = [formatAddress(own)];
  const claimed =
    canonical === null || canonical.trim() === '' || canonical.length > LONGEST
      ? null
      : webAddress(canonical, senderUrl);
  const other = claimed && plainAddress(claimed);
  const isPossible =
    other?.port === own.port && other.pathname !== '/' && sameSite(own.hostname, other.hostname);
  // What another writer has written was never this one's.
  if (isPossible && sameWriter(own, other)) former.push(formatAddress(other));
  const present = articleAddress(senderUrl, canonical);
  return [...new Set(former)].filter((address) => address !== present);
}

/** An address in the one form that all addresses of its article have. */
function plainAddress(address: WebAddress): WebAddress {
  const { protocol, hostname, port, pathname, search, hash } = unwrapped(address);
  const bare = isBareHost(hostname) || port !== '';
  const path = plainPath(pathname);
  return {
    // A site that has moved to https since keeps its notes. What one runs oneself stays as it is.
    protocol: bare ? protocol : 'https:',
    hostname: bare ? hostname : plainHost(hostname),
    port,
    pathname: path,
    search: identityQuery(search, namesArticle(path)),
    hash: route(hash),
  };
}

/** An article out of the viewers and caches of AMP pages. */
function unwrapped(address: WebAddress): WebAddress {
  let inner = address;
  for (;;) {
    const cached = cachedAddress(inner.hostname, inner.pathname);
    const next = cached === null ? null : webAddress(cached + inner.search);
    if (next === null) return inner;
    inner = next;
  }
}

/** A fragment that an application uses as its path (`#!/story/12`, `#/story/12`); others name a place, not a page. */
function route(hash: string): string {
  const place = hash.indexOf(':~:');
  const path = place === -1 ? hash : hash.slice(0, place);
  return /^#!?\/./.test(path) || /^#!./.test(path) ? path : '';
}

/** Whether a page at `sender` can rightly claim to be the article at `claimed`; both are in plain form. */
function isBelievable(sender: WebAddress, claimed: WebAddress): boolean {
  if (sender.port !== claimed.port || !sameSite(sender.hostname, claimed.hostname)) return false;
  if (sender.port !== '' && sender.hostname !== claimed.hostname) return false;
  if (sender.hash !== claimed.hash) return false;
  return sameArticle(sender, claimed);
}
