import { useState } from 'preact/hooks';
import { onRevision, request } from '#messaging/client.ts';
import type { StorageState } from '#messaging/library-protocol.ts';
import { AskDialog } from '#ui/ask-dialog.tsx';
import { Button } from '#ui/button.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { t, tCount } from '#ui/text.ts';
import { useFollowed } from '#ui/use-followed.ts';
import { SwitchRow } from './switch-row.tsx';

interface WipeDialogProps {
  readonly state: StorageState;
  /** Saves all that is kept in a file. */
  readonly onSave: () => void;
  readonly onWipe: (withBackups: boolean) => void;
  readonly onCancel: () => void;
}

/** Before everything is wiped: what goes and what stays, a file to be saved first, and then the question once more. */
export function WipeDialog({ state, onSave, onWipe, onCancel }: WipeDialogProps) {
  const [withBackups, setWithBackups] = useState(false);
  const [isSure, setSure] = useState(false);
  const { backups } = state;
  const { value: kept } = useFollowed(() => request('storage.kept', null), onRevision);
  const { value: sync } = useFollowed(() => request('sync.state', null), onRevision);
  if (isSure)
    return (
      <AskDialog
        key="sure"
        title={t('wipeSure')}
        text={withBackups ? t('wipeSureAll') : t('wipeSureKept')}
        yes={t('wipe')}
        onNo={onCancel}
        onYes={() => onWipe(withBackups)}
      />
    );
  return (
    <Dialog
      key="what"
      title={t('wipeTitle')}
      onClose={onCancel}
      actions={
        <>
          <Button onClick={onCancel}>{t('cancel')}</Button>
          <Button onClick={() => setSure(true)}>{t('wipeGoOn')}</Button>
        </>
      }
    >
      <ul class="wipe-list">
        <li>{kept === null ? t('exportEverything') : tCount('wipeKept', kept)}</li>
        <li>{t('wipeBeside')}</li>
        <li>{t('wipeSettings')}</li>
      </ul>
      <p class="notice-text">{t('wipeStays')}</p>
      {(sync?.server ?? null) !== null && <p class="notice-text">{t('wipeSync')}</p>}
      {backups.length > 0 && (
        <SwitchRow
          title={tCount('wipeBackups', backups.length)}
          text={t('wipeBackupsText')}
          checked={withBackups}
          onChange={setWithBackups}
        />
      )}
      {kept !== 0 && (
        <div class="sheet-actions">
          <Button look="quiet" icon="export" onClick={onSave}>
            {t('wipeSave')}
          </Button>
        </div>
      )}
    </Dialog>
  );
}
