import type { Piece } from './page-pieces.ts';

/** A paragraph of running text has this many characters (a script without spaces says more in fewer), and few links. */
const LEAST_TEXT = 60;
const LEAST_DENSE_TEXT = 25;
const MOST_LINKS = 0.35;
const DENSE = /[\u3040-\u30ff\u3400-\u9fff\u0e00-\u0e7f]/;

/** Boxes of another kind than the story. */
export const NOT_STORY =
  'nav, footer, aside, form, header, figure, [class*="comment" i], [id*="comment" i], [role="navigation"], [role="complementary"], [role="dialog"]';

export const isRunningText = ({ text, linkLength }: Piece): boolean =>
  text.length >= (DENSE.test(text) ? LEAST_DENSE_TEXT : LEAST_TEXT) && linkLength <= text.length * MOST_LINKS;

const nameOf = (element: Element | null): string =>
  element ? `${element.localName}.${element.getAttribute('class') ?? ''}` : '';

/** Paragraphs of one story are marked up alike: element and parent have the same names and classes. */
function looksOf({ element }: Piece): string {
  const parent = element.parentElement;
  const looks = `${nameOf(element)}<${nameOf(parent)}`;
  if (element.hasAttribute('class') || parent?.hasAttribute('class')) return looks;
  // Without any class that is true of half the page; the place must be the same as well.
  return `${looks}<${nameOf(parent?.parentElement ?? null)}`;
}

/**
 * The paragraphs that belong to the story with those already found, because they are marked up alike: Readability
 * drops single paragraphs, and all but one part of stories that are cut into parts.
 * @param kept what was found; when it is much less than one kind of paragraph on the page holds, that kind is taken instead
 */
export function addAlikePieces(pieces: readonly Piece[], kept: ReadonlySet<Piece>): Set<Piece> {
  const running = pieces.filter(
    (piece) => isRunningText(piece) && (kept.has(piece) || !piece.element.closest(NOT_STORY)),
  );
  const lengths = new Map<string, number>();
  const keptLengths = new Map<string, number>();
  let keptLength = 0;
  for (const piece of running) {
    const looks = looksOf(piece);
    lengths.set(looks, (lengths.get(looks) ?? 0) + piece.text.length);
    if (!kept.has(piece)) continue;
    keptLengths.set(looks, (keptLengths.get(looks) ?? 0) + piece.text.length);
    keptLength += piece.text.length;
  }
  const [largest, length] = [...lengths].reduce(
    (best, entry) => (entry[1] > best[1] ? entry : best),
    ['', 0],
  );
  if (length > 2 * keptLength) return new Set(running.filter((piece) => looksOf(piece) === largest));
  const scope = articleOf([...kept].filter(isRunningText));
  const result = new Set(kept);
  for (const piece of running) {
    const share = (keptLengths.get(looksOf(piece)) ?? 0) / keptLength;
    if (share >= 0.2 && (scope === null || scope.contains(piece.element))) result.add(piece);
  }
  return result;
}

/** The `<article>` that holds most of these paragraphs, or null: pages that go on with another story have several. */
function articleOf(pieces: readonly Piece[]): Element | null {
  const lengths = new Map<Element | null, number>();
  for (const { element, text } of pieces) {
    const article = element.closest('article');
    lengths.set(article, (lengths.get(article) ?? 0) + text.length);
  }
  return [...lengths].toSorted((a, b) => b[1] - a[1])[0]?.[0] ?? null;
}
