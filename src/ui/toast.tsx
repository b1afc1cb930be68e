import { Button } from './button.tsx';
import { t } from './text.ts';

interface ToastProps {
  /** What was done. Null shows nothing; the live region stays, so that the next words are spoken. */
  readonly text: string | null;
  readonly onUndo?: (() => void) | undefined;
  readonly onRedo?: (() => void) | undefined;
}

/** Says what was done, and takes it back or makes it again. */
export function Toast({ text, onUndo, onRedo }: ToastProps) {
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
          {onRedo !== undefined && (
            <Button look="quiet" onClick={onRedo}>
              {t('redo')}
            </Button>
          )}
        </div>
      )}
    </div>
  );
}
