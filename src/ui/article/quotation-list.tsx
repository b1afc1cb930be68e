import { Icon } from '#ui/icon.tsx';
import { t, tCount } from '#ui/text.ts';
import type { SpeakerGroup } from './group-by-speaker.ts';

interface QuotationListProps {
  readonly groups: readonly SpeakerGroup[];
  /** The quotation that begins at this offset of the article's text was chosen. */
  readonly onReveal: (start: number) => void;
}

/** The article's quotations under the names of those who speak. */
export function QuotationList({ groups, onReveal }: QuotationListProps) {
  return (
    <div class="groups">
      {groups.map(({ speaker, rows }) => (
        <section key={speaker ?? ''} class="group">
          <div class="group-head">
            <h3 class="group-name" dir="auto">
              {speaker ?? t('speakerUnknown')}
            </h3>
            {rows.length > 1 && <span class="group-count">{tCount('quotationCount', rows.length)}</span>}
          </div>
          <ul class="rows">
            {rows.map(({ quotation, record }) => (
              <li key={quotation.start}>
                <button type="button" class="row" onClick={() => onReveal(quotation.start)}>
                  <span class="words words-row" dir="auto">
                    {quotation.exact}
                  </span>
                  {record !== null && (
                    <span class="row-kept">
                      <Icon name="keep" filled />
                      {t('kept')}
                    </span>
                  )}
                </button>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
