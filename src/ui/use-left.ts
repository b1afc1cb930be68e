import { useEffect, useRef } from 'preact/hooks';

/**
 * A handler of `blur` that calls back when the reader has left the field for something else, and not in the middle of a click: what
 * stands below would move away under the pointer. A window that loses the focus leaves its field as it was.
 */
export function useLeft(callback: () => void): (event: { currentTarget: HTMLElement }) => void {
  const latest = useRef(callback);
  latest.current = callback;
  const pressed = useRef(false);
  const left = useRef<HTMLElement | null>(null);

  const settle = (wasPressed: boolean): void => {
    const field = left.current;
    left.current = null;
    const { activeElement } = document;
    // Without a press of the reader's here, a focus that is nowhere is one that a page has snatched from our frame: it comes back.
    const isElsewhere = activeElement !== field && (wasPressed || activeElement !== document.body);
    if (field !== null && field.isConnected && isElsewhere) latest.current();
  };

  useEffect(() => {
    const controller = new AbortController();
    const { signal } = controller;
    const down = (): void => {
      pressed.current = true;
    };
    // A click comes after the pointer is up, and its own work is done before a timeout.
    const up = (): void => {
      pressed.current = false;
      setTimeout(() => settle(true));
    };
    addEventListener('pointerdown', down, { signal, capture: true });
    addEventListener('pointerup', up, { signal, capture: true });
    addEventListener('pointercancel', up, { signal, capture: true });
    return () => controller.abort();
  }, []);

  return ({ currentTarget }) => {
    left.current = currentTarget;
    if (!pressed.current) setTimeout(() => settle(false));
  };
}
