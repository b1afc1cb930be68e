import type { RefObject } from 'preact';
import { useLayoutEffect, useState } from 'preact/hooks';

/**
 * What is measured of an element, now and whenever its size or what stands in it has changed.
 * @param measure must leave the element as it was
 * @param content what stands in it: measured anew when that is another
 */
export function useMeasured<Element extends HTMLElement, Value extends string | number | boolean>(
  ref: RefObject<Element | null>,
  measure: (element: Element) => Value,
  atFirst: Value,
  content: string,
): Value {
  const [value, setValue] = useState(atFirst);
  useLayoutEffect(() => {
    const element = ref.current;
    if (element === null) return undefined;
    const read = (): void => setValue(measure(element));
    read();
    const observer = new ResizeObserver(read);
    observer.observe(element);
    return () => observer.disconnect();
  }, [content]);
  return value;
}
