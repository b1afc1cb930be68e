const POLL_MS = 200;

/**
 * Calls back when the document's address changes without a load (its fragment aside), and when it returns from the
 * back/forward cache. The Navigation API tells where there is one; elsewhere the address is compared now and then,
 * since a content script cannot hear the page's `pushState`.
 */
export function watchAddress(
  document: Document,
  signal: AbortSignal,
  onChange: (change: 'address' | 'return') => void,
): void {
  const view = document.defaultView;
  if (!view || signal.aborted) return;
  let last = addressOf(document);
  const check = (): void => {
    const now = addressOf(document);
    if (now === last) return;
    last = now;
    onChange('address');
  };
  view.addEventListener('popstate', check, { signal });
  view.addEventListener('hashchange', check, { signal });
  view.addEventListener('pageshow', (event) => event.persisted && onChange('return'), { signal });
  const navigation: unknown = Reflect.get(view, 'navigation');
  if (navigation instanceof EventTarget) {
    navigation.addEventListener('currententrychange', check, { signal });
    return;
  }
  const timer = setInterval(check, POLL_MS);
  signal.addEventListener('abort', () => clearInterval(timer), { once: true });
}

const addressOf = (document: Document): string => document.location.href.replace(/#.*$/s, '');
