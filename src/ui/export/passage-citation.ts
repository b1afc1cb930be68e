import type { Annotation, ArticleRecord } from '#core/annotation.ts';
import type { CitationChoice } from '#core/citation/citation-choice.ts';
import { quotedLine } from '#core/export/plain-text.ts';
import { currentLocale } from '#ui/text.ts';
import { startExportWriter } from './export-writer.ts';

/** A passage as a citation. Styles other than `plain` are written by the worker, which is started for it. @throws when that fails */
export async function passageCitation(
  annotation: Annotation,
  article: ArticleRecord,
  style: CitationChoice,
): Promise<string> {
  if (style === 'plain') return quotedLine(annotation, article);
  const end = new AbortController();
  try {
    const writer = startExportWriter(end.signal);
    const wish = { type: 'cite', annotation, article, style, language: currentLocale() } as const;
    return (await writer.ask(wish, 'cited')).text;
  } finally {
    end.abort();
  }
}
