/**
 * Remembers what has the focus in this frame and gives it back when the frame itself is focused again: a page may snatch the focus
 * while the reader types, and the content script takes it back for the frame, but the browser then points at nothing inside.
 */
export function holdFocus(view: Window): void {
  const { document } = view;
  let last: HTMLElement | null = null;
  document.addEventListener('focusin', ({ target }) => {
    if (target instanceof HTMLElement) last = target;
  });
  view.addEventListener('focus', () => {
    if (document.activeElement === document.body && last?.isConnected) last.focus({ preventScroll: true });
  });
}
