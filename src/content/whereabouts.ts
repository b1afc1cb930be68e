import type { Whereabouts } from './page-session.ts';

/**
 * Tells where a page is and what it says its one address is. A canonical address that already stood there under another path speaks
 * of another article: single-page navigation has left it behind. It is not passed on. (Only the path counts: sites tidy their query.)
 */
export function createWhereabouts(document: Document): (canonical: string | null) => Whereabouts {
  const stated = new Map<string, string>();
  return (canonical) => {
    const address = document.location.href.replace(/#.*$/, '');
    if (canonical === null) return { address, canonical };
    const { pathname } = document.location;
    const first = stated.get(canonical) ?? pathname;
    stated.set(canonical, first);
    return { address, canonical: first === pathname ? canonical : null };
  };
}
