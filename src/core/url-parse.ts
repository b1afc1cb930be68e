/** The parts of an address that this program looks at. Names and forms are those of the WHATWG URL Standard. */
export interface WebAddress {
  readonly protocol: 'http:' | 'https:';
  /** Lower case, in ASCII, without a trailing dot. */
  readonly hostname: string;
  /** '' for the protocol's own port. */
  readonly port: string;
  /** Begins with '/'. */
  readonly pathname: string;
  /** '' or begins with '?'. */
  readonly search: string;
  /** '' or begins with '#'. */
  readonly hash: string;
}

// Every place where core runs has it (Node, workers, pages), but the ECMAScript library's types do not.
declare const URL: new (
  url: string,
  base?: string,
) => {
  readonly protocol: string;
  readonly hostname: string;
  readonly port: string;
  readonly pathname: string;
  readonly search: string;
  readonly hash: string;
};

/** Parses an http or https address, against `base` when it is relative. Null for anything else. Never throws. */
export function webAddress(text: string, base?: string): WebAddress | null {
  try {
    const { protocol, hostname, port, pathname, search, hash } = new URL(text, base);
    if (protocol !== 'http:' && protocol !== 'https:') return null;
    const name = withoutDots(hostname);
    return name === '' ? null : { protocol, hostname: name, port, pathname, search, hash };
  } catch {
    return null;
  }
}

/** A dot after a host name says that it is complete, and names the same host. */
function withoutDots(hostname: string): string {
  let end = hostname.length;
  while (hostname[end - 1] === '.') end--;
  const name = hostname.slice(0, end);
  // `1..` is an odd name, but `1` is the number 0.0.0.1: another host.
  if (name === hostname || name === '') return name;
  return new URL(`http://${name}`).hostname === name ? name : hostname;
}

/** Puts an address together again; user name and password are never part of it. */
export function formatAddress(address: WebAddress): string {
  const port = address.port === '' ? '' : `:${address.port}`;
  return `${address.protocol}//${address.hostname}${port}${address.pathname}${address.search}${address.hash}`;
}
