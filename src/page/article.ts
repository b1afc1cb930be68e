import type { Block } from '#core/detect/types.ts';
import { finish, type Steps } from '#core/steps.ts';
import { type ArticlePiece, readBody } from './article-body.ts';
import { readMetadata, type ArticleMetadata } from './article-metadata.ts';
import { plainText } from './plain-text.ts';
import { readStoryByline } from './story-byline.ts';
import { mapPieces, type TextMap } from './text-map.ts';
import { findHeadline } from './title.ts';

/** An article as it stands on the page; with `text` and `blocks`, its metadata are all that the protocol sends. */
export interface Article extends ArticleMetadata {
  /** The text of all blocks, blank lines between them; spans of blocks and of the map are offsets into it. */
  readonly text: string;
  /** In document order; plain data, fit to be sent. */
  readonly blocks: readonly Block[];
  /** For each block, the element that holds it. */
  readonly elements: readonly Element[];
  readonly map: TextMap;
}

/**
 * Reads the article of a page: its blocks, their text with the way back to the page, and its metadata. The page is
 * only read. Takes some tens of milliseconds on a long page.
 * @returns null when the page has too little running text to be one
 */
export const readArticle = (document: Document): Article | null => finish(articleInSteps(document));

/** The same, put down between steps. What goes from the page meanwhile is left out, or has no place on the page any more. */
export function* articleInSteps(document: Document): Steps<Article | null> {
  const stated = readMetadata(document);
  yield;
  const headline = findHeadline(document, [stated.title, plainText(document.title ?? '')]);
  const shown = plainText(headline?.textContent ?? '') ?? stated.title;
  const pieces = yield* readBody(document, shown, headline, stated.byline);
  if (!pieces) return null;
  const metadata = withStoryByline(stated, pieces);
  const { map, spans } = yield* mapPieces(pieces.map(({ piece }) => piece.nodes));
  const blocks: Block[] = [];
  const elements: Element[] = [];
  pieces.forEach(({ piece, role }, i) => {
    const span = spans[i];
    if (!span || span.end <= span.start) return;
    blocks.push({ ...span, role });
    elements.push(piece.element);
  });
  return { ...metadata, text: map.text, blocks, elements, map };
}

/** A byline that stands nowhere but among the paragraphs. */
function withStoryByline(metadata: ArticleMetadata, pieces: readonly ArticlePiece[]): ArticleMetadata {
  const line = metadata.byline === null ? readStoryByline(pieces) : null;
  if (!line) return metadata;
  return { ...metadata, byline: line.value, origins: { ...metadata.origins, byline: line.origin } };
}
