import { isRunningText, NOT_STORY } from './alike-pieces.ts';
import type { Piece } from './page-pieces.ts';
import { outerElement } from './shown-children.ts';

/**
 * The running text in open shadow roots and same-origin frames, which Readability does not see: it belongs to the story when neither
 * it nor what shows it stands in a box of another kind, and it stands between the story's own paragraphs or there are none.
 * @param kept what is known to be of the story
 */
export function addInnerPieces(pieces: readonly Piece[], kept: ReadonlySet<Piece>): Set<Piece> {
  const result = new Set(kept);
  const own = pieces.filter((piece) => kept.has(piece) && isRunningText(piece));
  const scope = own[0] ? commonParent(own) : null;
  const known = new Map<Element, boolean>();
  for (const piece of pieces) {
    const outer = outerElement(piece.element);
    if (outer && isRunningText(piece) && belongs(piece.element, scope, known)) result.add(piece);
  }
  return result;
}

/**
 * Whether an element, and every element that shows the tree around it, stands in the story.
 * @param known the elements that show a tree and were asked for before: trees lie deep in one another
 */
function belongs(element: Element, scope: Element | null, known: Map<Element, boolean>): boolean {
  const climbed: Element[] = [];
  let answer: boolean | undefined;
  for (let at: Element | null = element; at && answer === undefined; at = outerElement(at)) {
    answer = known.get(at);
    if (answer !== undefined) break;
    climbed.push(at);
    if (at.closest(NOT_STORY)) answer = false;
    else if (scope?.getRootNode() === at.getRootNode()) answer = scope.contains(at);
  }
  const found = answer ?? scope === null;
  for (const at of climbed) known.set(at, found);
  return found;
}

/** The smallest element around all of these, one level up where it holds a single paragraph. */
function commonParent(pieces: readonly Piece[]): Element | null {
  let scope = pieces[0]?.element.parentElement ?? null;
  for (const { element } of pieces) while (scope && !scope.contains(element)) scope = scope.parentElement;
  return scope;
}
