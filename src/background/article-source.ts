import { articleAddress } from '#core/url.ts';
import { RefusedError, type Sender } from '#messaging/server.ts';

/** The address of the article on the sender's page: the browser's word on where it is, never the message's. */
export function sourceOf(sender: Sender, canonical: string | null): { source: string; tabId: number } {
  if (sender.kind !== 'content') throw new RefusedError('not-allowed');
  return { source: articleAddress(sender.url, canonical), tabId: sender.tabId };
}
