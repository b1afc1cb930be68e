import { autoUpdate, flip, inline, offset, type Placement, shift, size } from '@floating-ui/dom';
import { boxInWindow, linesInWindow } from '#page/window-rects.ts';
import { placeInWindow } from './place-in-window.ts';

/** The frame is never made lower than this, in CSS px, however little room there is. */
const leastHeight = 260;
const padding = 8;

/** The block of text in which a range begins: what stands in it is what the reader wants to go on seeing. */
function columnOf(range: Range): DOMRect {
  let element = range.startContainer.parentElement;
  // Not for ever: a form with a field called `parentElement` has no end above it.
  for (let i = 0; i < 99 && element?.parentElement; i++) {
    if (!getComputedStyle(element).display.startsWith('inline')) break;
    element = element.parentElement;
  }
  return boxInWindow(element ?? document.documentElement, range.startContainer.ownerDocument ?? document);
}

/** Beside the column where the window has room, so that the words around the mark can be read; else below or above the mark. */
function placementFor(column: DOMRect, width: number): Placement {
  const room = width + 3 * padding;
  if (innerWidth - column.right >= room) return 'right-start';
  return column.left >= room ? 'left-start' : 'bottom-start';
}

/** Whether a box lies wholly outside the window's height. */
const isOutOfView = ({ top, bottom }: DOMRect): boolean => bottom < 0 || top > innerHeight;

/**
 * Keeps a frame by a range while the page scrolls and changes, inside the window and never over its own range. `onView` is told
 * whether the range is in view: a frame that stays when its words have gone would seem to belong to others.
 * @returns what ends it
 */
export function keepBy(range: Range, frame: HTMLElement, onView: (inView: boolean) => void): () => void {
  const own = range.startContainer.ownerDocument ?? document;
  const column = columnOf(range);
  const placement = placementFor(column, frame.offsetWidth);
  const beside = placement !== 'bottom-start';
  const markBox = (): DOMRect => {
    const box = boxInWindow(range, own);
    const { left, width } = columnOf(range);
    return beside ? new DOMRect(left, box.top, width, box.height) : box;
  };
  const reference = {
    getBoundingClientRect: markBox,
    getClientRects: () => (beside ? [markBox()] : linesInWindow(range, own)),
    contextElement: range.startContainer.parentElement ?? document.documentElement,
  };
  const place = async (): Promise<void> => {
    const { x, y } = await placeInWindow(reference, frame, {
      placement,
      middleware: [
        ...(beside ? [] : [inline()]),
        offset(padding),
        flip({ padding, fallbackPlacements: beside ? [] : ['top-start'] }),
        // Where there is not room enough the frame scrolls inside, rather than cover its own mark.
        size({
          padding,
          apply: ({ availableHeight }) => {
            const height = beside ? innerHeight - 2 * padding : availableHeight;
            frame.style.maxBlockSize = `${Math.max(leastHeight, Math.floor(height))}px`;
          },
        }),
        shift({ padding, crossAxis: !beside }),
      ],
    });
    frame.style.transform = `translate(${Math.round(x)}px, ${Math.round(y)}px)`;
    onView(!isOutOfView(boxInWindow(range, own)));
  };
  return autoUpdate(reference, frame, () => void place());
}
