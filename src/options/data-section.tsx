import { useState } from 'preact/hooks';
import browser from 'webextension-polyfill';
import { onRevision, request } from '#messaging/client.ts';
import { asideFile } from '#messaging/aside-file.ts';
import { exportPort } from '#messaging/export-port.ts';
import { importPort } from '#messaging/import-port.ts';
import { noteSaved } from '#messaging/note-saved.ts';
import { AsideLine } from '#ui/aside-line.tsx';
import { Button } from '#ui/button.tsx';
import { download } from '#ui/download.ts';
import { everythingFile } from '#ui/export/everything-file.ts';
import { ExportButton } from '#ui/export/export-button.tsx';
import type { ExportedFile } from '#ui/export/exported-file.ts';
import { errorCode } from '#ui/failure-words.ts';
import { ImportButton } from '#ui/import/import-button.tsx';
import { ImportLeft } from '#ui/import/import-left.tsx';
import { SkippedLine } from '#ui/skipped-line.tsx';
import { t } from '#ui/text.ts';
import { useFollowed } from '#ui/use-followed.ts';
import { TroubleLine } from '#ui/trouble-line.tsx';
import { BackupList } from './backup-list.tsx';
import { StorageFigures } from './storage-figures.tsx';
import { WipeOffer } from './wipe-offer.tsx';

/** Where what is kept lies, how to take it out, and how to be rid of it. */
export function DataSection() {
  const [trouble, setTrouble] = useState<unknown>(null);
  const [skipped, setSkipped] = useState(0);
  const { value: state, refresh } = useFollowed(() => request('storage.state', null), onRevision);
  const take = (file: ExportedFile): void => {
    download(file);
    setSkipped(file.skipped);
  };
  const save = (): void => {
    setTrouble(null);
    everythingFile(exportPort(null))
      .then(noteSaved)
      .then((file) => {
        take(file);
        refresh();
      })
      .catch(setTrouble);
  };
  return (
    <>
      <p class="sheet-text">{t('optionsDataText')}</p>
      <div class="sheet-actions">
        <Button
          icon="library"
          onClick={() =>
            void browser.tabs.create({ url: browser.runtime.getURL('src/library/library.html') })
          }
        >
          {t('openLibrary')}
        </Button>
        <ImportButton port={importPort} />
        <ExportButton scopes={[{ label: t('exportEverything'), title: '', port: exportPort(null) }]} />
      </div>
      <ImportLeft port={importPort} />
      {state !== null && (
        <>
          {state.remindToSave && (
            <div class="reminder">
              <p>{t('remindText')}</p>
              <Button icon="export" onClick={save}>
                {t('saveFile')}
              </Button>
            </div>
          )}
          <AsideLine
            count={state.aside}
            onSave={() => {
              setTrouble(null);
              asideFile().then(download).catch(setTrouble);
            }}
          />
          <StorageFigures state={state} />
          <BackupList backups={state.backups} onChange={refresh} />
          <WipeOffer state={state} onSave={save} onWiped={refresh} />
        </>
      )}
      <SkippedLine skipped={skipped} />
      {trouble !== null && <TroubleLine code={errorCode(trouble)} />}
    </>
  );
}
