import { watchAddress } from './watch-address.ts';
import { watchContent } from './watch-content.ts';
import { watchInnerRoots } from './watch-inner-roots.ts';
import { isShadowRoot } from './is-shadow-root.ts';

/**
 * `address`: the page has become another one without being loaded. `return`: it has come back from the back/forward cache. `content`:
 * text has come, gone or changed.
 */
export type PageChange = 'address' | 'return' | 'content';

export interface PageEvents {
  /** Answers when the page has been read. */
  readonly onChange: (change: PageChange) => Promise<unknown>;
  /** Whether text that was hidden at the last reading is shown now. */
  readonly hasAppeared: () => boolean;
  /** The page has begun to change all the time, or has come to rest. */
  readonly onRestless: (isRestless: boolean) => void;
  /** The documents of the same-origin frames that there are now. */
  readonly onFrames: (frames: readonly Document[]) => void;
}

/** Follows one page. */
export interface PageWatcher {
  /** The page has been read: trees inside it that have come since are watched from now on. */
  wasRead(): void;
}

/**
 * Tells when the page should be read again, until the signal aborts: after single-page navigation, when the page
 * comes back from the back/forward cache, and when text changes late. Our own element and highlights never cause it.
 */
export function watchPage(document: Document, events: PageEvents, signal: AbortSignal): PageWatcher {
  const tell = (change: PageChange): void => void events.onChange(change).catch(() => null);
  watchAddress(document, signal, tell);
  const content = watchContent(document, signal, {
    onChange: () => events.onChange('content'),
    hasAppeared: events.hasAppeared,
    onRestless: events.onRestless,
  });
  const inner = watchInnerRoots(
    document,
    signal,
    (roots) => {
      content.also(roots);
      events.onFrames(roots.filter((root): root is Document => !isShadowRoot(root)));
    },
    () => tell('content'),
  );
  return { wasRead: () => inner.look() };
}
