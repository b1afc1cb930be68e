/** Under these keys our isolated world keeps the element that we have added to the page, and who answers for what is in it. */
const hostKey = Symbol.for('on-record/host');
const rootKey = Symbol.for('on-record/root');
const hiddenKey = Symbol.for('on-record/hidden');
const answerKey = Symbol.for('on-record/answer');
const focusKey = Symbol.for('on-record/focus');
const world = globalThis as {
  [hostKey]?: Element;
  [rootKey]?: ShadowRoot;
  [hiddenKey]?: boolean;
  [answerKey]?: Set<(event: Event) => void>;
  [focusKey]?: Set<(kind: string) => void>;
};

/** Events that tell where the focus is: on our own element a key goes astray that should have gone to the frame in it. */
const focusKinds = ['focusin', 'focusout', 'keydown'];

const kinds = [
  ...['over', 'enter', 'out', 'leave', 'move', 'down', 'up'].flatMap((kind) => [
    `pointer${kind}`,
    `mouse${kind}`,
  ]),
  ...['pointercancel', 'click', 'dblclick', 'auxclick', 'contextmenu'],
  ...['gotpointercapture', 'lostpointercapture', 'pointerrawupdate', 'DOMActivate', 'selectstart'],
  ...['dragstart', 'drag', 'dragenter', 'dragover', 'dragleave', 'dragend', 'drop'],
  ...['beforecopy', 'copy', 'beforecut', 'cut', 'beforepaste', 'paste', 'beforeinput', 'input'],
  ...['compositionstart', 'compositionupdate', 'compositionend'],
  ...['focus', 'blur', 'keypress', 'keyup', ...focusKinds],
];
/** With a listener that may cancel these, a page could not scroll before it has answered. */
const scrollKinds = [
  ...['wheel', 'mousewheel', 'DOMMouseScroll', 'MozMousePixelScroll'],
  ...['touchstart', 'touchmove', 'touchend', 'touchcancel'],
];

/** Tells which element is ours, and the closed root in which all that is ours stands. */
export function setOwnElement(element: Element, root: ShadowRoot): void {
  world[hostKey] = element;
  world[rootKey] = root;
}

/**
 * Whether an event on something of the page gives what is in our root away: in Firefox one that tells that the pointer or the focus
 * has gone to our element, or that the window has lost the focus, says in `explicitOriginalTarget` to what in it. With any element of
 * ours a page has our frame, and with that the address which our pages have on this installation.
 */
function givesAway(event: Event): boolean {
  const node: unknown = Reflect.get(event, 'explicitOriginalTarget');
  return node instanceof Node && node.getRootNode() === world[rootKey];
}

/** Whether it is on the page. */
export function hasOwnElement(): boolean {
  return world[hostKey]?.isConnected === true;
}

/** Takes our element off the page if this stands in it, also where an earlier run of this script has put it. */
export function removeOwnElement(selector: string): void {
  if (world[rootKey]?.querySelector(selector)) world[hostKey]?.remove();
}

/** Adds who hears the events on our element: they end before they reach anything inside it. */
export function addOwnAnswer(answer: (event: Event) => void, signal: AbortSignal): void {
  const answers = (world[answerKey] ??= new Set());
  answers.add(answer);
  signal.addEventListener('abort', () => answers.delete(answer), { once: true });
}

/** Adds who is told when the focus comes or goes anywhere on the page, before the page itself can keep that quiet, and of keys on our element. */
export function addFocusWatch(told: (kind: string) => void, signal: AbortSignal): void {
  const all = (world[focusKey] ??= new Set());
  all.add(told);
  signal.addEventListener('abort', () => all.delete(told), { once: true });
}

/**
 * Keeps events on our own element from the page, and those that give it away. In Firefox an event's `originalTarget`,
 * `explicitOriginalTarget` and `rangeParent` reach through a closed shadow root: a page that hears the pointer over the popover holds
 * our frame. It helps as far as we were there before the page's own listeners, which is so wherever the browser runs us by itself.
 * @param again whether to do so though it was done: a document that was opened anew has lost its window's listeners
 */
export function hideFromPage(view: Window, again = false): void {
  if (world[hiddenKey] && !again) return;
  world[hiddenKey] = true;
  const stop = (event: Event): void => {
    const { type, target } = event;
    const isOwn = target !== null && target === world[hostKey];
    if (isOwn) {
      event.stopImmediatePropagation();
      world[answerKey]?.forEach((answer) => answer(event));
    } else if (givesAway(event)) event.stopImmediatePropagation();
    if (focusKinds.includes(type) && (isOwn || type !== 'keydown'))
      world[focusKey]?.forEach((told) => told(type));
  };
  for (const kind of kinds) view.addEventListener(kind, stop, { capture: true });
  for (const kind of scrollKinds) view.addEventListener(kind, stop, { capture: true, passive: true });
}
