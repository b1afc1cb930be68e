/** What ../shared/anchor-bench calls: the running text of a page's article. */
import { readArticle } from '#page/article.ts';

/** Paragraphs and lists, without headline, byline, captions, credits and pull quotes. */
export function extract(document: Document): { text: string } {
  const article = readArticle(document);
  const blocks = (article?.blocks ?? []).filter(
    ({ role }) => role === 'body' || role === 'list' || role === 'heading',
  );
  return { text: blocks.map(({ start, end }) => article?.text.slice(start, end) ?? '').join('\n') };
}
