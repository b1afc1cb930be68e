import type { ArticleRecord } from '#core/annotation.ts';
import { citeItem, type CitationStyle } from './citation-engine.ts';
import { cslItem } from './csl-item.ts';

/**
 * How an article is cited in APA, MLA, Chicago (author-date) or Harvard: one line, as plain text or as HTML in which all but the style's
 * own italics is escaped. It weighs more than a megabyte of citeproc and styles: a surface asks the worker of ui/export for it, so that
 * none of them loads it, and no content script may.
 * @param language of the dates' words, such as `de`; those without words of their own get English
 */
export function citation(
  article: ArticleRecord,
  style: CitationStyle,
  language: string,
  format: 'text' | 'html' = 'text',
): string {
  return citeItem(cslItem(article), style, language, format);
}
