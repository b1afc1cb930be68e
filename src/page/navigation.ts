import { watchAddress } from './watch-address.ts';
import { watchContent } from './watch-content.ts';

/** `address`: the page has become another one without being loaded. `content`: text has come, gone or changed. */
export type PageChange = 'address' | 'content';

/**
 * Tells when the page should be read again, until the signal aborts: after single-page navigation, when the page
 * comes back from the back/forward cache, and when text changes late. Our own element and highlights never cause it.
 */
export function watchPage(
  document: Document,
  signal: AbortSignal,
  onChange: (change: PageChange) => void,
): void {
  watchAddress(document, signal, () => onChange('address'));
  watchContent(document, signal, () => onChange('content'));
}
