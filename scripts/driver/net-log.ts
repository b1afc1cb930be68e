/**
 * Host names of all requests in a Chromium net log (`--log-net-log`), those that failed before a byte was sent included.
 * The log is JSON of one event a line; a browser that was killed leaves it without its end, so it is read line by line.
 */
export function hostsOfNetLog(log: string): string[] {
  const hosts = new Set<string>();
  for (const [, address] of log.matchAll(/"url":"((?:https?|wss?):\/\/[^"]+)"/g)) {
    if (address !== undefined && URL.canParse(address)) hosts.add(new URL(address).hostname);
  }
  return [...hosts].toSorted();
}

/** A request of a net log, and for whom it was made: the origin of a page or an extension, or '' for the browser itself. */
export interface LoggedRequest {
  readonly address: string;
  readonly initiator: string;
}

/** All requests of a net log with their initiators, in order. What the log cuts short is left out. */
export function requestsOfNetLog(log: string): LoggedRequest[] {
  return log.split('\n').flatMap((line) => {
    if (!line.includes('"initiator":') || !line.includes('"url":')) return [];
    try {
      const { params } = JSON.parse(line.replace(/(?:,|\],?\}?)\s*$/, '')) as {
        readonly params?: { readonly url?: unknown; readonly initiator?: unknown };
      };
      const { url, initiator } = params ?? {};
      if (typeof url !== 'string' || typeof initiator !== 'string' || !/^(?:https?|wss?):/.test(url))
        return [];
      return [{ address: url, initiator: initiator === 'not an origin' ? '' : initiator }];
    } catch {
      return [];
    }
  });
}
