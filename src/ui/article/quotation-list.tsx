import { useState } from 'preact/hooks';
import { Segments } from '#ui/segments.tsx';
import { t, tCount } from '#ui/text.ts';
import type { ArticleOnPage } from './article-state.ts';
import { inOrder, type SpeakerGroup } from './group-by-speaker.ts';
import { QuotationLine } from './quotation-line.tsx';

interface QuotationListProps {
  readonly article: ArticleOnPage;
  readonly groups: readonly SpeakerGroup[];
  /** Where the quotation begins that the reader's eye is on, or null. */
  readonly lit: number | null;
  /** The quotation that begins at this offset of the article's text was chosen. */
  readonly onReveal: (start: number) => void;
}

type Order = 'speaker' | 'article';

/** The article's quotations: under the names of those who speak, or in the order in which they stand. */
export function QuotationList({ article, groups, lit, onReveal }: QuotationListProps) {
  const [order, setOrder] = useState<Order>('speaker');
  return (
    <div class="groups">
      <Segments
        label={t('quotationOrder')}
        current={order}
        onChange={setOrder}
        choices={[
          { key: 'speaker', label: t('orderBySpeaker') },
          { key: 'article', label: t('orderInArticle') },
        ]}
      />
      {order === 'article' ? (
        <ul class="rows">
          {inOrder(groups).map((row) => (
            <QuotationLine
              key={row.quotation.start}
              article={article}
              row={row}
              withSpeaker
              lit={row.quotation.start === lit}
              onReveal={onReveal}
            />
          ))}
        </ul>
      ) : (
        groups.map(({ speaker, rows }) => (
          <section key={speaker ?? ''} class="group">
            <div class="group-head">
              <h3 class="group-name" dir="auto">
                {speaker ?? t('speakerUnknown')}
              </h3>
              {rows.length > 1 && <span class="group-count">{tCount('quotationCount', rows.length)}</span>}
            </div>
            <ul class="rows">
              {rows.map((row) => (
                <QuotationLine
                  key={row.quotation.start}
                  article={article}
                  row={row}
                  withSpeaker={false}
                  lit={row.quotation.start === lit}
                  onReveal={onReveal}
                />
              ))}
            </ul>
          </section>
        ))
      )}
    </div>
  );
}
