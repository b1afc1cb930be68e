import { addressParts } from '#core/sync/address-parts.ts';
import { Button } from '#ui/button.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { t } from '#ui/text.ts';

interface WipeCopyDialogProps {
  /** The database's address. */
  readonly database: string;
  readonly onWipe: () => void;
  readonly onCancel: () => void;
}

/** Before the server's copy is wiped: what goes, and what every device keeps. */
export function WipeCopyDialog({ database, onWipe, onCancel }: WipeCopyDialogProps) {
  const { host, name } = addressParts(database);
  return (
    <Dialog
      title={t('syncWipeTitle')}
      onClose={onCancel}
      actions={
        <>
          <Button onClick={onCancel}>{t('cancel')}</Button>
          <Button look="danger" onClick={onWipe}>
            {t('syncWipe')}
          </Button>
        </>
      }
    >
      <ul class="wipe-list">
        <li>{t('syncWipeServer', name, host)}</li>
        <li>{t('syncWipeHere')}</li>
        <li>{t('syncWipeOthers')}</li>
      </ul>
    </Dialog>
  );
}
