/**
 * Whether a match pattern of an extension (`*://*.example.org/*`, `<all_urls>`) covers a host, as `location.hostname` names it. Its
 * scheme, port and path are not looked at.
 */
export function coversHost(pattern: string, host: string): boolean {
  if (pattern === '<all_urls>') return true;
  const [, named = ''] = /^[^:]+:\/\/([^/]*)/u.exec(pattern) ?? [];
  const wanted = named.replace(/:[\d*]+$/u, '');
  if (wanted === '') return false;
  if (wanted === '*') return true;
  if (wanted.startsWith('*.')) return host === wanted.slice(2) || host.endsWith(wanted.slice(1));
  return host === wanted;
}
