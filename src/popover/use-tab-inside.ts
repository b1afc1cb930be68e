import type { RefObject } from 'preact';
import { useEffect } from 'preact/hooks';

const focusable = 'a[href], button:enabled, input:enabled, select:enabled, textarea:enabled, [tabindex="0"]';

/**
 * Keeps Tab inside: after the last control comes the first, before the first the last. Beyond them lies the page, which
 * the browser would scroll to its top.
 */
export function useTabInside(root: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.key !== 'Tab' || event.ctrlKey || event.altKey || event.metaKey) return;
      const controls = [...(root.current?.querySelectorAll<HTMLElement>(focusable) ?? [])].filter(
        (element) => element.tabIndex >= 0 && element.getClientRects().length > 0,
      );
      const active = document.activeElement;
      const nowhere = active === null || active === document.body || active === document.documentElement;
      const wanted = event.shiftKey ? Node.DOCUMENT_POSITION_PRECEDING : Node.DOCUMENT_POSITION_FOLLOWING;
      const another = controls.some((element) => active && active.compareDocumentPosition(element) & wanted);
      if (!nowhere && another) return;
      event.preventDefault();
      controls.at(event.shiftKey ? -1 : 0)?.focus();
    };
    addEventListener('keydown', onKeyDown);
    return () => removeEventListener('keydown', onKeyDown);
  }, [root]);
}
