import { ownNames } from '#page/highlight-surface.ts';
import type { Host } from './host-element.ts';
import { type FocusKeeper, keepFocus, refuseFocus } from './keep-focus.ts';
import { createMarkEnds } from './mark-ends.ts';
import { orphaned } from './orphaned.ts';
import { leaveWithPress } from './take-over.ts';
import { keepBy } from './popover-place.ts';

/** The popover's frame on a page: made once, moved to whatever it is opened for. */
export interface PopoverFrame {
  /**
   * Shows what was prepared for this page beside a range, and takes the focus.
   * @param isThere whether the page inside has said that it has loaded
   * @param isMovable whether the range has ends that can be dragged
   */
  open(range: Range, isThere: boolean, isMovable: boolean): void;
  /** The range for which it is open is another now. */
  follow(range: Range): void;
  /** Sets the height of the frame's content in CSS px; the first one after `open` makes the frame visible. */
  resize(height: number): void;
  /** Its page says that it has lost the focus. */
  keepFocus(): void;
  /** Hides the frame and gives the focus back. Answers whether it was open. */
  close(): boolean;
  /** Whether it still stands on the page with our own page in it. */
  isIntact(): boolean;
  /** Whether the reader sees it. */
  isShown(): boolean;
  /** Takes it and our element off the page. */
  remove(): void;
}

export interface PopoverFrameOptions {
  /** The popover page's address. It never changes: the page inside learns from the background what it is to show. */
  readonly address: string;
  /** What the page inside must know to be told. It is handed over as the frame's name, which no page can read in a closed root. */
  readonly secret: string;
  /** `isUnshown`: the frame was opened, but its page has not come: the page that we stand on forbids it. */
  readonly onClose: (isUnshown: boolean) => void;
  /** The reader drags an end of the range; `isDone` when it is let go. */
  readonly onDrag: (range: Range, isDone: boolean) => void;
}

/** How long the page in the frame may take to say its height, in ms. */
const patience = 3_000;
/** How long when the frame has loaded something that has not said that it is our page. */
const forbiddenPatience = 400;

/**
 * Makes the frame, empty and unseen, so that its page has loaded by the time it is wanted. It is shown only when the page inside has
 * measured what it was opened for, so nothing else that is put into it is ever seen.
 */
export function createPopoverFrame(
  host: Host,
  options: PopoverFrameOptions,
  signal: AbortSignal,
): PopoverFrame {
  const { ownerDocument } = host.element;
  const frame = ownerDocument.createElement('iframe');
  frame.title = 'On Record';
  frame.name = options.secret;
  frame.allow = 'clipboard-write';
  frame.src = options.address;
  frame.inert = true;
  // For the version after this one: see take-over.ts.
  frame.dataset['marks'] = [...ownNames].join(' ');

  let stopFollowing: (() => void) | null = null;
  let focusBefore: Element | null = null;
  let giveUp: ReturnType<typeof setTimeout> | undefined;
  let loads = 0;
  let keeper: FocusKeeper | null = null;
  let movable: Range | null = null;
  const ends = createMarkEnds(host, (isDone) => movable && options.onDrag(movable, isDone), signal);

  const follow = (range: Range): void => {
    stopFollowing?.();
    if (movable) movable = range;
    stopFollowing = keepBy(range, frame, (inView) => {
      frame.toggleAttribute('data-away', !inView);
      ends.put(movable);
    });
  };

  const close = (isUnshown = false): boolean => {
    if (stopFollowing === null) return false;
    stopFollowing();
    stopFollowing = null;
    keeper?.end();
    clearTimeout(giveUp);
    frame.className = '';
    frame.inert = true;
    frame.blur();
    if (focusBefore instanceof HTMLElement && focusBefore.isConnected)
      focusBefore.focus({ preventScroll: true });
    focusBefore = null;
    movable = null;
    ends.put(null);
    options.onClose(isUnshown);
    return true;
  };

  const remove = (): void => {
    close();
    host.element.remove();
  };

  // Our page loads once. A second load is somebody else's page in our frame.
  frame.addEventListener('load', () => {
    loads += 1;
    if (loads > 1) remove();
    if (loads > 1 || stopFollowing === null) return;
    // Opened before its page was there: in Chromium the keys then still go to the page, though the frame has the focus there.
    frame.blur();
    frame.focus({ preventScroll: true });
  });
  refuseFocus(host.element, frame, () => stopFollowing === null, signal);
  const onEnd = (): void => {
    if (signal.reason !== orphaned || frame.className !== 'open') return remove();
    // The extension was updated while the reader was writing: it stays with what is written until the reader turns to the page.
    // Its mark goes, and nobody would hear of its ends.
    movable = null;
    ends.put(null);
    leaveWithPress(ownerDocument, remove);
  };
  signal.addEventListener('abort', onEnd, { once: true });
  host.root.append(frame);

  return {
    follow,
    open(range, isThere, isMovable) {
      if (stopFollowing === null) focusBefore = ownerDocument.activeElement;
      movable = isMovable ? range : null;
      ends.put(null);
      frame.className = 'opening';
      frame.inert = false;
      follow(range);
      // Now and not when it is shown: by then the page inside has focused its first control, and that must not be taken away.
      frame.focus({ preventScroll: true });
      keeper?.end();
      keeper = keepFocus(host.element, frame, () => void close());
      clearTimeout(giveUp);
      giveUp = setTimeout(() => close(true), isThere || loads === 0 ? patience : forbiddenPatience);
    },
    resize(height) {
      if (stopFollowing === null) return;
      clearTimeout(giveUp);
      frame.style.blockSize = `${Math.max(48, Math.ceil(height))}px`;
      frame.className = 'open';
    },
    keepFocus: () => keeper?.wasLeft(),
    close: () => close(),
    isIntact: () => loads < 2 && frame.isConnected,
    isShown: () => frame.className === 'open',
    remove,
  };
}
