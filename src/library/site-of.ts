/** The site of an address, as one reads it: `example.org`; the address itself when it has none. */
export function siteOf(source: string): string {
  return URL.canParse(source) ? new URL(source).hostname.replace(/^www\./u, '') || source : source;
}
