import { Button } from './button.tsx';
import { failureWords } from './failure-words.ts';
import type { SaveState } from './autosave.ts';
import { t } from './text.ts';

interface SaveLineProps {
  readonly state: SaveState;
  readonly failure: string | null;
  readonly onRetry: () => void;
}

/** Whether what was typed is kept, said only when it is true. What is kept for later is tried again without the reader. */
export function SaveLine({ state, failure, onRetry }: SaveLineProps) {
  return (
    <div class="save-line" role="status">
      {(state === 'saving' || state === 'unsaved') && <span class="save-busy">{t('saving')}</span>}
      {state === 'saved' && <span class="save-done">{t('saved')}</span>}
      {state === 'failed' && (
        <div class="save-failed">
          <span>
            {t('saveFailed')} {failureWords(failure)}
          </span>
          {failure !== 'kept-for-later' && (
            <Button look="danger" onClick={onRetry}>
              {t('tryAgain')}
            </Button>
          )}
        </div>
      )}
    </div>
  );
}
