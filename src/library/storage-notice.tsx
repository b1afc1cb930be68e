import type { ComponentChildren } from 'preact';
import { onRevision, request } from '#messaging/client.ts';
import type { StorageState } from '#messaging/library-protocol.ts';
import { asideFile } from '#messaging/aside-file.ts';
import { exportPort } from '#messaging/export-port.ts';
import { noteSaved } from '#messaging/note-saved.ts';
import { AsideLine } from '#ui/aside-line.tsx';
import { Button } from '#ui/button.tsx';
import { download } from '#ui/download.ts';
import { everythingFile } from '#ui/export/everything-file.ts';
import { failureWords } from '#ui/failure-words.ts';
import { t, tCount, tDate } from '#ui/text.ts';
import { useFollowed } from '#ui/use-followed.ts';
import type { Deeds } from './deeds.ts';

/** What the reader must know of the store, at the head of the library, with the one button that helps. Nothing while all is well. */
export function StorageNotice({ deeds }: { readonly deeds: Deeds }) {
  const { value: state, refresh } = useFollowed(() => request('storage.state', null), onRevision);
  if (state === null) return null;
  const save = (
    <Button
      icon="export"
      onClick={() =>
        deeds.runLong({
          doing: t('doingExport'),
          start: () => everythingFile(exportPort(null)).then(noteSaved),
          words: (file) => {
            download(file);
            refresh();
            return t('savedFileWords');
          },
          changes: false,
        })
      }
    >
      {t('saveFile')}
    </Button>
  );
  if (state.state === 'evicted') return <Evicted state={state} deeds={deeds} />;
  if (state.state === 'read-only')
    return (
      <StateBar title={t('readOnlyTitle')} action={save} isBad>
        {failureWords(state.error)}
      </StateBar>
    );
  if (state.state === 'unavailable')
    return (
      <StateBar
        title={t('unavailableTitle')}
        action={<Button onClick={() => location.reload()}>{t('tryAgain')}</Button>}
        isBad
      >
        {failureWords(state.error)}
      </StateBar>
    );
  if (state.isNearlyFull)
    return (
      <StateBar title={t('nearlyFullTitle')} action={save} isBad>
        {t('nearlyFullText')}
      </StateBar>
    );
  return (
    <>
      {state.remindToSave && <StateBar action={save}>{t('remindText')}</StateBar>}
      <AsideLine count={state.aside} onSave={() => deeds.attempt(asideFile().then(download))} />
    </>
  );
}

function Evicted({ state, deeds }: { readonly state: StorageState; readonly deeds: Deeds }) {
  const newest = state.backups.find(({ annotations }) => annotations > 0);
  if (newest === undefined)
    return (
      <StateBar title={t('evictedTitle')} isBad>
        {t('evictedNoBackup')}
      </StateBar>
    );
  const restore = (): void =>
    deeds.runLong({
      doing: t('doingRestore'),
      start: () => request('backups.restore', { id: newest.id, mode: 'add' }),
      words: () => t('evictedRestored'),
      changes: false,
    });
  return (
    <StateBar
      title={t('evictedTitle')}
      action={
        <Button look="primary" onClick={restore}>
          {t('evictedRestore')}
        </Button>
      }
      isBad
    >
      {t('evictedText', tDate(newest.at), tCount('passageCount', newest.annotations))}
    </StateBar>
  );
}

interface StateBarProps {
  readonly title?: string;
  readonly children: ComponentChildren;
  readonly action?: ComponentChildren;
  readonly isBad?: boolean;
}

function StateBar({ title, children, action, isBad = false }: StateBarProps) {
  return (
    <section
      class={isBad ? 'state-bar state-bad' : 'state-bar'}
      role={isBad ? 'alert' : undefined}
      aria-label={isBad ? undefined : t('backupsTitle')}
    >
      <div class="state-words">
        {title !== undefined && <h2>{title}</h2>}
        <p>{children}</p>
      </div>
      {action}
    </section>
  );
}
