import { isKept } from '#core/annotation-kept.ts';
import type { Annotation, ArticleRecord } from '#core/annotation.ts';
import { SavedRow } from '#ui/article/saved-row.tsx';
import { FailureNotice } from './failure-notice.tsx';
import { Notice } from './notice.tsx';
import type { SearchState } from './search-model.ts';
import { t, tCount } from './text.ts';

/** A kept passage and its article. */
export interface Hit {
  readonly annotation: Annotation;
  readonly article: ArticleRecord;
}

interface SearchResultsProps {
  readonly result: Exclude<SearchState<Hit>, { state: 'off' }>;
  readonly onOpen: (hit: Hit) => void;
  /** A passage that was refused is a quotation after all. */
  readonly onAccept: (annotation: Annotation) => void;
  readonly onRetry: () => void;
}

/** What a search over everything kept has found. */
export function SearchResults({ result, onOpen, onAccept, onRetry }: SearchResultsProps) {
  if (result.state === 'searching') return <div class="loading" aria-busy="true" />;
  if (result.state === 'failed') return <FailureNotice error={result.error} onRetry={onRetry} />;
  const { query } = result;
  const hits = result.hits.filter(({ annotation }) => isKept(annotation));
  return (
    <section class="results">
      <p class="section-title" role="status">
        {tCount('hitCount', hits.length)}
      </p>
      {hits.length === 0 ? (
        <Notice title={t('noHitsTitle', query.replaceAll(/[“”"]/gu, ''))}>{t('noHitsText')}</Notice>
      ) : (
        <ul class="rows">
          {hits.map((hit) => (
            <li key={hit.annotation.id}>
              <SavedRow
                record={hit.annotation}
                articleTitle={hit.article.title}
                article={hit.article}
                onOpen={() => onOpen(hit)}
                onAccept={() => onAccept(hit.annotation)}
              />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
