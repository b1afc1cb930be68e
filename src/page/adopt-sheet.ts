/** Has a document or an open shadow root use a constructed sheet, once, until the signal aborts. */
export function adoptSheet(root: Document | ShadowRoot, sheet: CSSStyleSheet, signal: AbortSignal): void {
  if (signal.aborted || root.adoptedStyleSheets.includes(sheet)) return;
  root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
  signal.addEventListener(
    'abort',
    () => {
      try {
        root.adoptedStyleSheets = root.adoptedStyleSheets.filter((other) => other !== sheet);
      } catch {
        // It went with its frame.
      }
    },
    { once: true },
  );
}
