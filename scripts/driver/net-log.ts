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
