import { useState } from 'preact/hooks';
import type { SyncState } from '#messaging/sync-protocol.ts';
import { AskDialog } from '#ui/ask-dialog.tsx';
import { Button } from '#ui/button.tsx';
import { errorCode } from '#ui/failure-words.ts';
import { t } from '#ui/text.ts';
import { TroubleLine } from '#ui/trouble-line.tsx';
import { CodeDialog } from './code-dialog.tsx';
import { DeviceList } from './device-list.tsx';
import { RunAnswer } from './run-answer.tsx';
import { SyncFigures } from './sync-figures.tsx';
import { useSyncDeeds } from './use-sync-deeds.ts';
import { WipeCopyDialog } from './wipe-copy-dialog.tsx';

interface SyncOnProps {
  readonly state: SyncState;
  /** The database's address. */
  readonly database: string;
  /** Says in the section's own place what was done, and whether that is true only while a server is set up. */
  readonly onSaid: (words: string | null, isOfOn: boolean) => void;
  readonly onDone: () => void;
  /** The server is to be set up anew. */
  readonly onAnew: () => void;
}

/** How sync stands where a server is set up, and what can be done about it. */
export function SyncOn({ state, database, onSaid, onDone, onAnew }: SyncOnProps) {
  const deeds = useSyncDeeds(database, onSaid, onDone);
  const [asked, setAsked] = useState<'stop' | 'wipe' | null>(null);
  const isBusy = deeds.doing !== null;
  const isRunning = deeds.doing === 'run' || state.isRunning;
  const answer = (deed: () => void): void => {
    setAsked(null);
    deed();
  };
  return (
    <>
      <SyncFigures state={state} database={database} />
      <RunAnswer state={state} database={database} deeds={deeds} onAnew={onAnew} />
      <div class="sheet-actions sync-home">
        <Button look="primary" waiting={isBusy || isRunning} onClick={deeds.run}>
          {isRunning ? t('syncRunning') : t('syncNow')}
        </Button>
        <Button waiting={isBusy} onClick={deeds.showCode}>
          {t('syncCodeShow')}
        </Button>
      </div>
      <DeviceList devices={state.devices} />
      <div class="sheet-actions">
        <Button waiting={isBusy} onClick={() => setAsked('stop')}>
          {t('syncStop')}
        </Button>
        <Button look="danger" icon="trash" waiting={isBusy} onClick={() => setAsked('wipe')}>
          {deeds.doing === 'wipe' ? t('syncWiping') : t('syncWipe')}
        </Button>
      </div>
      {deeds.trouble !== null && <TroubleLine code={errorCode(deeds.trouble)} />}
      {deeds.code !== null && <CodeDialog code={deeds.code} onClose={deeds.hideCode} />}
      {asked === 'stop' && (
        <AskDialog
          title={t('syncStopTitle')}
          text={t('syncStopText')}
          yes={t('syncStop')}
          onNo={() => setAsked(null)}
          onYes={() => answer(deeds.stop)}
        />
      )}
      {asked === 'wipe' && (
        <WipeCopyDialog
          database={database}
          onCancel={() => setAsked(null)}
          onWipe={() => answer(deeds.wipe)}
        />
      )}
    </>
  );
}
