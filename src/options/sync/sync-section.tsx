import { useEffect, useRef, useState } from 'preact/hooks';
import { t } from '#ui/text.ts';
import { useKeptFocus } from '#ui/use-kept-focus.ts';
import { formAgain } from './first-form.ts';
import { ServerSetUp } from './server-set-up.tsx';
import { SyncOff } from './sync-off.tsx';
import { SyncOn } from './sync-on.tsx';
import { useSyncState } from './use-sync-state.ts';

/** Where the focus goes when what had it is gone: into a form that has just come, else to the first button. */
const homes = ['.sync-form .input', '.sync-home .button'];

/** What was done, in words. */
interface Said {
  readonly words: string | null;
  /** It is true only while a server is set up: with that it goes, whatever has ended it. */
  readonly isOfOn: boolean;
}

const nothingSaid: Said = { words: null, isOfOn: false };

/** One notebook on several machines: to set it up, to see how it stands, and to be rid of it. */
export function SyncSection() {
  const { value: state, refresh } = useSyncState();
  const [said, setSaid] = useState<Said>(nothingSaid);
  const [isAnew, setAnew] = useState(false);
  const place = useRef<HTMLDivElement>(null);
  useKeptFocus(place, homes);
  // What went well before is not to be read beside what has failed since.
  const failedAt = (state?.last?.problem ?? null) === null ? null : (state?.last?.at ?? null);
  useEffect(() => {
    if (failedAt !== null) setSaid(nothingSaid);
  }, [failedAt]);
  const onStarted = (): void => {
    setAnew(false);
    setSaid({ words: t('syncStarted'), isOfOn: true });
    refresh();
  };
  const server = state?.server ?? null;
  return (
    <div class="sync" ref={place}>
      <p class="sheet-text">{t('syncText')}</p>
      <p class="save-done sync-said" role="status">
        {server === null && said.isOfOn ? null : said.words}
      </p>
      {state === null ? null : server === null ? (
        <SyncOff onStarted={onStarted} onSaid={(words) => setSaid({ words, isOfOn: false })} />
      ) : isAnew ? (
        <ServerSetUp
          first={formAgain(server, state.devices)}
          onStarted={onStarted}
          onCancel={() => setAnew(false)}
        />
      ) : (
        <SyncOn
          state={state}
          database={server.database}
          onSaid={(words, isOfOn) => setSaid({ words, isOfOn })}
          onDone={refresh}
          onAnew={() => {
            setSaid(nothingSaid);
            setAnew(true);
          }}
        />
      )}
    </div>
  );
}
