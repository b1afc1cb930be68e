import { isShadowRoot } from './is-shadow-root.ts';

/** Something painted at a range. */
interface Placed {
  readonly mark: { readonly range: Range };
}

/**
 * Has only what stands in the window painted. What a reader scrolls to is painted a frame or two later: painting it before they do
 * makes a fifth of what all of it costs.
 */
export interface Thrift<T extends Placed> {
  /** These are what is painted now. */
  watch(placed: Iterable<T>): void;
  end(): void;
}

/** The element around all of a range: its first paragraph may be far above its last, which is in sight. */
function holderOf({ commonAncestorContainer: node }: Range): Element | null {
  return node.nodeType === Node.ELEMENT_NODE
    ? (node as Element)
    : (node.parentElement ?? (isShadowRoot(node) ? node.host : null));
}

/**
 * At every change of a page's DOM or style Chromium takes all highlights off the text and puts them back, and paints that text anew, in
 * sight or not (`HighlightRegistry::ValidateHighlightMarkers`): on a page that changes all the time, that is most of what we cost.
 * @param put told whether something is to be painted
 */
export function createThrift<T extends Placed>(
  view: Window & typeof globalThis,
  put: (placed: T, isNear: boolean) => void,
): Thrift<T> {
  let held = new Map<Element, T[]>();
  const observer = new view.IntersectionObserver((entries) => {
    for (const { target, isIntersecting, boundingClientRect: box } of entries) {
      // What has no box of its own (`display: contents`) is never in the window, though its words may be.
      const isNear = isIntersecting || (box.width === 0 && box.height === 0);
      for (const placed of held.get(target) ?? []) put(placed, isNear);
    }
  });
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
    watch(painted) {
      held = new Map();
      for (const placed of painted) {
        const holder = holderOf(placed.mark.range);
        const list = holder && held.get(holder);
        if (list) list.push(placed);
        else if (holder) held.set(holder, [placed]);
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
