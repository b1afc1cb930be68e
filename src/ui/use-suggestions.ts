import { useEffect, useState } from 'preact/hooks';

/** How long typing rests before it is completed, in ms. */
const rest = 60;

/** What a field offers for what is typed. */
export interface Suggestions {
  readonly items: readonly string[];
  /** The place of the one that Enter takes; -1 for none. */
  readonly at: number;
  readonly move: (by: 1 | -1) => void;
  readonly close: () => void;
}

/**
 * Asks what may be meant whenever something else is typed, and keeps the answer to the newest.
 * @param typed null while the field has no focus
 */
export function useSuggestions(
  typed: string | null,
  ask: ((typed: string) => Promise<readonly string[]>) | undefined,
): Suggestions {
  const [items, setItems] = useState<readonly string[]>([]);
  const [at, setAt] = useState(-1);
  useEffect(() => {
    setAt(-1);
    if (typed === null || ask === undefined) {
      setItems([]);
      return undefined;
    }
    let wanted = true;
    const timer = setTimeout(() => {
      ask(typed).then(
        (next) => wanted && setItems(next),
        () => wanted && setItems([]),
      );
    }, rest);
    return () => {
      wanted = false;
      clearTimeout(timer);
    };
  }, [typed]);
  return {
    items,
    at: at < items.length ? at : -1,
    // Before the first and after the last comes the field itself: nothing is chosen there.
    move: (by) => setAt((now) => ((now + 1 + by + items.length + 1) % (items.length + 1)) - 1),
    close() {
      setItems([]);
      setAt(-1);
    },
  };
}
