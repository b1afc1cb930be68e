import { findInnerRoots } from './inner-roots.ts';
import { frameBody } from './shown-children.ts';

/** How often custom elements are looked at that have no open shadow root yet, in ms: getting one is no mutation. */
const INTERVAL_MS = 300;

/** Follows the open shadow roots and the same-origin frames of a page. */
export interface InnerRootsWatcher {
  /** Looks for them anew: the page has been read. */
  look(): void;
}

/**
 * @param onRoots told the trees that there are now
 * @param onNew a tree has come that was not there when the page was last looked at
 */
export function watchInnerRoots(
  document: Document,
  signal: AbortSignal,
  onRoots: (roots: readonly (ShadowRoot | Document)[]) => void,
  onNew: () => void,
): InnerRootsWatcher {
  let known = new Set<Node>();
  let waiting: readonly Element[] = [];
  const look = (): void => {
    if (signal.aborted) return;
    const found = findInnerRoots(document);
    known = new Set(found.roots);
    waiting = found.waiting;
    onRoots(found.roots);
  };
  const timer = setInterval(() => {
    if (document.hidden || !waiting.some(({ shadowRoot }) => shadowRoot !== null)) return;
    look();
    onNew();
  }, INTERVAL_MS);
  // A frame's page comes and goes without a mutation around it. Its `load` does not bubble, but can be captured.
  document.addEventListener(
    'load',
    ({ target }) => {
      const frame = target as Element | null;
      const inner = frame && 'localName' in frame ? frameBody(frame)?.ownerDocument : undefined;
      if (!inner || known.has(inner)) return;
      look();
      onNew();
    },
    { capture: true, signal },
  );
  signal.addEventListener('abort', () => clearInterval(timer), { once: true });
  return { look };
}
