import type { Annotation } from '#core/annotation.ts';
import { t } from '#ui/text.ts';
import { LostRow } from './lost-row.tsx';
import { SavedRow } from './saved-row.tsx';
import type { FoundAs } from './article-state.ts';

interface SavedListProps {
  readonly saved: readonly Annotation[];
  readonly title: string;
  readonly outcomes: readonly { readonly id: string; readonly outcome: FoundAs }[];
  readonly onReveal: (id: string) => void;
  /** Leads to where a lost passage may have stood. Answers whether there is such a place. */
  readonly onSeek: (id: string) => Promise<boolean>;
  /** A passage that was refused is a quotation after all. */
  readonly onAccept: (record: Annotation) => void;
}

/**
 * What the reader keeps of this article. What no longer stands on the page has a tray of its own below, with its words, and
 * leads nowhere unless the reader asks for a place that is only possible.
 */
export function SavedList({ saved, title, outcomes, onReveal, onSeek, onAccept }: SavedListProps) {
  const outcomeOf = new Map(outcomes.map(({ id, outcome }) => [id, outcome]));
  const isLost = ({ id }: Annotation): boolean => outcomeOf.get(id) === 'not-found';
  const standing = saved.filter((record) => !isLost(record));
  const lost = saved.filter(isLost);
  return (
    <>
      <ul class="rows">
        {standing.map((record) => (
          <li key={record.id}>
            <SavedRow
              record={record}
              article={{ title, outlet: null, published: null }}
              outcome={outcomeOf.get(record.id) ?? 'exact'}
              onAccept={() => onAccept(record)}
              onOpen={() => onReveal(record.id)}
            />
          </li>
        ))}
      </ul>
      {lost.length > 0 && (
        <section class="tray">
          <h3 class="section-title">{t('outcomeNotFound')}</h3>
          <p class="quiet-line">{t('notFoundText')}</p>
          <ul class="rows">
            {lost.map((record) => (
              <li key={record.id}>
                <LostRow record={record} onSeek={() => onSeek(record.id)} onAccept={() => onAccept(record)} />
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
