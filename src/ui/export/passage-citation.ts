import type { Annotation, ArticleRecord } from '#core/annotation.ts';
import type { CitationChoice } from '#core/citation/citation-choice.ts';
import { citationHtml, quotedHtml } from '#core/export/passage-html.ts';
import { quotedLine } from '#core/export/plain-text.ts';
import type { RichText } from '#ui/copy-text.ts';
import { currentLocale } from '#ui/text.ts';
import { startExportWriter } from './export-writer.ts';

/** A passage as a citation, with and without its form. Styles other than `plain` are written by the worker, which is started for it. @throws when that fails */
export async function passageCitation(
  annotation: Annotation,
  article: ArticleRecord,
  style: CitationChoice,
): Promise<RichText> {
  const language = currentLocale();
  if (style === 'plain') {
    return {
      text: quotedLine(annotation, article, language),
      html: quotedHtml(annotation, article, language),
    };
  }
  const end = new AbortController();
  try {
    const writer = startExportWriter(end.signal);
    const wish = { type: 'cite', annotation, article, style, language } as const;
    const { text } = await writer.ask(wish, 'cited');
    return { text, html: citationHtml(text) };
  } finally {
    end.abort();
  }
}
