import { Button } from './button.tsx';
import { t } from './text.ts';

interface ToastProps {
  /** What was done. Null shows nothing; the live region stays, so that the next words are spoken. */
  readonly text: string | null;
  readonly onUndo?: (() => void) | undefined;
}

/** Says what was done, and takes it back. */
export function Toast({ text, onUndo }: ToastProps) {
  return (
    <div class="toast-place" role="status">
      {text !== null && (
        <div class="toast">
          <span>{text}</span>
          {onUndo !== undefined && (
            <Button look="quiet" icon="undo" onClick={onUndo}>
              {t('undo')}
            </Button>
          )}
        </div>
      )}
    </div>
  );
}
