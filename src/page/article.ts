import type { Block } from '#core/detect/types.ts';
import { readBody } from './article-body.ts';
import { findHeadline, readMetadata, type ArticleMetadata } from './article-metadata.ts';
import { mapPieces, type TextMap } from './text-map.ts';

/** A block of the article's text with the element that holds it. */
export interface ArticleBlock extends Block {
  readonly element: Element;
}

/** An article as it stands on the page: with its metadata it holds all of the protocol's `ArticleReading`. */
export interface Article extends ArticleMetadata {
  /** The text of all blocks, "\n\n" between them; spans of blocks and of the map are offsets into it. */
  readonly text: string;
  /** In document order. */
  readonly blocks: readonly ArticleBlock[];
  readonly map: TextMap;
}

/**
 * Reads the article of a page: its blocks, their text with the way back to the page, and its metadata. The page is
 * only read. Takes some tens of milliseconds on a long page.
 * @returns null when the page has too little running text to be one
 */
export function readArticle(document: Document): Article | null {
  const { articleBody: _, ...metadata } = readMetadata(document);
  const headline = findHeadline(document, [metadata.title]);
  const pieces = readBody(document, headline, metadata.byline);
  if (!pieces) return null;
  const { map, spans } = mapPieces(pieces.map(({ piece }) => piece.nodes));
  const blocks: ArticleBlock[] = [];
  pieces.forEach(({ piece, role }, i) => {
    const span = spans[i];
    if (span && span.end > span.start) blocks.push({ ...span, role, element: piece.element });
  });
  return { ...metadata, text: map.text, blocks, map };
}
