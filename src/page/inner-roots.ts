import { frameBody, openRoot } from './shown-children.ts';

/** No more trees than this are followed on one page. */
const MOST_ROOTS = 500;

/** Custom elements that have no open shadow root yet and may get one. */
export interface InnerRoots {
  readonly roots: readonly (ShadowRoot | Document)[];
  readonly waiting: readonly Element[];
}

/** The open shadow roots and same-origin frames' documents below a document, those inside one another included. */
export function findInnerRoots(document: Document): InnerRoots {
  const roots: (ShadowRoot | Document)[] = [];
  const waiting: Element[] = [];
  const todo: (ShadowRoot | Document)[] = [document];
  for (let tree = todo.pop(); tree && roots.length < MOST_ROOTS; tree = todo.pop()) {
    for (const element of tree.querySelectorAll('*')) {
      const inner = openRoot(element) ?? frameBody(element)?.ownerDocument;
      if (inner) {
        if (roots.length >= MOST_ROOTS) break;
        roots.push(inner);
        todo.push(inner);
      } else if (element.shadowRoot === null && element.localName.includes('-')) waiting.push(element);
    }
  }
  return { roots, waiting };
}
