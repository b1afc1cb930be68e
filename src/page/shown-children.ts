import { hasFalseForm } from './false-forms.ts';
import { isShadowRoot } from './is-shadow-root.ts';

/** Addresses of frames that hold no page of the site's own: advertisements are written into such. */
const NO_PAGE = /^(?:about|javascript|data|blob):/i;

/**
 * The page inside a frame, when it is of the same origin and we may read it. A frame without an address of its own was filled by a
 * script, which is how advertisements come in: it holds none.
 */
export function frameBody(frame: Element): HTMLElement | null {
  if (frame.localName !== 'iframe') return null;
  const address = frame.getAttribute('src')?.trim() ?? '';
  if (!frame.hasAttribute('srcdoc') && (address === '' || NO_PAGE.test(address))) return null;
  try {
    const inner = (frame as HTMLIFrameElement).contentDocument;
    return inner && !hasFalseForm(inner) ? inner.body : null;
  } catch {
    return null;
  }
}

/** The open shadow root of an element, when it can be read. */
export function openRoot({ shadowRoot }: Element): ShadowRoot | null {
  return shadowRoot && !hasFalseForm(shadowRoot) ? shadowRoot : null;
}

/**
 * What an element shows: the tree of its open shadow root instead of its own children, what a slot was given, the page in a frame of
 * the same origin.
 */
export function shownChildren(element: Element): ArrayLike<Node> {
  if (element.shadowRoot) return openRoot(element)?.childNodes ?? [];
  if (element.localName === 'slot' && isShadowRoot(element.getRootNode())) {
    const assigned = (element as HTMLSlotElement).assignedNodes();
    if (assigned.length > 0) return assigned;
  }
  const body = frameBody(element);
  return body ? [body] : element.childNodes;
}

/** Whether an element shows another tree than its own children's. */
export const showsInnerTree = (element: Element): boolean =>
  element.shadowRoot !== null || frameBody(element) !== null;

/** The element that shows the tree in which a node stands; null for a node of a window's own document. */
export function outerElement(node: Node): Element | null {
  const root = node.getRootNode();
  if (isShadowRoot(root)) return root.host;
  try {
    return node.ownerDocument?.defaultView?.frameElement ?? null;
  } catch {
    return null;
  }
}
