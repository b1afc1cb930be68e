import { useEffect, useRef } from 'preact/hooks';
import type { Copying } from '#ui/copy-buttons.tsx';
import { takesText } from './use-keep-key.ts';

/** `C` copies the citation and `L` the link while no field has the focus. */
export function useCopyKeys(copying: Copying): void {
  const latest = useRef(copying);
  latest.current = copying;
  useEffect(() => {
    const controller = new AbortController();
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.metaKey || event.altKey || takesText(event.target)) return;
      const key = event.key.toLowerCase();
      if (key !== 'c' && key !== 'l') return;
      event.preventDefault();
      if (key === 'c') latest.current.citation();
      else latest.current.link();
    };
    addEventListener('keydown', onKeyDown, { signal: controller.signal });
    return () => controller.abort();
  }, []);
}
