import { articleAddress, formerAddresses } from '#core/url.ts';
import { RefusedError, type Sender } from '#messaging/server.ts';

/** Where a page is and what it says its one address is. */
export interface Whereabouts {
  readonly address: string;
  readonly canonical: string | null;
}

/** The article on a sender's page. */
export interface SenderArticle {
  readonly source: string;
  /** Where else its passages may have been kept, by earlier rules: see `formerAddresses`. */
  readonly former: readonly string[];
  readonly tabId: number;
  /** In a private window: what is only read there leaves nothing behind. */
  readonly isPrivate: boolean;
}

/**
 * The address of the article on the sender's page. The browser says where the page was loaded; the message says where it has gone
 * since by itself, and is believed within the same origin only.
 */
export function sourceOf(sender: Sender, { address, canonical }: Whereabouts): SenderArticle {
  if (sender.kind !== 'content') throw new RefusedError('not-allowed');
  const isOfOrigin = URL.canParse(address) && new URL(address).origin === new URL(sender.url).origin;
  const url = isOfOrigin ? address : sender.url;
  const source = articleAddress(url, canonical);
  const { tabId, isPrivate = false } = sender;
  return { source, former: formerAddresses(url, canonical), tabId, isPrivate };
}
