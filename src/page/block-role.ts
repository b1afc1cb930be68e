import type { Block } from '#core/detect/types.ts';
import { classWords } from './class-words.ts';
import type { Piece } from './page-pieces.ts';

export type Role = Block['role'];

const CAPTION =
  / (?:caption|captions|figcaption|bildunterschrift|legende|bu|cutline|wp caption text|photo description) /;
const CREDIT =
  / (?:credit|credits|copyright|photographer|bildnachweis|fotograf|photo by|attribution|source) /;
const PULLQUOTE = / (?:pullquote|pull quote|pullquotes|blockquote pull|quote box|tweetable|zitat) /;
const BYLINE =
  / (?:byline|bylines|author|authors|autor|autoren|auteur|dateline|timestamp|published|pubdate|article date|meta|date) /;
/** How far up the signs of a role are looked for. */
const REACH = 4;

/**
 * The role of a paragraph by its markup: where a figure, a caption, a list or a heading holds it.
 * @param top the element that holds the whole article; what it and those above it say is about the page
 */
export function roleOf(piece: Piece, top: Element): Role {
  const figure = piece.element.closest('figure, figcaption');
  const inFigure = figure !== null && figure !== top && !figure.contains(top);
  let role: Role | null = null;
  let element: Element | null = piece.element;
  for (let steps = 0; steps < REACH && role === null && element && element !== top; steps++) {
    const name = element.localName;
    const words = classWords(element);
    if (CREDIT.test(words) && piece.text.length < 250) role = 'credit';
    else if (CAPTION.test(words)) role = 'caption';
    else if (PULLQUOTE.test(words)) role = 'pullquote';
    else if (/^h[1-6]$/.test(name)) role = 'heading';
    else if (name === 'li' || name === 'dd' || name === 'dt') role = 'list';
    else if (BYLINE.test(words) && piece.text.length < 200) role = 'byline';
    element = element.parentElement;
  }
  if (inFigure && isCreditInline(piece)) return 'credit';
  if (inFigure && role !== 'credit')
    return /^(?:blockquote|table)$/.test(piece.element.localName) ? 'body' : 'caption';
  return role ?? 'body';
}

/** Under a picture the credit is often an inline element of its own, beside the caption's block. */
function isCreditInline({ nodes, text }: Piece): boolean {
  const [only, ...others] = nodes.filter(({ textContent }) => (textContent ?? '').trim() !== '');
  if (only?.nodeType !== Node.ELEMENT_NODE || others.length > 0 || text.length >= 250) return false;
  return CREDIT.test(classWords(only as Element));
}
