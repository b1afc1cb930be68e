/** Under these keys our isolated world keeps the element that we have added to the page, and who answers for what is in it. */
const hostKey = Symbol.for('on-record/host');
const hiddenKey = Symbol.for('on-record/hidden');
const answerKey = Symbol.for('on-record/answer');
const world = globalThis as {
  [hostKey]?: Element;
  [hiddenKey]?: boolean;
  [answerKey]?: Set<(event: Event) => void>;
};

const kinds = [
  ...['over', 'enter', 'out', 'leave', 'move', 'down', 'up'].flatMap((kind) => [
    `pointer${kind}`,
    `mouse${kind}`,
  ]),
  ...['pointercancel', 'click', 'dblclick', 'auxclick', 'contextmenu'],
  ...['dragenter', 'dragover', 'dragleave', 'drop'],
  ...['focus', 'blur', 'focusin', 'focusout', 'keydown', 'keypress', 'keyup'],
];
/** With a listener that may cancel these, a page could not scroll before it has answered. */
const scrollKinds = ['wheel', 'touchstart', 'touchmove', 'touchend', 'touchcancel'];

/** Tells which element is ours. */
export function setOwnElement(element: Element): void {
  world[hostKey] = element;
}

/** Adds who hears the events on our element: they end before they reach anything inside it. */
export function addOwnAnswer(answer: (event: Event) => void, signal: AbortSignal): void {
  const answers = (world[answerKey] ??= new Set());
  answers.add(answer);
  signal.addEventListener('abort', () => answers.delete(answer), { once: true });
}

/**
 * Keeps events on our own element from the page. In Firefox an event's `originalTarget` and `explicitOriginalTarget` reach through a
 * closed shadow root: a page that hears the pointer over the popover holds our frame. It helps as far as we were there before the
 * page's own listeners, which is so wherever the browser runs us by itself.
 * @param again whether to do so though it was done: a document that was opened anew has lost its window's listeners
 */
export function hideFromPage(view: Window, again = false): void {
  if (world[hiddenKey] && !again) return;
  world[hiddenKey] = true;
  const stop = (event: Event): void => {
    if (event.target === null || event.target !== world[hostKey]) return;
    event.stopImmediatePropagation();
    world[answerKey]?.forEach((answer) => answer(event));
  };
  for (const kind of kinds) view.addEventListener(kind, stop, { capture: true });
  for (const kind of scrollKinds) view.addEventListener(kind, stop, { capture: true, passive: true });
}
