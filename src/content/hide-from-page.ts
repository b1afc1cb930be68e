/** Under this key our isolated world keeps the element that we have added to the page. */
const hostKey = Symbol.for('on-record/host');
const hiddenKey = Symbol.for('on-record/hidden');
const world = globalThis as { [hostKey]?: Element; [hiddenKey]?: boolean };

const kinds = [
  ...['over', 'enter', 'out', 'leave', 'move', 'down', 'up'].flatMap((kind) => [
    `pointer${kind}`,
    `mouse${kind}`,
  ]),
  ...['pointercancel', 'click', 'dblclick', 'auxclick', 'contextmenu', 'wheel'],
  ...['touchstart', 'touchmove', 'touchend', 'touchcancel', 'dragenter', 'dragover', 'dragleave', 'drop'],
  ...['focus', 'blur', 'focusin', 'focusout', 'keydown', 'keypress', 'keyup'],
];

/** Tells which element is ours. */
export function setOwnElement(element: Element): void {
  world[hostKey] = element;
}

/**
 * Keeps events on our own element from the page. In Firefox an event's `originalTarget` and `explicitOriginalTarget` reach through a
 * closed shadow root: a page that hears the pointer over the popover holds our frame. It helps as far as we were there before the
 * page's own listeners, which is so wherever the browser runs us by itself.
 */
export function hideFromPage(view: Window): void {
  if (world[hiddenKey]) return;
  world[hiddenKey] = true;
  const stop = (event: Event): void => {
    if (event.target !== null && event.target === world[hostKey]) event.stopImmediatePropagation();
  };
  for (const kind of kinds) view.addEventListener(kind, stop, { capture: true, passive: true });
}
