import type { LastRun } from '#messaging/sync-protocol.ts';
import { Button } from '#ui/button.tsx';
import { t, tCount, tNumber } from '#ui/text.ts';

interface MuchQuestionProps {
  readonly much: NonNullable<LastRun['much']>;
  readonly isBusy: boolean;
  readonly onTake: () => void;
  readonly onNot: () => void;
}

/** Asks before a run that would change or delete much of the notebook. */
export function MuchQuestion({ much, isBusy, onTake, onNot }: MuchQuestionProps) {
  return (
    <div class="sync-problem sync-problem-bad">
      <p class="sync-problem-words">{tCount('syncMuch', much.all, tNumber(much.rewritten))}</p>
      <p>{t('syncMuchText')}</p>
      <div class="sheet-actions">
        <Button onClick={onNot} waiting={isBusy}>
          {t('syncMuchNot')}
        </Button>
        <Button look="danger" onClick={onTake} waiting={isBusy}>
          {t('syncMuchTake')}
        </Button>
      </div>
    </div>
  );
}
