/** A site and why On Record is on there. */
export interface SiteReason {
  readonly host: string;
  readonly why: 'listed' | 'granted' | 'everywhere' | 'none';
  /** Whether the reader has left it on. */
  readonly on: boolean;
}

export interface SiteLists {
  /** Hosts of the newspapers that the manifest names; each stands for what is below it, too. */
  readonly listed: readonly string[];
  /** Hosts that the reader has added. */
  readonly granted: readonly string[];
  readonly everywhere: boolean;
  /** Hosts that the reader has switched off. */
  readonly off: readonly string[];
}

/** The host of a match pattern such as `*://*.example.org/*`. */
export function hostOfPattern(pattern: string): string {
  return pattern.replace(/^[^:]+:\/\/(?:\*\.)?/u, '').replace(/\/.*$/u, '');
}

/** The host in what somebody has typed: an address, or a part of a name. */
export function typedHost(text: string): string {
  const typed = text.trim().toLowerCase();
  const address = /^[a-z]+:\/\//u.test(typed) ? typed : `https://${typed}`;
  const host = URL.canParse(address) ? new URL(address).hostname : typed;
  return host.replace(/^www\./u, '');
}

const isBelow = (host: string, above: string): boolean => host === above || host.endsWith(`.${above}`);

/**
 * The sites that what was typed may mean, and why we are on there: the site itself first, when it has a name, then others of like name.
 * @param most how many
 */
export function findSites(text: string, lists: SiteLists, most: number): readonly SiteReason[] {
  const typed = typedHost(text);
  if (typed === '') return [];
  const reasonOf = (host: string): SiteReason['why'] => {
    if (lists.listed.some((listed) => isBelow(host, listed))) return 'listed';
    if (lists.granted.some((granted) => isBelow(host, granted))) return 'granted';
    return lists.everywhere ? 'everywhere' : 'none';
  };
  const known = [...new Set([...lists.granted, ...lists.listed])];
  const like = known.filter((host) => host.includes(typed) && host !== typed);
  const itself = /^[^.\s]+(?:\.[^.\s]+)+$/u.test(typed) ? [typed] : [];
  const first = like.filter((host) => host.startsWith(typed));
  const hosts = [...itself, ...first, ...like.filter((host) => !host.startsWith(typed))].slice(0, most);
  return hosts.map((host) => ({ host, why: reasonOf(host), on: !isOff(host, lists.off) }));
}

/** Pages of a newspaper are of its host with `www.` as often as without. */
export function namesOf(host: string): readonly string[] {
  return [host, `www.${host}`];
}

function isOff(host: string, off: readonly string[]): boolean {
  return namesOf(host).some((name) => off.includes(name));
}
