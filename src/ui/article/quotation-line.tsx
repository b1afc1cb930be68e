import { useLayoutEffect, useRef } from 'preact/hooks';
import { styleOf } from '#core/annotation-edit.ts';
import type { CitedArticle } from '#core/export/plain-text.ts';
import { MarkStyleBadge } from '#ui/mark-style-badge.tsx';
import { DragPlace } from '#ui/drag-handle.tsx';
import { Icon } from '#ui/icon.tsx';
import { StatusBadge } from '#ui/status-badge.tsx';
import { t } from '#ui/text.ts';
import type { ArticleOnPage } from './article-state.ts';
import { type QuotationRow, speakerOf } from './group-by-speaker.ts';
import { rowPassage } from './row-passage.ts';

interface QuotationLineProps {
  readonly article: ArticleOnPage;
  readonly row: QuotationRow;
  /** Whether who speaks stands above the words. */
  readonly withSpeaker: boolean;
  /** The reader's eye is on it, on the page. */
  readonly lit: boolean;
  readonly onReveal: (start: number) => void;
}

/** Whether who speaks, or what is said, is the reader's word and not the machine's. */
const isReaders = ({ quotation, record }: QuotationRow): boolean =>
  record?.quotation?.status === 'corrected' ||
  (record === null && quotation.speaker?.person !== null && quotation.speaker?.detected !== undefined);

/** One quotation of the article: a button that leads to it. */
export function QuotationLine({ article, row, withSpeaker, lit, onReveal }: QuotationLineProps) {
  const { quotation, record } = row;
  const line = useRef<HTMLLIElement>(null);
  useLayoutEffect(() => {
    // Whoever points into the list or works in it by key is not moved away from there.
    const list = line.current?.closest('.groups');
    if (lit && list?.matches(':hover, :focus-within') === false)
      line.current?.scrollIntoView({ block: 'nearest' });
  }, [lit]);
  return (
    <li ref={line} class={lit ? 'lit' : undefined}>
      <DragPlace annotation={rowPassage(row, article)} article={cited(article)}>
        <button
          type="button"
          class="row"
          aria-current={lit ? 'location' : undefined}
          onClick={() => onReveal(quotation.start)}
        >
          {withSpeaker && (
            <span class="row-speaker" dir="auto">
              {speakerOf(row) ?? t('speakerUnknown')}
            </span>
          )}
          <span class="words words-row" dir="auto">
            {quotation.exact}
          </span>
          {isReaders(row) && <StatusBadge status="corrected" />}
          {record !== null && (
            <span class="row-kept">
              <Icon name="keep" filled />
              {t('kept')}
              <MarkStyleBadge style={styleOf(record)} />
            </span>
          )}
        </button>
      </DragPlace>
    </li>
  );
}

/** What the page's article is cited by: its newspaper and day are not told here. */
const cited = ({ title }: ArticleOnPage): CitedArticle => ({ title, outlet: null, published: null });
