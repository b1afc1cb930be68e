/** What the reader does that says: I am where I want to be. */
const deeds = ['wheel', 'pointerdown', 'touchstart', 'keydown'] as const;
/** By then, in ms, everything on the page has been read. */
const settled = 3_000;

/**
 * Goes to the part of the page that its address names, and stays there while what stands above it is still being read and grows: until
 * the reader does something, or nothing more can come.
 * @param place what grows
 */
export function stayAtSection(place: Element, signal: AbortSignal): void {
  const head = document.getElementById(location.hash.slice(1));
  if (head === null) return;
  const end = new AbortController();
  const observer = new ResizeObserver(() => head.scrollIntoView({ block: 'start' }));
  const timer = setTimeout(() => end.abort(), settled);
  end.signal.addEventListener('abort', () => {
    observer.disconnect();
    clearTimeout(timer);
  });
  for (const deed of deeds)
    addEventListener(deed, () => end.abort(), { capture: true, passive: true, signal: end.signal });
  signal.addEventListener('abort', () => end.abort(), { once: true });
  observer.observe(place);
}
