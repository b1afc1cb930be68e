import { useState } from 'preact/hooks';
import type { SyncState } from '#messaging/sync-protocol.ts';
import { Button } from '#ui/button.tsx';
import { t, tCount } from '#ui/text.ts';
import { MuchQuestion } from './much-question.tsx';
import { ProblemNotice } from './problem-notice.tsx';
import type { SyncDeeds } from './use-sync-deeds.ts';

interface RunAnswerProps {
  readonly state: SyncState;
  readonly database: string;
  readonly deeds: SyncDeeds;
  /** The server is to be set up anew. */
  readonly onAnew: () => void;
}

/** Problems that another password, passphrase or database may end. */
const endedAnew = new Set([
  'refused',
  'wrong-passphrase',
  'wiped',
  'other-notebook',
  'no-database',
  'not-a-notebook',
]);

/** What the last run has left to say: a question, a problem, or entries that could not be read or sent. Nothing when all is well. */
export function RunAnswer({ state, database, deeds, onAnew }: RunAnswerProps) {
  const { last, next } = state;
  // Of a run, which is told by its time: the next one asks again.
  const [putOff, setPutOff] = useState<string | null>(null);
  const problem = deeds.problem ?? last?.problem ?? null;
  const isBusy = deeds.doing !== null || state.isRunning;
  const isAsked = problem === 'too-much' && last !== null && last.much !== null;
  return (
    <div role="status" class="sync-answer">
      {problem === null || (isAsked && putOff === last.at) ? null : isAsked && last.much !== null ? (
        <MuchQuestion
          much={last.much}
          isBusy={isBusy}
          onTake={deeds.takeMuch}
          onNot={() => setPutOff(last.at)}
        />
      ) : (
        <ProblemNotice
          problem={problem}
          database={database}
          isRetried={next !== null}
          isGone={problem === 'no-database'}
          actions={
            problem === 'no-access' || problem === 'denied' ? (
              <Button onClick={deeds.allow} waiting={isBusy}>
                {t('syncAllow')}
              </Button>
            ) : endedAnew.has(problem) ? (
              <Button onClick={onAnew} waiting={isBusy}>
                {t('syncAnew')}
              </Button>
            ) : undefined
          }
        />
      )}
      {last !== null && last.unreadable > 0 && <p>{tCount('syncUnreadable', last.unreadable)}</p>}
      {last !== null && last.refused > 0 && <p>{tCount('syncRefused', last.refused)}</p>}
    </div>
  );
}
