import { useEffect } from 'preact/hooks';

/** Sends what is unsaved when the frame is hidden, left, replaced by another subject, or about to go. */
export function useFlushOnLeave(flush: () => void): void {
  useEffect(() => {
    const controller = new AbortController();
    const { signal } = controller;
    addEventListener('pagehide', flush, { signal });
    addEventListener('blur', flush, { signal });
    document.addEventListener('visibilitychange', flush, { signal });
    // Before the frame's own handler of Escape asks for the end.
    addEventListener('keydown', (event) => event.key === 'Escape' && flush(), { signal, capture: true });
    return () => {
      controller.abort();
      flush();
    };
  }, [flush]);
}
