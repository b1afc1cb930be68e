import { useEffect, useRef, useState } from 'preact/hooks';
import { currentSection } from './current-section.ts';

interface CurrentSection {
  /** The id of the part that is being read. */
  readonly current: string | null;
  /** The reader goes to a part. */
  readonly choose: (id: string) => void;
}

/** Follows which part of the page is being read, as it is scrolled or grows. */
export function useCurrentSection(ids: readonly string[]): CurrentSection {
  const [current, setCurrent] = useState<string | null>(ids[0] ?? null);
  // Who comes by an address that names a part has chosen it, too.
  const chosen = useRef<string | null>(location.hash.slice(1) || null);
  const isThere = useRef(false);
  useEffect(() => {
    const end = new AbortController();
    let frame = 0;
    const look = (): void => {
      frame = 0;
      const heads = ids.flatMap((id) => {
        const head = document.getElementById(id);
        return head === null ? [] : [{ id, top: head.getBoundingClientRect().top }];
      });
      const { scrollHeight, clientHeight } = document.documentElement;
      const isAtEnd = scrollY > 0 && scrollY + clientHeight >= scrollHeight - 2;
      const now = currentSection(heads, chosen.current, clientHeight, isAtEnd);
      // On the way to it others are passed.
      if (now === chosen.current) isThere.current = true;
      else if (isThere.current) chosen.current = null;
      setCurrent(now);
    };
    const soon = (): void => {
      frame ||= requestAnimationFrame(look);
    };
    const { signal } = end;
    addEventListener('scroll', soon, { passive: true, signal });
    addEventListener('resize', soon, { signal });
    // The page grows as a part of it is opened.
    const observer = new ResizeObserver(soon);
    observer.observe(document.body);
    soon();
    return () => {
      end.abort();
      observer.disconnect();
      cancelAnimationFrame(frame);
    };
  }, []);
  return {
    current,
    choose(id) {
      chosen.current = id;
      isThere.current = false;
      setCurrent(id);
    },
  };
}
