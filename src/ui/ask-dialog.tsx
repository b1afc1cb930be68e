import { Button } from './button.tsx';
import { Dialog } from './dialog.tsx';
import { t } from './text.ts';

interface AskDialogProps {
  readonly title: string;
  readonly text: string;
  /** What the button says that does it. */
  readonly yes: string;
  readonly onYes: () => void;
  readonly onNo: () => void;
}

/** Asks before something that cannot be undone. The focus is on the answer that changes nothing. */
export function AskDialog({ title, text, yes, onYes, onNo }: AskDialogProps) {
  return (
    <Dialog
      title={title}
      onClose={onNo}
      actions={
        <>
          <Button onClick={onNo}>{t('cancel')}</Button>
          <Button look="danger" onClick={onYes}>
            {yes}
          </Button>
        </>
      }
    >
      <p class="notice-text">{text}</p>
    </Dialog>
  );
}
