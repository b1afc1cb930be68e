/** What on a page answers a click itself; our marks never stand in its way. */
const interactive =
  'a[href], button, input, select, textarea, label, summary, video, audio, [contenteditable], [role="button"], [role="link"]';

/** Whether a click is the reader's plain click on words, and not meant for the page or for a selection. */
function isPlainClick(event: MouseEvent, document: Document): boolean {
  // The element itself, also when it stands in an open shadow root.
  const target = event.composedPath()[0];
  if (!event.isTrusted || event.button !== 0 || event.defaultPrevented) return false;
  if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey || event.detail > 1) return false;
  if (isElement(target) && target.closest(interactive)) return false;
  if (isElement(event.target) && event.target.closest(interactive)) return false;
  return document.getSelection()?.isCollapsed ?? true;
}

/** Elements of a frame are of that frame's own kind. */
const isElement = (target: EventTarget | null | undefined): target is Element =>
  target !== null && target !== undefined && 'closest' in target;

export interface PointerEvents {
  /** A plain click on a document's words, at these coordinates of its viewport in CSS px. */
  readonly onClick: (x: number, y: number, document: Document) => void;
  /** The reader has pressed somewhere on the page, or Escape: what floats may go. */
  readonly onDismiss: () => void;
}

/** Listens to the reader's clicks on the page until the signal aborts. Clicks that a page's script makes up are not heard. */
export function listenToPointer(document: Document, events: PointerEvents, signal: AbortSignal): void {
  document.addEventListener(
    'click',
    (event) => {
      if (isPlainClick(event, document)) events.onClick(event.clientX, event.clientY, document);
    },
    { signal },
  );
  document.addEventListener('pointerdown', (event) => event.isTrusted && events.onDismiss(), {
    signal,
    capture: true,
    passive: true,
  });
  document.addEventListener(
    'keydown',
    (event) => event.isTrusted && event.key === 'Escape' && events.onDismiss(),
    { signal, capture: true },
  );
}
