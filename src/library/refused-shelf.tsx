import { exactOf } from '#core/annotation-passage.ts';
import type { SearchHit } from '#messaging/protocol.ts';
import { Button } from '#ui/button.tsx';
import { t } from '#ui/text.ts';

interface RefusedShelfProps {
  readonly hits: readonly SearchHit[];
  readonly onAccept: (hit: SearchHit) => void;
}

/** What the reader has only marked as not a quotation: not kept, but with the way back. */
export function RefusedShelf({ hits, onAccept }: RefusedShelfProps) {
  if (hits.length === 0) return null;
  return (
    <section class="refused">
      <h2 class="section-title">{t('refusedTitle')}</h2>
      <ul class="rows">
        {hits.map((hit) => (
          <li key={hit.annotation.id} class="refused-row">
            <p class="words words-row" lang={hit.article.language ?? ''} dir="auto">
              {exactOf(hit.annotation)}
            </p>
            <p class="row-meta">
              <cite dir="auto">{hit.article.title}</cite>
            </p>
            <Button look="quiet" icon="undo" onClick={() => onAccept(hit)}>
              {t('accept')}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
