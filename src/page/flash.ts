import type { Painter } from './highlights.ts';

/**
 * Brings a passage into the middle of the window and flashes it. Opens the `<details>` that it is hidden in. Scrolls
 * smoothly unless the reader wants less motion. The caret goes there, too: from it Tab and a screen reader go on.
 */
export function revealRange(range: Range, painter: Pick<Painter, 'flash'>): void {
  const element = elementOf(range);
  const view = element?.ownerDocument.defaultView;
  if (!element || !view || !element.isConnected) return;
  openDetails(element);
  const behavior = view.matchMedia('(prefers-reduced-motion: reduce)').matches ? 'instant' : 'smooth';
  if (!isInView(range.getBoundingClientRect(), view)) {
    // A block taller than the window has its middle elsewhere: go to the passage's own line in it.
    if (element.getBoundingClientRect().height < view.innerHeight * 0.8)
      element.scrollIntoView({ block: 'center', behavior });
    else view.scrollBy({ top: range.getBoundingClientRect().top - view.innerHeight / 3, behavior });
  }
  view.getSelection()?.collapse(range.startContainer, range.startOffset);
  painter.flash(range);
}

function elementOf(range: Range): Element | null {
  const node = range.startContainer;
  return node.nodeType === Node.ELEMENT_NODE ? (node as Element) : node.parentElement;
}

function openDetails(element: Element): void {
  for (let at = element.closest('details'); at; at = at.parentElement?.closest('details') ?? null)
    if (!at.open) at.open = true;
}

/** Whether it stands well inside the window: bars of the page often cover the uppermost part. */
function isInView({ top, bottom }: DOMRect, view: Window): boolean {
  return top >= Math.min(120, view.innerHeight * 0.15) && bottom <= view.innerHeight - 20;
}
