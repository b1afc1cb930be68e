import browser from 'webextension-polyfill';
import type { Span } from '#core/text.ts';
import { request } from './client.ts';
import { onStored } from './on-stored.ts';

/** The key under `storage.local` where the background says which tab's popover is to show something new, and its one-time id. */
const key = 'popover';

interface Call {
  readonly tabId: number;
  readonly id: string;
  /** The reader has dragged an end of the open mark: its ends in the page's text. */
  readonly ends?: Span;
}

/** The page's site was taken from us: the popover is left to itself, with what is being written in it. */
interface End {
  readonly tabId: number;
  readonly isEnded: true;
}

/** Tells the popover of a tab, if its frame is there already, that it has something new to show. */
export async function callPopover(call: Call): Promise<void> {
  await browser.storage.local.set({ [key]: call });
}

/** Tells the popover of a tab that our script on its page is about to end. */
export async function tellPopoverOfEnd(tabId: number): Promise<void> {
  await browser.storage.local.set({ [key]: { tabId, isEnded: true } satisfies End });
}

/**
 * Calls back with the one-time id of what this page's popover is to show, now and whenever the page opens it for something else.
 * The id does not come through the frame's address: Chromium loads a frame with a dynamic address anew at every change of its
 * fragment, and each change would stand in the page's history. Nor through `storage.session`, which Firefox keeps from a frame.
 * @param onDragged told the ends to which the reader has dragged the open mark
 * @param onEnded told that the page's site was taken from us
 */
export async function followSubject(
  callback: (id: string) => void,
  signal: AbortSignal,
  onDragged: (ends: Span) => void = () => {},
  onEnded: () => void = () => {},
): Promise<void> {
  // The content script has put it into the frame's name, where nobody but this page can read it.
  const secret = window.name;
  let tabId: number | null = null;
  let last: string | null = null;
  const tell = (next: string | null): void => {
    if (signal.aborted || next === null || next === last) return;
    last = next;
    callback(next);
  };
  const hello = async (): Promise<void> => {
    const answer = await request('popover.hello', { secret });
    ({ tabId } = answer);
    tell(answer.id);
  };
  const hear = (value: unknown): void => {
    const call = value as Call | End | undefined;
    if (!call || call.tabId !== tabId) return;
    if ('isEnded' in call) onEnded();
    else if (call.ends && call.id === last && !signal.aborted) onDragged(call.ends);
    else tell(call.id);
  };
  onStored(key, hear, signal);
  // Firefox gives no answer that comes while the page lies in the back/forward cache, neither then nor later.
  addEventListener('pageshow', ({ persisted }) => persisted && void hello().catch(() => null), { signal });
  await hello();
  // What was prepared after the answer and before we knew our tab: till then every call went past us.
  if (!signal.aborted) await hello();
}
