import type { Steps } from '#core/steps.ts';
import { addAlikePieces } from './alike-pieces.ts';
import type { Role } from './block-role.ts';
import { roleOf } from './block-role.ts';
import { createBoxTest, isBoilerplate } from './boilerplate.ts';
import { hasFalseForm } from './false-forms.ts';
import { addInnerPieces } from './inner-pieces.ts';
import { isNodeGone } from './is-gone.ts';
import { readPieces, type Piece } from './page-pieces.ts';
import { runReadability, type ReadabilityResult } from './readability.ts';

/** A paragraph of the article with what it is. */
export interface ArticlePiece {
  readonly piece: Piece;
  readonly role: Role;
}

/** Less running text than this is no article. */
const LEAST_TEXT = 200;
/** More text than the background takes, in UTF-16 units. */
const MOST_TEXT = 4_000_000;

/**
 * The paragraphs of the article in document order: what Readability keeps, without boxes that lead elsewhere, with
 * captions and credits in roles of their own. The headline and the byline come first, wherever they stand.
 * @returns null when there is too little running text, or more than a page can be read of
 */
export function* readBody(
  document: Document,
  title: string,
  headline: Element | null,
  byline: string | null,
): Steps<ArticlePiece[] | null> {
  // Others have their turn between the steps: the body may be another one, and a frame with all in it be gone.
  // A form too may have become a false one: then what was an article is none.
  const { body } = document;
  if (!body) return null;
  yield;
  if (hasFalseForm(document)) return null;
  const read = readPieces(body);
  if (read.reduce((sum, { text }) => sum + text.length, 0) > MOST_TEXT) return null;
  yield;
  if (hasFalseForm(document)) return null;
  const readability = runReadability(document, title);
  yield;
  if (hasFalseForm(document)) return null;
  const pieces = read.filter(({ element }) => !isNodeGone(element));
  const alike = addAlikePieces(pieces, new Set(pieces.filter((piece) => isKept(piece, readability))));
  const found = addInnerPieces(pieces, alike);
  const kept = pieces.filter((piece) => found.has(piece));
  if (kept.length === 0) return null;
  const bounds = boundsOf(kept, body);
  const last = kept.at(-1);
  const result: ArticlePiece[] = [];
  let length = 0;
  let ended = false;
  for (const piece of pieces) {
    const role =
      headRole(piece, headline, byline, length === 0) ??
      (found.has(piece) ? bodyRole(piece, bounds) : besideRole(piece, bounds.top, ended));
    if (piece === last) ended = true;
    if (!role) continue;
    if (role === 'body' || role === 'list') length += piece.text.length;
    result.push({ piece, role });
  }
  return length < LEAST_TEXT ? null : result;
}

function isKept(piece: Piece, readability: ReadabilityResult | null): boolean {
  if (!readability) return false;
  if (readability.keeps(piece.element)) return true;
  return piece.nodes.some(
    (node) =>
      node.nodeType === Node.ELEMENT_NODE &&
      readability.keeps(node as Element) &&
      node.textContent?.trim() !== '',
  );
}

/** Headline and byline are recognised wherever they stand, before the story begins. */
function headRole(
  piece: Piece,
  headline: Element | null,
  byline: string | null,
  beforeStory: boolean,
): Role | null {
  if (headline && (headline === piece.element || headline.contains(piece.element))) return 'title';
  if (!beforeStory || !byline || piece.text.length > 200) return null;
  return byline.split(', ').some((name) => piece.text.includes(name)) ? 'byline' : null;
}

function bodyRole(piece: Piece, { top, isInBox }: Bounds): Role | null {
  const role = roleOf(piece, top);
  if (role === 'caption' || role === 'credit' || role === 'pullquote') return role;
  return isBoilerplate(piece, isInBox) ? null : role;
}

/** Readability drops captions and pull quotes; people are named there. Only until the story ends. */
function besideRole(piece: Piece, top: Element, ended: boolean): Role | null {
  // The picture at the head of the story often stands beside the element that holds its text.
  const scope = top.closest('article, [itemtype*="Article"]') ?? top.parentElement ?? top;
  if (ended || !scope.contains(piece.element) || piece.linkLength > piece.text.length / 2) return null;
  const role = roleOf(piece, top);
  if (role === 'pullquote') return top.contains(piece.element) ? role : null;
  return (role === 'caption' || role === 'credit') && piece.element.closest('figure') ? role : null;
}

interface Bounds {
  /** The smallest element that holds nine tenths of the story's text. */
  readonly top: Element;
  /** Whether an element stands in a box that is not the story. */
  readonly isInBox: (element: Element) => boolean;
}

function boundsOf(pieces: readonly Piece[], body: Element): Bounds {
  // All elements around the pieces, those outside before those inside.
  const held = new Map<Element, number>();
  let total = 0;
  for (const { element, text } of pieces) {
    total += text.length;
    const added: Element[] = [];
    for (let at: Element | null = element; at && !held.has(at); at = at.parentElement) added.push(at);
    for (const at of added.toReversed()) held.set(at, 0);
    held.set(element, (held.get(element) ?? 0) + text.length);
  }
  for (const [element, length] of [...held].toReversed()) {
    const parent = element.parentElement;
    if (parent) held.set(parent, (held.get(parent) ?? 0) + (held.get(element) ?? length));
  }
  const share = (element: Element): number => (held.get(element) ?? 0) / total;
  let top = body;
  // From the root downwards: the last element that still holds nearly all is the smallest.
  const large = [...held.keys()].filter((element) => share(element) >= 0.9);
  for (const element of large) if (top.contains(element)) top = element;
  // What holds so much of the text is no box, whatever its name and class say.
  return { top, isInBox: createBoxTest(top, (element) => share(element) >= 0.4) };
}
