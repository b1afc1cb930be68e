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

/** What Chromium adds to an observer (https://w3c.github.io/IntersectionObserver/v2/). */
interface VisibilityInit extends IntersectionObserverInit {
  readonly trackVisibility: boolean;
  readonly delay: number;
}
type VisibilityEntry = IntersectionObserverEntry & { readonly isVisible?: boolean };

/**
 * Watches whether a frame of ours in somebody's page is seen as it is: nothing over it, nothing in it see-through, turned or bent. Only
 * Chromium can tell. Every browser tells when we come under the pointer that stood where something else was before.
 * @param view the frame's own window
 * @param now the time, in ms
 */
export function createCoverGuard(
  view: Window & typeof globalThis,
  now = () => performance.now(),
): CoverGuard {
  const isRefused = signal(false);
  const isTold = 'isVisible' in view.IntersectionObserverEntry.prototype;
  /** Since when we are seen; null while we are not. */
  let seenSince = isTold ? null : -Infinity;
  /** When we came under the pointer. */
  let cameAt = -Infinity;
  let isEarly = false;
  let last: MouseEvent | null = null;

  if (isTold) {
    const options: VisibilityInit = { trackVisibility: true, delay };
    const observer = new view.IntersectionObserver((entries: readonly VisibilityEntry[]) => {
      const isSeen = entries.at(-1)?.isVisible === true;
      if (isSeen) {
        seenSince ??= now();
        isRefused.value = false;
      } else seenSince = null;
    }, options);
    observer.observe(view.document.documentElement);
  }
  const onPointer = (event: PointerEvent): void => {
    if (event.pointerType !== 'mouse') return;
    const isStill = last?.screenX === event.screenX && last.screenY === event.screenY;
    // The pointer stands, and stands elsewhere in us: we were moved. Or it was not over us before.
    const isMoved = isStill && (last?.clientX !== event.clientX || last.clientY !== event.clientY);
    if (isMoved || (event.type === 'pointerover' && event.relatedTarget === null)) cameAt = now();
    last = event;
  };
  const capture = { capture: true, passive: true };
  for (const kind of ['pointerover', 'pointermove', 'pointerdown'] as const)
    view.addEventListener(kind, onPointer, capture);
  view.addEventListener(
    'pointerdown',
    () => (isEarly = now() - Math.max(cameAt, seenSince ?? now()) < leastSight),
    capture,
  );
  view.addEventListener('keydown', () => (isEarly = false), capture);

  return {
    isRefused,
    doSeen(deed) {
      isRefused.value = seenSince === null;
      if (seenSince !== null && !isEarly) deed();
    },
  };
}
