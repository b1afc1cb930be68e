import type { Host } from './host-element.ts';
import { keepBy } from './popover-place.ts';

/** The popover's frame on a page: made once, moved to whatever it is opened for. */
export interface PopoverFrame {
  /** Shows what was prepared for this page beside a range, and takes the focus. */
  open(range: Range): void;
  /** Sets the height of the frame's content in CSS px; the first one after `open` makes the frame visible. */
  resize(height: number): void;
  /** Hides the frame and gives the focus back. Answers whether it was open. */
  close(): boolean;
  readonly isOpen: boolean;
}

/** How long a frame may stay unseen while its page loads and measures itself, in ms. */
const patience = 400;

/**
 * Makes the frame, empty and unseen, so that its page has loaded by the time it is wanted.
 * @param address the popover page's address. It never changes: the page inside learns from the background what it is to show.
 */
export function createPopoverFrame(
  host: Host,
  address: string,
  onClose: () => void,
  signal: AbortSignal,
): PopoverFrame {
  const frame = host.element.ownerDocument.createElement('iframe');
  frame.title = 'On Record';
  frame.src = address;
  frame.inert = true;
  host.root.append(frame);

  let stopFollowing: (() => void) | null = null;
  let focusBefore: Element | null = null;
  let showLater: ReturnType<typeof setTimeout> | undefined;

  const show = (): void => {
    clearTimeout(showLater);
    if (stopFollowing !== null) frame.className = 'open';
  };

  const close = (): boolean => {
    if (stopFollowing === null) return false;
    stopFollowing();
    stopFollowing = null;
    clearTimeout(showLater);
    frame.className = '';
    frame.inert = true;
    frame.blur();
    if (focusBefore instanceof HTMLElement && focusBefore.isConnected)
      focusBefore.focus({ preventScroll: true });
    focusBefore = null;
    onClose();
    return true;
  };

  signal.addEventListener('abort', close, { once: true });

  return {
    open(range) {
      if (stopFollowing === null) focusBefore = host.element.ownerDocument.activeElement;
      stopFollowing?.();
      frame.className = 'opening';
      frame.inert = false;
      stopFollowing = keepBy(range, frame, (inView) => frame.toggleAttribute('data-away', !inView));
      // Now and not when it is shown: by then the page inside has focused its first control, and that must not be taken away.
      frame.focus({ preventScroll: true });
      clearTimeout(showLater);
      showLater = setTimeout(show, patience);
    },
    resize(height) {
      frame.style.blockSize = `${Math.max(48, Math.ceil(height))}px`;
      show();
    },
    close,
    get isOpen() {
      return stopFollowing !== null;
    },
  };
}
