import { useState } from 'preact/hooks';
import { request } from '#messaging/client.ts';
import type { BackupView } from '#messaging/library-protocol.ts';
import { Button } from '#ui/button.tsx';
import { errorCode } from '#ui/failure-words.ts';
import { t, tBytes, tCount, tTime } from '#ui/text.ts';
import { TroubleLine } from '#ui/trouble-line.tsx';
import { RestoreDialog } from './restore-dialog.tsx';

interface BackupListProps {
  readonly backups: readonly BackupView[];
  readonly onChange: () => void;
}

/** The backups of the last days, to make one more and to bring one back. */
export function BackupList({ backups, onChange }: BackupListProps) {
  const [chosen, setChosen] = useState<BackupView | null>(null);
  const [busy, setBusy] = useState(false);
  const [said, setSaid] = useState<string | null>(null);
  const [trouble, setTrouble] = useState<unknown>(null);
  const attempt = (doing: Promise<string>): void => {
    setBusy(true);
    setTrouble(null);
    setSaid(null);
    doing
      .then(setSaid)
      .catch(setTrouble)
      .finally(() => {
        setBusy(false);
        onChange();
      });
  };
  return (
    <>
      <h3>{t('backupsTitle')}</h3>
      <p class="sheet-text">{t('backupsText')}</p>
      {backups.length === 0 ? (
        <p class="sheet-text">{t('backupsNone')}</p>
      ) : (
        <ul class="rows">
          {backups.map((backup) => (
            <li key={backup.id} class="backup-row">
              <span class="backup-time">{tTime(backup.at)}</span>
              <span class="backup-about">
                {`${tCount('backupHolds', backup.annotations)} · ${tBytes(backup.size)}`}
              </span>
              <Button
                look="quiet"
                label={t('backupRestoreOf', tTime(backup.at))}
                disabled={busy}
                onClick={() => setChosen(backup)}
              >
                {t('backupRestore')}
              </Button>
            </li>
          ))}
        </ul>
      )}
      <div class="sheet-actions">
        <Button
          disabled={busy}
          onClick={() => attempt(request('backups.make', null).then(() => t('backupMade')))}
        >
          {t('backupMake')}
        </Button>
      </div>
      <p class="save-done" role="status">
        {said}
      </p>
      {trouble !== null && <TroubleLine code={errorCode(trouble)} />}
      {chosen !== null && (
        <RestoreDialog
          backup={chosen}
          onCancel={() => setChosen(null)}
          onRestore={(mode) => {
            setChosen(null);
            const restored = request('backups.restore', { id: chosen.id, mode }, restorePatience);
            attempt(restored.then(restoredWords));
          }}
        />
      )}
    </>
  );
}

/** What has come back, and that not all of it could. */
function restoredWords({ damaged }: { readonly damaged: number }): string {
  return damaged === 0 ? t('restored') : `${t('restored')} ${tCount('restoreDamaged', damaged)}`;
}

/** How long a restore may take, in ms. */
const restorePatience = 30 * 60_000;
