/** The focus may be gone for a moment only, in ms: what gives it back takes it away first. */
const moment = 20;

/**
 * Tells when a frame's window has lost the focus, until the signal aborts. Where another frame of the page has taken it, Chromium tells
 * the page's own document nothing.
 */
export function watchLeaving(view: Window, onLeft: () => void, signal: AbortSignal): void {
  view.addEventListener(
    'blur',
    () =>
      setTimeout(() => {
        if (!signal.aborted && !view.document.hasFocus()) onLeft();
      }, moment),
    { signal },
  );
}
