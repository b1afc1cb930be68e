/** How far a document's own coordinates lie from those of the page's window: frames stand somewhere in it. In CSS px. */
function offsetOf(document: Document): { readonly x: number; readonly y: number } {
  let x = 0;
  let y = 0;
  let frame = document.defaultView?.frameElement ?? null;
  while (frame) {
    const box = frame.getBoundingClientRect();
    x += box.left + frame.clientLeft;
    y += box.top + frame.clientTop;
    frame = frame.ownerDocument.defaultView?.frameElement ?? null;
  }
  return { x, y };
}

type Boxed = Pick<Range, 'getBoundingClientRect' | 'getClientRects'>;

/** The box around a range or an element, in the coordinates of the page's window, also when it stands in a frame. */
export function boxInWindow(boxed: Boxed, document: Document): DOMRect {
  const { x, y } = offsetOf(document);
  const box = boxed.getBoundingClientRect();
  return new DOMRect(box.x + x, box.y + y, box.width, box.height);
}

/** The boxes of a range's lines, in the coordinates of the page's window. */
export function linesInWindow(boxed: Boxed, document: Document): DOMRect[] {
  const { x, y } = offsetOf(document);
  return [...boxed.getClientRects()].map((box) => new DOMRect(box.x + x, box.y + y, box.width, box.height));
}
