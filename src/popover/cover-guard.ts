import { type ReadonlySignal, signal } from '@preact/signals';

/** Keeps what throws away, gives away or changes what is kept of other sites from being done by a reader who does not see it. */
export interface CoverGuard {
  /** Whether something was refused because the reader may not have seen what was pressed; until that has changed. */
  readonly isRefused: ReadonlySignal<boolean>;
  /** Does it, unless the page covers us or has just put us under the pointer. */
  readonly doSeen: (deed: () => void) => void;
}

/** How long what is pressed must have been seen, in ms: a reader needs about as long to see it and not to press. */
export const leastSight = 250;
/** How late the browser may say that we are covered, in ms: it allows no less. */
const delay = 100;
/** How long a key waits for us to be seen, in ms: a popover that has just been opened is not seen yet by the browser's word. */
const patience = 600;
/** So long a press may last, in ms, until what it does is done. */
const longestPress = 1_000;

/** What Chromium adds to an observer (https://w3c.github.io/IntersectionObserver/v2/). */
interface VisibilityInit extends IntersectionObserverInit {
  readonly trackVisibility: boolean;
  readonly delay: number;
}
type VisibilityEntry = IntersectionObserverEntry & { readonly isVisible?: boolean };

type View = Window & typeof globalThis;

/** Tells whether a window's content is seen as it is, whenever that changes. Answers whether the browser can tell. */
function watchSight(view: View, onSight: (isSeen: boolean) => void): boolean {
  if (!('isVisible' in view.IntersectionObserverEntry.prototype)) return false;
  const options: VisibilityInit = { trackVisibility: true, delay };
  const observer = new view.IntersectionObserver((entries: readonly VisibilityEntry[]) => {
    onSight(entries.at(-1)?.isVisible === true);
  }, options);
  observer.observe(view.document.documentElement);
  return true;
}

/** Tells when we came under the pointer that stood where something else was before. A finger does not say. */
function watchArrival(view: View, onArrival: () => void): void {
  let last: MouseEvent | null = null;
  const onPointer = (event: PointerEvent): void => {
    if (event.pointerType !== 'mouse') return;
    const isStill = last?.screenX === event.screenX && last.screenY === event.screenY;
    // The pointer stands, and stands elsewhere in us: we were moved. Or it was not over us before.
    const isMoved = isStill && (last?.clientX !== event.clientX || last.clientY !== event.clientY);
    if (isMoved || (event.type === 'pointerover' && event.relatedTarget === null)) onArrival();
    last = event;
  };
  for (const kind of ['pointerover', 'pointermove', 'pointerdown'] as const)
    view.addEventListener(kind, onPointer, { capture: true, passive: true });
}

/**
 * Watches whether a frame of ours in somebody's page is seen as it is: nothing over it, nothing in it see-through, turned or bent. Only
 * Chromium can tell. Every browser tells when we come under the pointer.
 * @param view the frame's own window
 * @param now the time, in ms
 */
export function createCoverGuard(view: View, now = () => performance.now()): CoverGuard {
  const isRefused = signal(false);
  /** When we came under the pointer; since when we are seen, null while we are not. */
  let cameAt = -Infinity;
  let seenSince: number | null = -Infinity;
  let press = { at: -Infinity, isEarly: false };
  let waiting: (() => void) | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const isTold = watchSight(view, (isSeen) => {
    seenSince = isSeen ? (seenSince ?? now()) : null;
    if (!isSeen) return;
    isRefused.value = false;
    clearTimeout(timer);
    waiting?.();
    waiting = null;
  });
  if (isTold) seenSince = null;
  watchArrival(view, () => (cameAt = now()));
  const onPress = (): void => {
    const at = now();
    press = { at, isEarly: at - Math.max(cameAt, seenSince ?? at) < leastSight };
  };
  view.addEventListener('pointerdown', onPress, { capture: true, passive: true });
  view.addEventListener('keydown', () => (press = { at: -Infinity, isEarly: false }), { capture: true });
  const refuse = (): void => {
    waiting = null;
    isRefused.value = true;
  };
  return {
    isRefused,
    doSeen(deed) {
      clearTimeout(timer);
      waiting = null;
      isRefused.value = false;
      const isByPointer = now() - press.at < longestPress;
      if (seenSince !== null) {
        if (!isByPointer || !press.isEarly) deed();
      } else if (isByPointer) refuse();
      else {
        waiting = deed;
        timer = setTimeout(refuse, patience);
      }
    },
  };
}
