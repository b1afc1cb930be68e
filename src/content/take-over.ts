/** An element as Firefox shows it to a script of an extension. */
type Seen = Element & { readonly openOrClosedShadowRoot?: ShadowRoot | null };

/**
 * Takes away what an earlier version of us has left: Firefox runs the new one on pages that are open, and ends the old one without a word.
 * A popover in which the reader may be writing stays until the reader turns to the page.
 */
export function takeOver(document: Document): void {
  const registry = document.defaultView?.CSS.highlights;
  for (const element of [...document.documentElement.children] as Seen[]) {
    const frame = element.openOrClosedShadowRoot?.querySelector('iframe');
    const marks = frame?.dataset['marks'];
    if (marks === undefined) continue;
    for (const name of marks.split(' ')) registry?.delete(name);
    if (frame?.className === 'open') leaveWithPress(document, () => element.remove());
    else element.remove();
  }
}

/** Has our element taken away when the reader presses on the page. */
export function leaveWithPress(document: Document, remove: () => void): void {
  document.addEventListener('pointerdown', (event) => event.isTrusted && remove(), { capture: true });
}
