/** The frame grows to this height in CSS px; then its content scrolls. */
export const maxHeight = 460;

/**
 * Says how high the frame should be, in CSS px, now and whenever the content's height changes, until the signal aborts.
 */
export function reportHeight(content: Element, tell: (height: number) => void, signal: AbortSignal): void {
  let last = 0;
  const observer = new ResizeObserver(() => {
    const height = Math.min(maxHeight, Math.ceil(content.getBoundingClientRect().height));
    if (height === last || height === 0) return;
    last = height;
    tell(height);
  });
  observer.observe(content);
  signal.addEventListener('abort', () => observer.disconnect(), { once: true });
}
