/** A selection must have stood still for this long, in ms. */
const restMs = 180;

export interface SelectionEvents {
  /** A selection stands still; or there is none any more, as soon as that is so. */
  readonly onRest: () => void;
  readonly onGone: () => void;
}

/** Tells when the reader has selected text in a document, not while the pointer or a key is still moving the selection. */
export function watchSelection(document: Document, events: SelectionEvents, signal: AbortSignal): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isPressed = false;
  const later = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      if (!isPressed) events.onRest();
    }, restMs);
  };
  document.addEventListener(
    'selectionchange',
    () => {
      events.onGone();
      later();
    },
    { signal },
  );
  const options = { signal, capture: true, passive: true } as const;
  document.addEventListener('pointerdown', () => (isPressed = true), options);
  for (const kind of ['pointerup', 'pointercancel', 'dragend'] as const)
    document.addEventListener(
      kind,
      () => {
        isPressed = false;
        later();
      },
      options,
    );
  signal.addEventListener('abort', () => clearTimeout(timer), { once: true });
}
