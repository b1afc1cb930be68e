/** How long to wait, in ms, for what is written into the document anew; twice as long each time, since a page may never end doing it. */
const FIRST_WAIT_MS = 60;
const LONGEST_WAIT_MS = 30_000;

/**
 * Tells when the document was opened anew (`document.open()`) or given another root: all listeners on it and on its window are gone
 * then, those of other worlds too, and so is all that stood in it. Observers of mutations stay.
 */
export function watchReopening(document: Document, signal: AbortSignal, onReopened: () => void): void {
  let wait = FIRST_WAIT_MS;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const observer = new MutationObserver((records) => {
    const hasRoot = records.some(({ addedNodes }) =>
      [...addedNodes].some(({ nodeType }) => nodeType === Node.ELEMENT_NODE),
    );
    if (!hasRoot) return;
    timer ??= setTimeout(() => {
      timer = undefined;
      wait = Math.min(2 * wait, LONGEST_WAIT_MS);
      onReopened();
    }, wait);
  });
  observer.observe(document, { childList: true });
  signal.addEventListener(
    'abort',
    () => {
      observer.disconnect();
      clearTimeout(timer);
    },
    { once: true },
  );
}
