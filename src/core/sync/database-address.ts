/** Machines of which `http` is as safe as `https`: what is sent never leaves this one. */
const LOOPBACK = new Set(['localhost', '127.0.0.1']);

/** Names of databases, as CouchDB has them (https://docs.couchdb.org/en/stable/api/database/common.html#put--db). */
const NAME = /^[a-z][a-z0-9_$()+/-]*$/;

/** Where CouchDB's own pages begin: whoever copies the server's address from one of them means the server. */
const OWN_PAGES = /\/_utils(?:\/.*)?$/;

/** Why an address of a server and a database's name are no place for a notebook. */
export type AddressProblem = 'no-address' | 'not-safe' | 'no-name' | 'bad-name';

/**
 * The address of a database of a server that the reader has typed, without a slash at its end: `couch.example` and `notes` make
 * `https://couch.example/notes`. Of what stands in front of an `@`, behind a `?` or a `#` nothing is kept, nor of
 * the path of CouchDB's own pages.
 */
export function databaseAddress(
  server: string,
  database: string,
): { readonly address: string } | { readonly problem: AddressProblem } {
  const typed = server.trim();
  const url = parse(/^[a-z][a-z0-9+.-]*:\/\//i.test(typed) ? typed : `https://${typed}`);
  if (url === null || url.hostname === '') return { problem: 'no-address' };
  const isLoopback = LOOPBACK.has(url.hostname);
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && isLoopback)) return { problem: 'not-safe' };
  const name = database.trim();
  if (name === '') return { problem: 'no-name' };
  if (!NAME.test(name) || name.length > 238) return { problem: 'bad-name' };
  const path = url.pathname.replace(OWN_PAGES, '').replace(/\/+$/, '');
  return { address: `${url.origin}${path}/${encodeURIComponent(name)}` };
}

/** Whether it is an address such as `databaseAddress` makes. */
export function isDatabaseAddress(address: string): boolean {
  const url = parse(address);
  if (url === null || url.href !== address || address.endsWith('/') || url.pathname === '/') return false;
  if (url.username !== '' || url.password !== '' || url.search !== '' || url.hash !== '') return false;
  if (!isName(url.pathname.slice(url.pathname.lastIndexOf('/') + 1))) return false;
  return url.protocol === 'https:' || (url.protocol === 'http:' && LOOPBACK.has(url.hostname));
}

/** The one origin that must be allowed for a database, as a match pattern. Patterns have no ports: it covers all of that host. */
export function originPattern(address: string): string {
  const { protocol, hostname } = new URL(address);
  return `${protocol}//${hostname}/*`;
}

/** Whether the end of a path is a database's name: CouchDB's own, such as `_users`, are none. */
function isName(end: string): boolean {
  try {
    return NAME.test(decodeURIComponent(end));
  } catch {
    return false;
  }
}

function parse(address: string): URL | null {
  try {
    return new URL(address);
  } catch {
    return null;
  }
}
