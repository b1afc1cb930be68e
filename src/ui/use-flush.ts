import { useEffect } from 'preact/hooks';
import type { Autosave } from './autosave.ts';

/** Sends what is not saved yet when the page goes or is hidden, and when the component goes. */
export function useFlush<T>({ flush }: Pick<Autosave<T>, 'flush'>): void {
  useEffect(() => {
    addEventListener('pagehide', flush);
    document.addEventListener('visibilitychange', flush);
    return () => {
      removeEventListener('pagehide', flush);
      document.removeEventListener('visibilitychange', flush);
      flush();
    };
  }, [flush]);
}
