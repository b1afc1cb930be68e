import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import browser from 'webextension-polyfill';
import { onRevision } from '#messaging/client.ts';
import { IconButton } from '#ui/button.tsx';
import { importPort } from '#messaging/import-port.ts';
import { ExportButton } from '#ui/export/export-button.tsx';
import { errorCode } from '#ui/failure-words.ts';
import { ImportButton } from '#ui/import/import-button.tsx';
import { ImportLeft } from '#ui/import/import-left.tsx';
import { Masthead } from '#ui/masthead.tsx';
import { SearchField } from '#ui/search-field.tsx';
import { t } from '#ui/text.ts';
import { Toast } from '#ui/toast.tsx';
import { useKeptFocus } from '#ui/use-kept-focus.ts';
import { changeWords } from '#ui/history/change-words.ts';
import { TroubleLine } from '#ui/trouble-line.tsx';
import { BacklogLine } from './backlog-line.tsx';
import { createDeeds, type Deeds } from './deeds.ts';
import { exportScopes } from './export-scopes.ts';
import { KeysDialog } from './keys-dialog.tsx';
import { LibraryNav } from './library-nav.tsx';
import type { Route } from './route.ts';
import { RouteView } from './route-view.tsx';
import { StorageNotice } from './storage-notice.tsx';
import { SyncNotice } from './sync-notice.tsx';
import { useLedgerOn } from './use-ledger-on.ts';
import { useLibraryKeys } from './use-library-keys.ts';
import { WorkLine } from './work-line.tsx';
import { goTo, useRoute } from './use-route.ts';

/**
 * Where the focus goes when its control is gone: to the way back, else into the list, else to the tab. The search comes last, since in
 * a field Ctrl+Z and the other keys are the field's own.
 */
const homes = ['.toast button', '.feed-row', '.library-link[aria-current]', '.search-input'];

/** What is searched for there; nothing, where it is no search. */
function searchOf(route: Route): Omit<Extract<Route, { view: 'search' }>, 'view'> {
  return route.view === 'search' ? route : { query: '', filter: {} };
}

/** Looks at every change, from wherever it comes, whether it can still be undone. */
function useCheckedDeeds(deeds: Deeds): void {
  useEffect(() => {
    const controller = new AbortController();
    onRevision(deeds.check, controller.signal);
    return () => controller.abort();
  }, [deeds]);
}

/** The library: everything kept, article by article and person by person, to search, edit, delete and take out. */
export function LibraryView() {
  const route = useRoute();
  const deeds = useMemo(() => createDeeds(changeWords), []);
  const hasLedger = useLedgerOn();
  useCheckedDeeds(deeds);
  const [keysShown, setKeysShown] = useState(false);
  const sheet = useRef<HTMLDivElement>(null);
  const field = useRef<HTMLInputElement>(null);
  useKeptFocus(sheet, homes);
  useLibraryKeys({
    undo: deeds.undo,
    redo: deeds.redo,
    search: () => field.current?.focus(),
    help: () => setKeysShown(true),
    firstRow: () => sheet.current?.querySelector<HTMLElement>('.feed-row')?.focus(),
  });

  const { query, filter, order } = searchOf(route);
  const onQuery = (next: string): void => {
    if (next === '' && Object.keys(filter).length === 0) goTo({ view: 'articles' });
    else goTo({ view: 'search', query: next, filter, order }, route.view === 'search' ? 'replace' : 'push');
  };
  const trouble = deeds.trouble.value;
  const last = deeds.last.value;
  return (
    <div class="sheet library" ref={sheet}>
      <Masthead title={t('library')}>
        <div class="library-tools">
          <SearchField query={query} onInput={onQuery} fieldRef={field} />
          <span class="library-icons">
            <IconButton icon="keys" label={t('keysOpen')} onClick={() => setKeysShown(true)} />
            <IconButton
              icon="settings"
              label={t('options')}
              onClick={() => void browser.runtime.openOptionsPage()}
            />
          </span>
          <ImportButton port={importPort} />
          <ExportButton scopes={exportScopes(route, hasLedger)} />
        </div>
      </Masthead>
      <StorageNotice deeds={deeds} />
      <SyncNotice />
      <ImportLeft port={importPort} />
      <BacklogLine />
      <LibraryNav view={route.view} />
      <main>
        <RouteView route={route} deeds={deeds} />
      </main>
      {trouble !== null && <TroubleLine code={errorCode(trouble)} />}
      {keysShown && <KeysDialog onClose={() => setKeysShown(false)} />}
      <WorkLine work={deeds.work} />
      <Toast
        text={last?.words ?? null}
        onUndo={last?.number === null ? undefined : deeds.undo}
        onRedo={last?.undone === undefined ? undefined : deeds.redo}
      />
    </div>
  );
}
