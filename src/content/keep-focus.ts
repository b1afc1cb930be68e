import { addFocusWatch } from './hide-from-page.ts';

/** How often in one opening a page may take the focus before we give way. */
const mostThefts = 3;
/** How often is looked, in ms, where no event tells: a frame of the page that takes the focus does so in a document of its own. */
const pace = 50;
/** What the reader has clicked into and no event tells of. */
const pressedFrame = 'iframe:hover, object:hover, embed:hover, frame:hover';

/** Past what the page's elements are called: one whose name is `activeElement` would stand for it. */
const activeElement = (document: Document): Element | null =>
  Reflect.get(Document.prototype, 'activeElement', document);

/** Keeps the focus where it is. */
export interface FocusKeeper {
  /** The page in the frame says that it has lost the focus. */
  wasLeft(): void;
  end(): void;
}

/**
 * Keeps the focus in a frame of ours while it is open: a page that takes it away would get what the reader goes on typing. It takes
 * the focus back at once, before the next key; where that cannot be done, or is done again and again, `onLost` is told, and what is
 * typed is seen to go elsewhere. A frame of the page into which the reader may have clicked keeps it.
 * @param host our element, in which the frame stands
 */
export function keepFocus(host: Element, frame: HTMLElement, onLost: () => void): FocusKeeper {
  const document = host.ownerDocument;
  const end = new AbortController();
  let thefts = 0;
  let isBusy = false;
  const regain = (): void => {
    isBusy = true;
    // What has it in a frame of the page must lose it first, or ours is not told that it has it again.
    frame.blur();
    frame.focus({ preventScroll: true });
    isBusy = false;
  };
  // In another window the reader types for that one.
  const isOver = (): boolean => isBusy || end.signal.aborted || !Document.prototype.hasFocus.call(document);
  const takeBack = (): void => {
    thefts += 1;
    const isPressed = Document.prototype.querySelector.call(document, pressedFrame) !== null;
    if (thefts <= mostThefts && !isPressed) regain();
    else onLost();
  };
  const look = (): void => {
    if (isOver() || activeElement(document) === host) return;
    takeBack();
    if (activeElement(document) !== host) onLost();
  };
  addFocusWatch((kind) => {
    if (isBusy) return;
    // It was given to the window, where the frame seems to have it still.
    if (kind === 'keydown') regain();
    else if (kind === 'focusin') look();
    // It has gone, and nobody knows where to: perhaps to another window.
    else setTimeout(look);
  }, end.signal);
  const timer = setInterval(look, pace);
  end.signal.addEventListener('abort', () => clearInterval(timer), { once: true });
  return {
    wasLeft() {
      if (!isOver()) takeBack();
    },
    end: () => end.abort(),
  };
}

/**
 * Gives the focus back that a closed frame of ours takes. What its page does in the moments before it hears that it was closed comes
 * after the closing, since it runs in another process, and no `inert` holds it: the reader's keys would go where nobody sees them.
 * @param host our element, in which the frame stands
 */
export function refuseFocus(
  host: Element,
  frame: HTMLElement,
  isClosed: () => boolean,
  signal: AbortSignal,
): void {
  const document = host.ownerDocument;
  const refuse = (): void => {
    if (isClosed() && activeElement(document) === host) frame.blur();
  };
  // The window has lost the focus to a frame: by the time that it is told so the frame may not stand for the active element yet.
  document.defaultView?.addEventListener('blur', () => setTimeout(refuse), { signal });
  addFocusWatch(refuse, signal);
}
