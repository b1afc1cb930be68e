import { useEffect } from 'preact/hooks';

/**
 * Closes when Escape is let go that was pressed down here. Not when it goes down: the frame would be gone by the time
 * it comes up, and the page would get half a key.
 */
export function useEscape(close: () => void): void {
  useEffect(() => {
    const controller = new AbortController();
    const { signal } = controller;
    let pressed = false;
    // A key that something inside has used for itself does not come this far.
    const onKeyDown = (event: KeyboardEvent): void => {
      pressed = event.key === 'Escape' && !event.isComposing;
    };
    const onKeyUp = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape' || !pressed) return;
      pressed = false;
      close();
    };
    addEventListener('keydown', onKeyDown, { signal });
    addEventListener('keyup', onKeyUp, { signal });
    addEventListener('blur', () => (pressed = false), { signal });
    return () => controller.abort();
  }, [close]);
}
