import { createAnnotation } from '#core/annotation-edit.ts';
import type { ArticleRecord } from '#core/annotation.ts';
import { bareArticle } from '#core/bare-article.ts';
import type { ReadQuotation } from '#core/ledger-entry.ts';
import { stableId } from '#core/import/stable-id.ts';
import type { ExportRecords } from './by-article.ts';

/**
 * Entries of the ledger as every format takes them: an annotation without a note for each, under an article of which the title is known. An
 * entry has the same id in every file.
 */
export function ledgerRecords(entries: readonly ReadQuotation[]): ExportRecords {
  const articles = new Map<string, ArticleRecord>();
  const annotations = entries.map(({ source, title, exact, start, seen, quotation }) => {
    const known = articles.get(source);
    if (known === undefined || known.title === '') articles.set(source, bareArticle(source, seen, title));
    const end = start + exact.length;
    return createAnnotation({
      id: stableId(['ledger', source, exact]),
      now: seen,
      source,
      selector: [
        { type: 'TextQuoteSelector', exact, prefix: '', suffix: '' },
        { type: 'TextPositionSelector', start, end },
      ],
      quotation,
    });
  });
  return { articles: [...articles.values()], annotations };
}
