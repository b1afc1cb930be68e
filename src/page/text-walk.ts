import { isBlock, isHidden, isSkipped } from './element-kind.ts';

/** What a walk through the page meets, in the order in which it is read. */
export interface TextVisitor {
  text(node: Text): void;
  /** A block of text starts or ends here. */
  border(): void;
  /** A line ends here, within a block. */
  lineBreak(): void;
}

/**
 * Walks the text that a reader of the page sees: no code, no controls, nothing hidden, and the text of open shadow
 * roots where it is shown. Reads only; keeps its own stack, since pages nest deeper than a call stack is.
 */
export function walkText(roots: readonly Node[], visitor: TextVisitor): void {
  for (const root of roots) {
    const stack: (Node | null)[] = [root];
    while (stack.length > 0) {
      const node = stack.pop();
      if (!node) visitor.border();
      else if (node.nodeType === Node.TEXT_NODE) visitor.text(node as Text);
      else if (node.nodeType === Node.ELEMENT_NODE) enter(node as Element, stack, visitor);
    }
  }
}

function enter(element: Element, stack: (Node | null)[], visitor: TextVisitor): void {
  if (element.localName === 'br') return visitor.lineBreak();
  if (isSkipped(element) || isHidden(element)) return;
  if (isBlock(element)) {
    visitor.border();
    stack.push(null);
  }
  const children = shownChildren(element);
  for (let i = children.length - 1; i >= 0; i--) stack.push(children[i] ?? null);
}

function shownChildren(element: Element): ArrayLike<Node> {
  if (element.shadowRoot) return element.shadowRoot.childNodes;
  if (element.localName === 'slot' && element.getRootNode() instanceof ShadowRoot) {
    const assigned = (element as HTMLSlotElement).assignedNodes();
    if (assigned.length > 0) return assigned;
  }
  return element.childNodes;
}
