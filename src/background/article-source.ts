import { articleAddress } from '#core/url.ts';
import { RefusedError, type Sender } from '#messaging/server.ts';

/** Where a page is and what it says its one address is. */
export interface Whereabouts {
  readonly address: string;
  readonly canonical: string | null;
}

/**
 * The address of the article on the sender's page. The browser says where the page was loaded; the message says where it has gone
 * since by itself, and is believed within the same origin only.
 */
export function sourceOf(
  sender: Sender,
  { address, canonical }: Whereabouts,
): { source: string; tabId: number } {
  if (sender.kind !== 'content') throw new RefusedError('not-allowed');
  const isOfOrigin = URL.canParse(address) && new URL(address).origin === new URL(sender.url).origin;
  return { source: articleAddress(isOfOrigin ? address : sender.url, canonical), tabId: sender.tabId };
}
