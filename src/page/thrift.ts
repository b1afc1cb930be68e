/** How far outside the window is near, in CSS px: a reader who scrolls finds what is to come painted already. */
const MARGIN = '120px 0px';

/** Something painted at a range. */
interface Placed {
  readonly mark: { readonly range: Range };
}

/** Has only what stands in the window or near it painted. */
export interface Thrift<T extends Placed> {
  /** These are what is painted now. */
  watch(placed: Iterable<T>): void;
  end(): void;
}

/**
 * At every change of a page Chromium paints all highlighted text anew, in sight or not: on a page that changes all the time, that is
 * most of what we cost.
 * @param put told whether something is to be painted
 */
export function createThrift<T extends Placed>(
  view: Window & typeof globalThis,
  put: (placed: T, isNear: boolean) => void,
): Thrift<T> {
  let held = new Map<Element, T[]>();
  const observer = new view.IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries)
        for (const placed of held.get(target) ?? []) put(placed, isIntersecting);
    },
    { rootMargin: MARGIN },
  );
  const all = (): void => {
    for (const list of held.values()) for (const placed of list) put(placed, true);
  };
  const again = (): void => {
    observer.disconnect();
    for (const holder of held.keys()) observer.observe(holder);
  };
  const end = new AbortController();
  // On paper all is in sight.
  view.addEventListener('beforeprint', all, { signal: end.signal });
  view.addEventListener('afterprint', again, { signal: end.signal });
  return {
    watch(list) {
      held = new Map();
      for (const placed of list) {
        const holder = placed.mark.range.startContainer.parentElement;
        if (holder) held.set(holder, [...(held.get(holder) ?? []), placed]);
      }
      again();
    },
    end() {
      end.abort();
      observer.disconnect();
      all();
    },
  };
}
