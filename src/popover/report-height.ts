/** The frame grows to this height in CSS px with text of 16 px; then its content scrolls. */
export const maxHeight = 460;
/** With larger text it grows higher, to so many times that. The page's window is its limit besides. */
const mostGrowth = 1.6;

/** How high the frame may be where the reader's text is as large as it is here. */
function limitOf(root: Element): number {
  const size = Number.parseFloat(getComputedStyle(root).fontSize) / 16;
  return maxHeight * Math.min(mostGrowth, Math.max(1, Number.isFinite(size) ? size : 1));
}

/**
 * Says how high the frame should be, in CSS px, now and whenever the content's height changes, until the signal aborts. The first time
 * it does not wait for a frame to be drawn: a browser draws what nobody sees late, and the reader sees it only when its height is known.
 */
export function reportHeight(content: Element, tell: (height: number) => void, signal: AbortSignal): void {
  let last = 0;
  const report = (): void => {
    if (signal.aborted) return;
    const limit = limitOf(content.ownerDocument.documentElement);
    const height = Math.ceil(Math.min(limit, content.getBoundingClientRect().height));
    if (height === last || height === 0) return;
    last = height;
    tell(height);
  };
  const observer = new ResizeObserver(report);
  observer.observe(content);
  // What is drawn now may be drawn once more before anything else happens: words that are folded, for example.
  queueMicrotask(report);
  signal.addEventListener('abort', () => observer.disconnect(), { once: true });
}
