import { frameBody } from './shown-children.ts';

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
      const inner = element.shadowRoot ?? frameBody(element)?.ownerDocument;
      if (inner) {
        roots.push(inner);
        todo.push(inner);
      } else if (element.localName.includes('-')) waiting.push(element);
    }
  }
  return { roots, waiting };
}
