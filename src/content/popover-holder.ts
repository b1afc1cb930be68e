import browser from 'webextension-polyfill';
import { request } from '#messaging/client.ts';
import type { ArticleAbout, Subject } from '#messaging/protocol.ts';
import { createHost, type Host } from './host-element.ts';
import { createPopoverFrame, type PopoverFrame } from './popover-frame.ts';

/** The page's popover, whether its frame is there or not. */
export interface PopoverHolder {
  /** Makes the frame beforehand, so that it is there when it is wanted. */
  prepare(): Promise<void>;
  /** Opens it for something at a range. A later call of `open` or `close` overtakes this one. Answers whether it was opened. */
  open(about: ArticleAbout, subject: Subject, range: Range): Promise<boolean>;
  resize(height: number): void;
  /** What it is open for begins or ends elsewhere now. */
  follow(range: Range): void;
  /** Its page says that it has lost the focus. */
  keepFocus(): void;
  close(): void;
}

/**
 * @param onOpenRange told the range for which the popover is open, null when it has closed
 * @param onDrag told of the range whose end the reader drags; `isDone` when it is let go
 * @param onHost told of our element whenever it is made
 * @param onError told what went wrong where nobody waits for it
 */
export function createPopoverHolder(
  document: Document,
  onOpenRange: (range: Range | null) => void,
  onDrag: (range: Range, isDone: boolean) => void,
  onHost: (host: Host) => void,
  onError: (error: unknown) => void,
  signal: AbortSignal,
): PopoverHolder {
  let frame: PopoverFrame | null = null;
  let making: Promise<PopoverFrame> | null = null;
  /** Counts what the reader wants opened or closed: only the last wish holds. */
  let wish = 0;

  /** How often the page has come back from the back/forward cache. */
  let returns = 0;

  const make = async (): Promise<PopoverFrame> => {
    const before = returns;
    const secret = [...crypto.getRandomValues(new Uint32Array(4))].map((part) => part.toString(36)).join('-');
    // Before the frame exists: what an earlier page of this tab had open must not come up in it.
    await request('page.started', { secret });
    signal.throwIfAborted();
    // The answer was late, and has been asked for again.
    if (before !== returns) return intact();
    const options = {
      address: browser.runtime.getURL('src/popover/popover.html'),
      secret,
      onClose: (isUnshown: boolean) => {
        onOpenRange(null);
        request(isUnshown ? 'popover.unshown' : 'popover.forget', null).catch(onError);
      },
      onDrag,
    };
    const host = createHost(document);
    onHost(host);
    return createPopoverFrame(host, options, signal);
  };

  /** The frame; made anew when the page has removed it or put something else into it. */
  const intact = async (): Promise<PopoverFrame> => {
    if (frame?.isIntact()) return frame;
    frame?.remove();
    frame = null;
    const mine = (making ??= make());
    try {
      frame = await mine;
    } finally {
      if (making === mine) making = null;
    }
    return frame;
  };

  // Firefox gives no answer that comes while the page lies in the cache, neither then nor later: nothing more is awaited from before.
  const onShow = ({ persisted }: PageTransitionEvent): void => {
    if (!persisted) return;
    returns += 1;
    making = null;
    // Its page may have been cut off while it was loading, and would stay empty. What the reader is writing in stays.
    if (!frame || frame.isShown()) return;
    frame.remove();
    frame = null;
  };
  document.defaultView?.addEventListener('pageshow', onShow, { signal });

  return {
    async prepare() {
      await intact();
    },
    async open(about, subject, range) {
      const mine = ++wish;
      const ready = await intact();
      const { isThere } = await request('popover.prepare', { about, subject });
      // Meanwhile the reader may have pressed elsewhere: a double click selects a word and opens nothing.
      if (mine !== wish || signal.aborted) return false;
      ready.open(range, isThere, subject.type === 'quotation');
      onOpenRange(range);
      return true;
    },
    resize: (height) => frame?.resize(height),
    keepFocus: () => frame?.keepFocus(),
    follow(range) {
      onOpenRange(range);
      if (frame?.isShown()) frame.follow(range);
    },
    close() {
      wish += 1;
      // Its mark may have been moved from the popup.
      if (!frame?.close()) onOpenRange(null);
    },
  };
}
