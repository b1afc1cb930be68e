import { autoUpdate, offset, type Placement, shift } from '@floating-ui/dom';
import type { SelectedRange } from '#page/selected-range.ts';
import { boxInWindow, linesInWindow } from '#page/window-rects.ts';
import { placeInWindow } from './place-in-window.ts';

const padding = 8;
/** A finger's handles hang below the last line. */
const gap = matchMedia('(pointer: coarse)').matches ? 30 : 10;

const meets = (a: DOMRect, b: DOMRect): boolean =>
  a.left < b.right && a.right > b.left && a.top < b.bottom && a.bottom > b.top;

/**
 * Keeps the toolbar by the end of a selection that was moved, else by the other end, else beside it, wherever it covers none of the
 * selected words and stands inside the window; where there is no such place it is not shown.
 * @param onPlace told whether there is a place for it
 * @returns what ends it
 */
export function keepBarBy(
  { range, isBackward }: SelectedRange,
  bar: HTMLElement,
  onPlace: (hasPlace: boolean) => void,
): () => void {
  const document = range.startContainer.ownerDocument ?? bar.ownerDocument;
  const contextElement = range.startContainer.parentElement ?? document.documentElement;
  const sides: readonly Placement[] = isBackward ? ['top', 'bottom'] : ['bottom', 'top'];
  const place = async (): Promise<void> => {
    const lines = linesInWindow(range, document).filter(({ width }) => width > 0);
    const whole = boxInWindow(range, document);
    const first = lines[0];
    const last = lines.at(-1);
    if (!first || !last || whole.bottom < 0 || whole.top > innerHeight) return onPlace(false);
    for (const placement of [...sides, 'right-start', 'left-start'] as const) {
      const at = placement === 'top' ? first : placement === 'bottom' ? last : inView(whole);
      const { x, y } = await placeInWindow({ getBoundingClientRect: () => at }, bar, {
        placement,
        middleware: [
          offset(gap),
          shift({ padding, mainAxis: placement === 'top' || placement === 'bottom' }),
        ],
      });
      const box = new DOMRect(x, y, bar.offsetWidth, bar.offsetHeight);
      if (!isInside(box) || lines.some((line) => meets(line, box))) continue;
      bar.style.transform = `translate(${Math.round(x)}px, ${Math.round(y)}px)`;
      return onPlace(true);
    }
    onPlace(false);
  };
  return autoUpdate(
    { getBoundingClientRect: () => boxInWindow(range, document), contextElement },
    bar,
    () => {
      place().catch(() => onPlace(false));
    },
  );
}

/** The part of a box that is in view. */
function inView(box: DOMRect): DOMRect {
  const top = Math.max(padding, box.top);
  return new DOMRect(box.left, top, box.width, Math.max(0, Math.min(innerHeight, box.bottom) - top));
}

const isInside = ({ left, top, right, bottom }: DOMRect): boolean =>
  left >= 0 && top >= 0 && right <= innerWidth && bottom <= innerHeight;
