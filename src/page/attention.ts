/** How long a reader may read without touching anything, in ms: about as long as a window full of text lasts. */
const READING_MS = 60_000;

/** What says that somebody is there. Of scrolling only the page's own is heard, not that of a part which its script moves. */
const SIGNS = ['pointermove', 'pointerdown', 'wheel', 'keydown', 'focus', 'visibilitychange', 'beforeprint'];

/** Knows whether somebody may be reading the page. */
export interface Attention {
  /** Listens in this document as well; as often as one likes. */
  also(document: Document): void;
  /** The reader has just asked for something elsewhere, in the popover or the panel. */
  note(): void;
  end(): void;
}

/**
 * Begins with somebody there. Signs that a page's script makes up do not count.
 * @param isBusy whether the reader is at work in a surface of ours, where the page's events do not tell
 * @param onChange told when nobody has been there for a minute, and when somebody is again
 */
export function createAttention(isBusy: () => boolean, onChange: (isThere: boolean) => void): Attention {
  const end = new AbortController();
  const heard = new WeakSet<Document>();
  let isThere = true;
  let last = performance.now();
  let timer: ReturnType<typeof setTimeout> | undefined;

  const look = (): void => {
    const now = performance.now();
    if (isBusy()) last = now;
    const left = last + READING_MS - now;
    if (left > 0) timer = setTimeout(look, left);
    else onChange((isThere = false));
  };
  const note = (): void => {
    last = performance.now();
    if (isThere || end.signal.aborted) return;
    onChange((isThere = true));
    look();
  };
  const onSign = (event: Event): void => {
    if (event.isTrusted) note();
  };
  look();
  return {
    also(document) {
      const view = document.defaultView;
      if (!view || heard.has(document)) return;
      heard.add(document);
      const options = { capture: true, passive: true, signal: end.signal };
      for (const sign of SIGNS) view.addEventListener(sign, onSign, options);
      view.addEventListener('scroll', onSign, { ...options, capture: false });
    },
    note,
    end() {
      clearTimeout(timer);
      end.abort();
    },
  };
}
