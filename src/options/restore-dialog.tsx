import { useEffect, useState } from 'preact/hooks';
import { request } from '#messaging/client.ts';
import type { Difference, RestorePreview } from '#core/restore-preview.ts';
import type { BackupView } from '#messaging/library-protocol.ts';
import { Button } from '#ui/button.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { errorCode } from '#ui/failure-words.ts';
import { Segments } from '#ui/segments.tsx';
import { t, tCount, tNumber, tTime } from '#ui/text.ts';
import { TroubleLine } from '#ui/trouble-line.tsx';

type Mode = 'add' | 'replace';

interface RestoreDialogProps {
  readonly backup: BackupView;
  readonly onRestore: (mode: Mode) => void;
  readonly onCancel: () => void;
}

/** What a mode changes: adding leaves what is there, in the trash, too, and only passages are ever taken away. */
function changedBy(mode: Mode, difference: Difference, isPassages: boolean, trashed = 0): Difference {
  const { added } = difference;
  if (mode === 'add') return { added: added - trashed, changed: 0, removed: 0 };
  return isPassages ? difference : { ...difference, removed: 0 };
}

/** What bringing a backup back would change, before it is done, and how it is to be done. */
export function RestoreDialog({ backup, onRestore, onCancel }: RestoreDialogProps) {
  const [mode, setMode] = useState<Mode>('add');
  const [preview, setPreview] = useState<RestorePreview | null>(null);
  const [trouble, setTrouble] = useState<unknown>(null);
  useEffect(() => {
    request('backups.preview', { id: backup.id }).then(setPreview, setTrouble);
  }, [backup.id]);
  return (
    <Dialog
      title={t('restoreTitle', tTime(backup.at))}
      onClose={onCancel}
      actions={
        <>
          <Button onClick={onCancel}>{t('cancel')}</Button>
          <Button look="primary" disabled={preview === null} onClick={() => onRestore(mode)}>
            {t('restoreNow')}
          </Button>
        </>
      }
    >
      <Segments
        label={t('restoreMode')}
        choices={[
          { key: 'add', label: t('restoreAdd') },
          { key: 'replace', label: t('restoreReplace') },
        ]}
        current={mode}
        onChange={setMode}
      />
      <p class="notice-text">{mode === 'add' ? t('restoreAddText') : t('restoreReplaceText')}</p>
      {preview === null && trouble === null && <div class="loading" aria-busy="true" />}
      {preview !== null && preview.damaged > 0 && (
        <p class="trouble" role="alert">
          {tCount('restoreDamaged', preview.damaged)}
        </p>
      )}
      {preview !== null && <Figures preview={preview} mode={mode} />}
      {preview !== null && preview.trashed > 0 && mode === 'add' && (
        <p class="notice-text">{t('restoreTrashed')}</p>
      )}
      {trouble !== null && <TroubleLine code={errorCode(trouble)} />}
    </Dialog>
  );
}

function Figures({ preview, mode }: { readonly preview: RestorePreview; readonly mode: Mode }) {
  const rows = [
    { what: t('restorePassages'), ...changedBy(mode, preview.annotations, true, preview.trashed) },
    { what: t('navArticles'), ...changedBy(mode, preview.articles, false) },
    { what: t('navPeople'), ...changedBy(mode, preview.people, false) },
  ];
  // Who has deleted what the backup holds sees by the figures that adding brings none of it back.
  if (preview.trashed === 0 && rows.every(({ added, changed, removed }) => added + changed + removed === 0))
    return <p>{t('restoreNothing')}</p>;
  return (
    <table class="figures">
      <thead>
        <tr>
          <th scope="col">{t('restoreColumn')}</th>
          <th scope="col">{t('restoreAdded')}</th>
          <th scope="col">{t('restoreChanged')}</th>
          <th scope="col">{t('restoreRemoved')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ what, added, changed, removed }) => (
          <tr key={what}>
            <th scope="row">{what}</th>
            <td>{tNumber(added)}</td>
            <td>{tNumber(changed)}</td>
            <td>{tNumber(removed)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
