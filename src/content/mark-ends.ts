import { caretAt } from '#page/hit-test.ts';
import { linesInWindow } from '#page/window-rects.ts';
import { addOwnAnswer } from './hide-from-page.ts';
import type { Host } from './host-element.ts';

/** The two handles at the ends of the open mark. */
export interface MarkEnds {
  /** Puts them at the ends of a range, which they move when they are dragged; null takes them away. */
  put(range: Range | null): void;
}

/**
 * Handles at the ends of a range, to be dragged by mouse, pen or finger. They are for the pointer only: by key the ends are moved in
 * the popover.
 * @param onMove told at every step, while the range has other ends; `isDone` when it is let go
 */
export function createMarkEnds(host: Host, onMove: (isDone: boolean) => void, signal: AbortSignal): MarkEnds {
  const document = host.element.ownerDocument;
  let range: Range | null = null;
  let dragged: HTMLElement | null = null;
  const handles = ['start', 'end'].map((edge) => {
    const handle = document.createElement('div');
    handle.className = `end end-${edge}`;
    handle.hidden = true;
    host.root.append(handle);
    return handle;
  });

  const setDragging = (isDragging: boolean): void => {
    for (const one of host.root.children) one.toggleAttribute('data-drag', isDragging);
  };

  const put = (next: Range | null): void => {
    range = next;
    const lines = range ? linesInWindow(range, document).filter(({ width }) => width > 0) : [];
    const element = range?.startContainer.parentElement;
    const isBackward = !!element && getComputedStyle(element).direction === 'rtl';
    handles.forEach((handle, i) => {
      const line = lines.at(-i);
      handle.hidden = !line;
      if (!line) return;
      const x = (i === 0) === isBackward ? line.right : line.left;
      handle.style.blockSize = `${line.height}px`;
      handle.style.transform = `translate(${x}px, ${line.top}px)`;
    });
  };

  const drag = ({ clientX, clientY }: PointerEvent): void => {
    const own = range?.startContainer.ownerDocument;
    // A frame of the page has points of its own; its marks are moved by key.
    const place = own === document ? caretAt(document, clientX, clientY, []) : null;
    if (!range || !place || !dragged) return;
    // Over another tree, such as a shadow root of the page, a range would jump into it and lose its other end.
    if (place.node.getRootNode() !== range.startContainer.getRootNode()) return;
    const isStart = dragged === handles[0];
    const before = range.cloneRange();
    if (isStart) range.setStart(place.node, place.offset);
    else range.setEnd(place.node, place.offset);
    // Beyond the other end the browser would take that one along.
    const isTurned = isStart
      ? range.compareBoundaryPoints(Range.END_TO_END, before) !== 0
      : range.compareBoundaryPoints(Range.START_TO_START, before) !== 0;
    if (isTurned || range.collapsed) {
      range.setStart(before.startContainer, before.startOffset);
      range.setEnd(before.endContainer, before.endOffset);
    }
    put(range);
    onMove(false);
  };

  addOwnAnswer((event) => {
    if (!(event instanceof PointerEvent || event instanceof MouseEvent) || !event.isTrusted) return;
    const under = host.root.elementFromPoint(event.clientX, event.clientY);
    const handle = handles.find((one) => one === under) ?? dragged;
    // The page's selection and the focus stay as they are.
    if (event.type === 'mousedown' && handle) event.preventDefault();
    if (!(event instanceof PointerEvent)) return;
    if (event.type === 'pointerdown' && handle) {
      dragged = handle;
      handle.setPointerCapture(event.pointerId);
      // The words beneath are pointed at now, not what floats above them.
      setDragging(true);
    } else if (dragged && event.type === 'pointermove') drag(event);
    else if (dragged && (event.type === 'pointerup' || event.type === 'pointercancel')) {
      dragged = null;
      setDragging(false);
      onMove(true);
    }
  }, signal);
  return { put };
}
