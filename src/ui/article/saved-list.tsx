import type { Annotation } from '#core/annotation.ts';
import { SavedRow } from './saved-row.tsx';
import type { FoundAs } from './article-state.ts';

interface SavedListProps {
  readonly saved: readonly Annotation[];
  readonly outcomes: readonly { readonly id: string; readonly outcome: FoundAs }[];
  readonly onReveal: (id: string) => void;
  /** A passage that was refused is a quotation after all. */
  readonly onAccept: (record: Annotation) => void;
}

/** What the reader keeps of this article. What no longer stands on the page is listed with its words, but leads nowhere. */
export function SavedList({ saved, outcomes, onReveal, onAccept }: SavedListProps) {
  const outcomeOf = new Map(outcomes.map(({ id, outcome }) => [id, outcome]));
  return (
    <ul class="rows">
      {saved.map((record) => {
        const outcome = outcomeOf.get(record.id) ?? 'exact';
        return (
          <li key={record.id}>
            <SavedRow
              record={record}
              outcome={outcome}
              onAccept={() => onAccept(record)}
              onOpen={outcome === 'not-found' ? undefined : () => onReveal(record.id)}
            />
          </li>
        );
      })}
    </ul>
  );
}
