import type { ArticlePiece } from './article-body.ts';
import { looksLikeFullName, splitNames } from './author-name.ts';
import { type Stated, stated } from './metadata-origin.ts';
import type { Piece } from './page-pieces.ts';

/** Authors stand in the first or the last lines of a story. */
const FIRST = 5;
const LAST = 3;
const LONGEST = 90;
const LEAD = /^(?:by|von|par|por|di|door|av|af|od)\s/i;

/**
 * The authors where no byline says them: a line of the story that is nothing but full names, set apart by "By", by
 * emphasis from end to end, or by standing at the right; or a line of a name and a date.
 * @param pieces the article's paragraphs
 */
export function readStoryByline(pieces: readonly ArticlePiece[]): Stated | null {
  const body = pieces.filter(({ role }) => role === 'body').map(({ piece }) => piece);
  const lines = body.slice(0, FIRST).concat(body.slice(-LAST));
  // Where many lines are set apart, it is how the story is cut into parts.
  const apart = lines.filter((piece) => isNames(piece.text) && (LEAD.test(piece.text) || isSetApart(piece)));
  const [line] = apart;
  if (line && apart.length === 1) return stated(splitNames(line.text).join(', '), 'page');
  for (const { text } of body.slice(0, FIRST)) {
    const [, name] = /^([^|•·\d]{4,60}?)\s*[|•·]\s*\d{1,2}[./ -]/.exec(text) ?? [];
    if (name !== undefined && looksLikeFullName(name)) return stated(name, 'page');
  }
  return null;
}

function isNames(text: string): boolean {
  if (text.length > LONGEST) return false;
  const names = splitNames(text);
  return names.length > 0 && names.length <= 4 && names.every(looksLikeFullName);
}

function isSetApart({ element, nodes, text }: Piece): boolean {
  if (/^h[1-6]$/.test(element.localName)) return false;
  if (
    /text-align:\s*right/i.test(element.getAttribute('style') ?? '') ||
    element.getAttribute('align') === 'right'
  )
    return true;
  const emphasised = nodes
    .filter(
      (node) =>
        node.nodeType === Node.ELEMENT_NODE && /^(?:strong|b|em|i)$/.test((node as Element).localName),
    )
    .map((node) => node.textContent?.replace(/\s+/g, ' ').trim() ?? '');
  return emphasised.join(' ') === text;
}
