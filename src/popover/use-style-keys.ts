import { useEffect, useRef } from 'preact/hooks';
import { useMarkStyles } from '#ui/reader-choices.tsx';
import { takesText } from './use-keep-key.ts';

/** `1` to `5` choose a mark style while no field has the focus, in the order in which they are offered; the same again takes it away. */
export function useStyleKeys(current: string | null, choose: (style: string | null) => void): void {
  const offered = useMarkStyles().filter(({ on }) => on);
  const latest = useRef({ current, choose, offered });
  latest.current = { current, choose, offered };
  useEffect(() => {
    const controller = new AbortController();
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.metaKey || event.altKey || takesText(event.target)) return;
      const { current, choose, offered } = latest.current;
      const id = /^[1-9]$/u.test(event.key) ? offered[Number(event.key) - 1]?.look.id : undefined;
      if (id === undefined) return;
      event.preventDefault();
      choose(id === current ? null : id);
    };
    addEventListener('keydown', onKeyDown, { signal: controller.signal });
    return () => controller.abort();
  }, []);
}
