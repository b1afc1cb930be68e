/** A page changes its colours in some steps: look when they are done, in ms. */
const SETTLE_MS = 60;

/** Calls back when the page may have turned dark or light: its root's attributes or the system's scheme have changed. */
export function watchTheme(document: Document, signal: AbortSignal, onChange: () => void): void {
  const view = document.defaultView;
  if (!view || signal.aborted) return;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const soon = (): void => {
    clearTimeout(timer);
    timer = setTimeout(onChange, SETTLE_MS);
  };
  const observer = new MutationObserver(soon);
  for (const element of [document.documentElement, document.body])
    if (element) observer.observe(element, { attributes: true });
  view.matchMedia('(prefers-color-scheme: dark)').addEventListener('change', soon, { signal });
  signal.addEventListener(
    'abort',
    () => {
      observer.disconnect();
      clearTimeout(timer);
    },
    { once: true },
  );
}
