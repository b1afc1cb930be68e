import { useId } from 'preact/hooks';
import { Button } from '#ui/button.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { t } from '#ui/text.ts';
import { CopyButton } from './copy-button.tsx';
import { QrPicture } from './qr-picture.tsx';

interface CodeDialogProps {
  readonly code: string;
  readonly onClose: () => void;
}

/** The setup code for another machine, to be copied or read off the screen. */
export function CodeDialog({ code, onClose }: CodeDialogProps) {
  const id = useId();
  return (
    <Dialog
      title={t('syncCode')}
      onClose={onClose}
      actions={
        <>
          <CopyButton text={code} />
          <Button look="primary" onClick={onClose}>
            {t('done')}
          </Button>
        </>
      }
    >
      <p class="notice-text" id={id}>
        {t('syncCodeText')}
      </p>
      <QrPicture text={code} label={t('syncCodePicture')} />
      <input
        type="text"
        class="input code-field"
        dir="ltr"
        readOnly
        spellcheck={false}
        value={code}
        aria-label={t('syncCode')}
        aria-describedby={id}
        onFocus={(event) => event.currentTarget.select()}
      />
    </Dialog>
  );
}
