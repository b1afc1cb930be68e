import type { Decision } from '#core/decision.ts';
import { Button } from '#ui/button.tsx';
import { t } from '#ui/text.ts';

interface DecidedListProps {
  readonly decisions: readonly Decision[];
  readonly onTakeBack: (decision: Decision) => void;
}

function decisionWords({ kind, about, value }: Decision): string {
  if (kind === 'not-a-person') return t('saidNobody', about);
  if (kind === 'same-person') return t('saidSame', about, value ?? '');
  if (kind === 'speaker') return t('saidSpeaker', about, value ?? t('speakerNobody'));
  return t('inQuotes', about);
}

/** What the reader has said of this article's names, in place of the machine, each with its way back. */
export function DecidedList({ decisions, onTakeBack }: DecidedListProps) {
  if (decisions.length === 0) return null;
  return (
    <section class="tray decided">
      <h3 class="section-title">{t('yourWord')}</h3>
      <ul class="rows">
        {decisions.map((decision) => (
          <li key={`${decision.kind} ${decision.about}`} class="decided-row">
            <span dir="auto">{decisionWords(decision)}</span>
            <Button look="quiet" icon="undo" onClick={() => onTakeBack(decision)}>
              {t('undo')}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
