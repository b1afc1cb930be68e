import type { Steps } from '#core/steps.ts';
import { isAside, isBlock, isHidden, isSkipped } from './element-kind.ts';
import { isNodeGone } from './is-gone.ts';
import { frameBody, shownChildren } from './shown-children.ts';

/** What a walk through the page meets, in the order in which it is read. */
export interface TextVisitor {
  text(node: Text): void;
  /** A block of text starts or ends here. */
  border(): void;
  /** A line ends here, within a block. */
  lineBreak(): void;
  /** What follows stands beside the story (true), or no longer does. */
  aside(begins: boolean): void;
  /** This element and what is in it are hidden, and left out. */
  hidden?(element: Element): void;
}

/** What remains to be done: a node to visit, or the end of one. */
type Step = Node | typeof BORDER | typeof ASIDE_END;
const BORDER = 'border';
const ASIDE_END = 'aside-end';

/** So many nodes are a step. */
const STEP = 200;
/** More are not looked at: a form that becomes a false one while it is walked through has no end. */
const MOST_STEPS = 4_000_000;

/**
 * Walks the text that a reader of the page sees: no code, no controls, nothing hidden, and the text of open shadow
 * roots and of same-origin frames where it is shown. Reads only; keeps its own stack, since pages nest deeper than a call stack is.
 * What goes while the walk is put down is left out.
 * @param hidden whether hidden text is wanted too
 */
export function* walkText(roots: readonly Node[], visitor: TextVisitor, hidden = false): Steps<void> {
  let count = 0;
  for (const root of roots) {
    const stack: Step[] = [root];
    while (stack.length > 0) {
      const step = stack.pop();
      if (step === undefined) break;
      if (step === BORDER) visitor.border();
      else if (step === ASIDE_END) visitor.aside(false);
      else visit(step, stack, visitor, hidden);
      if (++count > MOST_STEPS) return;
      if (count % STEP === 0) yield;
    }
  }
}

function visit(node: Node, stack: Step[], visitor: TextVisitor, hidden: boolean): void {
  if (isNodeGone(node)) return;
  if (node.nodeType === Node.TEXT_NODE) visitor.text(node as Text);
  else if (node.nodeType === Node.ELEMENT_NODE) enter(node as Element, stack, visitor, hidden);
}

function enter(element: Element, stack: Step[], visitor: TextVisitor, hidden: boolean): void {
  if (element.localName === 'br') return visitor.lineBreak();
  if (isSkipped(element) && frameBody(element) === null) return;
  if (!hidden && isHidden(element)) return visitor.hidden?.(element);
  if (isBlock(element)) {
    visitor.border();
    stack.push(BORDER);
    if (isAside(element)) {
      visitor.aside(true);
      stack.push(ASIDE_END);
    }
  }
  const children = shownChildren(element);
  for (let i = children.length - 1; i >= 0; i--) {
    const child = children[i];
    if (child) stack.push(child);
  }
}
