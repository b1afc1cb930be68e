import { isBlock, isHidden, isSkipped } from './element-kind.ts';
import { frameBody, shownChildren, showsInnerTree } from './shown-children.ts';

/** A paragraph of the page: neighbouring text and inline elements within one block element. */
export interface Piece {
  /** The block element that holds it directly. */
  readonly element: Element;
  /** The nodes, neighbours in the page, that make it up. */
  readonly nodes: readonly Node[];
  /** Its text with spaces collapsed. */
  readonly text: string;
  /** How many UTF-16 units of the text are links. */
  readonly linkLength: number;
}

const SPACES = /\s+/g;
/** What nests deeper is left out: no parser nests so deep, only a script does, and each paragraph is looked at from above. */
const DEEPEST = 600;

/** An element whose children are being read, and what has been read of its present paragraph. */
interface Level {
  readonly element: Element;
  /** What is shown in place of the element's own children, else null. */
  readonly given: ArrayLike<Node> | null;
  at: number;
  /** The next of the element's own children: going from one to the next is cheaper than asking a live list. */
  next: Node | null;
  nodes: Node[];
}

function levelOf(element: Element): Level {
  const children = shownChildren(element);
  const given = children === element.childNodes ? null : children;
  return { element, given, at: 0, next: given ? null : element.firstChild, nodes: [] };
}

function takeNode(level: Level): Node | null {
  if (level.given) return level.given[level.at++] ?? null;
  const node = level.next;
  level.next = node?.nextSibling ?? null;
  return node;
}

/** All paragraphs below an element that a reader sees, in document order. Two `<br>` in a row part paragraphs. */
export function readPieces(root: Element): Piece[] {
  const pieces: Piece[] = [];
  const stack = [levelOf(root)];
  const flush = (level: Level): void => {
    if (level.nodes.length === 0) return;
    const piece = pieceOf(level.element, level.nodes);
    if (piece) pieces.push(piece);
    level.nodes = [];
  };
  for (let level = stack.at(-1); level; level = stack.at(-1)) {
    const child = takeNode(level);
    if (!child) {
      flush(level);
      stack.pop();
    } else if (child.nodeType === Node.TEXT_NODE) {
      // Most text nodes between blocks are line breaks of the markup.
      if (level.nodes.length > 0 || !isBlank((child as Text).data)) level.nodes.push(child);
    } else if (child.nodeType === Node.ELEMENT_NODE) {
      const element = child as Element;
      if ((isSkipped(element) && frameBody(element) === null) || isHidden(element)) continue;
      if (isBlock(element) || holdsBlock(element)) {
        flush(level);
        if (stack.length < DEEPEST) stack.push(levelOf(element));
      } else level.nodes.push(element);
    }
  }
  return pieces;
}

const isBlank = (text: string): boolean => !/\S/.test(text);

/** An inline element around blocks (a link around a card) or another tree does not make its blocks one paragraph. */
function holdsBlock(element: Element): boolean {
  if (showsInnerTree(element)) return true;
  if (element.firstElementChild === null) return false;
  for (const inner of element.querySelectorAll('*')) if (isBlock(inner)) return true;
  return false;
}

function pieceOf(element: Element, nodes: readonly Node[]): Piece | null {
  let raw = '';
  let links = 0;
  for (const node of nodes) {
    const text = shownText(node);
    raw += text;
    if (node.nodeType === Node.ELEMENT_NODE) links += linkLength(node as Element, text);
  }
  const text = raw.replace(SPACES, ' ').trim();
  if (text === '') return null;
  const inLink = element.closest('a') !== null;
  return { element, nodes, text, linkLength: inLink ? text.length : Math.min(text.length, links) };
}

/** The text of a node, without that of scripts and controls within it. */
function shownText(node: Node, depth = 0): string {
  if (node.nodeType === Node.TEXT_NODE) return (node as Text).data;
  if (node.nodeType !== Node.ELEMENT_NODE || depth > DEEPEST) return '';
  const element = node as Element;
  if (element.localName === 'br') return '\n';
  if (element.firstElementChild === null) return element.textContent;
  let text = '';
  for (const child of element.childNodes) {
    if (child.nodeType === Node.ELEMENT_NODE && isSkipped(child as Element)) continue;
    text += shownText(child, depth + 1);
  }
  return text;
}

function linkLength(element: Element, text: string): number {
  if (element.localName === 'a') return text.replace(SPACES, ' ').length;
  let length = 0;
  for (const link of element.getElementsByTagName('a'))
    length += link.textContent.replace(SPACES, ' ').trim().length;
  return length;
}
