/** In Firefox a frame that was inert is so for some ms more in its own process: what is focused meanwhile has no focus. */
const PAUSE_MS = 16;
const MOST_TRIES = 30;

/**
 * Focuses a control of a page that has just been opened: at once, and until it has taken the focus once, for half a second at most.
 * @returns ends the trying
 */
export function focusWhenPossible(control: HTMLElement | null | undefined): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let tries = 0;
  const go = (): void => {
    control?.focus({ preventScroll: true });
    tries += 1;
    if (control && document.activeElement === document.body && tries < MOST_TRIES)
      timer = setTimeout(go, PAUSE_MS);
  };
  go();
  return () => clearTimeout(timer);
}
