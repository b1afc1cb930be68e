import type { RefObject } from 'preact';
import { useLayoutEffect } from 'preact/hooks';

/**
 * Gives the focus a home when the control that had it goes away with a redraw: to the first of the selectors that
 * matches something within `root`. Without it the keyboard would start again at the top of the page.
 */
export function useKeptFocus(root: RefObject<HTMLElement | null>, homes: readonly string[]): void {
  useLayoutEffect(() => {
    const element = root.current;
    if (element === null) return undefined;
    let last: Element | null = null;
    const onFocusIn = (event: FocusEvent): void => {
      last = event.target instanceof Element ? event.target : null;
    };
    const observer = new MutationObserver(() => {
      if (last === null || last.isConnected || document.activeElement !== document.body) return;
      // A frame that has been left, or closed, must not take the focus back: the keys would end where nobody sees them.
      if (!document.hasFocus()) return;
      last = null;
      for (const home of homes) {
        const target = element.querySelector<HTMLElement>(home);
        target?.focus({ preventScroll: true });
        if (target !== null) return;
      }
    });
    element.addEventListener('focusin', onFocusIn);
    observer.observe(element, { childList: true, subtree: true });
    return () => {
      element.removeEventListener('focusin', onFocusIn);
      observer.disconnect();
    };
  }, [root, homes]);
}
