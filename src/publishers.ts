import { asianAndAfricanPublishers } from './publishers/asia-africa.ts';
import { germanPublishers } from './publishers/de.ts';
import { easternEuropeanPublishers } from './publishers/eastern-europe.ts';
import { publishersOfNorthAmerica } from './publishers/en-north-america.ts';
import { publishersOfTheEnglishSpeakingWorld } from './publishers/en-world.ts';
import { spanishPublishers } from './publishers/es.ts';
import { frenchPublishers } from './publishers/fr.ts';
import { italianAndPortuguesePublishers } from './publishers/it-pt.ts';
import { dutchAndNordicPublishers } from './publishers/nl-nordic.ts';
import type { Publisher } from './publishers/publisher.ts';

export type { Publisher } from './publishers/publisher.ts';

/**
 * Every publisher that the manifest names. No aggregator, portal with mail, shop or bank: an extension that reads pages has no
 * business there. Where a portal also publishes news, only the subdomain of its news is listed.
 */
export const publishers: readonly Publisher[] = [
  ...publishersOfNorthAmerica,
  ...publishersOfTheEnglishSpeakingWorld,
  ...germanPublishers,
  ...frenchPublishers,
  ...spanishPublishers,
  ...italianAndPortuguesePublishers,
  ...dutchAndNordicPublishers,
  ...easternEuropeanPublishers,
  ...asianAndAfricanPublishers,
];

/** For people who host their own feed reader. A match pattern without a port matches every port. */
const ownMachine: readonly string[] = ['http://localhost/*', 'http://127.0.0.1/*'];

/** The match patterns for the manifest's content scripts: each publisher's host with its subdomains, and the reader's own machine. */
export const matches: readonly string[] = [...publishers.map(({ host }) => `*://*.${host}/*`), ...ownMachine];

/** RFC 1035, 2.3.4, and the final dot. */
const longestHostname = 254;

const byHost: ReadonlyMap<string, Publisher> = new Map(
  publishers.map((publisher) => [publisher.host, publisher]),
);

/** The listed publisher to whom a host name belongs ("www.nytimes.com", "nytimes.com"), or null. Takes one look-up a label. */
export function publisherOf(hostname: string): Publisher | null {
  if (hostname.length > longestHostname) return null;
  let rest = hostname.toLowerCase().replace(/\.$/, '');
  for (;;) {
    const found = byHost.get(rest);
    if (found !== undefined) return found;
    const dot = rest.indexOf('.');
    if (dot === -1) return null;
    rest = rest.slice(dot + 1);
  }
}

/** Whether a host name belongs to a listed publisher. False for the reader's own machine: see `isListed`. */
export function isPublisher(hostname: string): boolean {
  return publisherOf(hostname) !== null;
}

/** Whether the manifest names the page at this address, so that the extension runs there without being asked. */
export function isListed(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, hostname } = new URL(address);
  if (protocol === 'http:' && (hostname === 'localhost' || hostname === '127.0.0.1')) return true;
  return (protocol === 'http:' || protocol === 'https:') && isPublisher(hostname);
}
