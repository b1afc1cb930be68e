import type { ComponentChildren } from 'preact';
import { addressParts } from '#core/sync/address-parts.ts';
import { needsReader } from '#core/sync/needs-reader.ts';
import type { SyncProblem } from '#core/sync/sync-problem.ts';
import { syncProblemWords } from '#ui/sync-problem-words.ts';
import { t } from '#ui/text.ts';
import { CorsLines } from './cors-lines.tsx';

interface ProblemNoticeProps {
  /** `denied`: the reader has not let us talk to the server. */
  readonly problem: SyncProblem | 'denied';
  /** The database's address. */
  readonly database: string;
  /** The buttons that help. */
  readonly actions?: ComponentChildren;
  /** Whether it is tried again without the reader. */
  readonly isRetried?: boolean;
  /** Whether there was a copy that is not there any more. */
  readonly isGone?: boolean;
}

/** Problems of which the browser itself tells more, when it is led there. */
const seenInTab = new Set<SyncProblem | 'denied'>([
  'unreachable',
  'no-safe-connection',
  'timeout',
  'not-couchdb',
  'moved',
]);

/** Why a server cannot be used, in a sentence, and what helps. */
export function ProblemNotice(props: ProblemNoticeProps) {
  const { problem, database, actions, isRetried = false, isGone = false } = props;
  const { server, host } = addressParts(database);
  const isCalm = problem === 'denied' || (isRetried && !needsReader(problem));
  return (
    <div class={isCalm ? 'sync-problem' : 'sync-problem sync-problem-bad'}>
      <p class="sync-problem-words">
        {problem === 'denied' ? t('syncDenied', host) : syncProblemWords(problem, database)}
      </p>
      {isGone && <p>{t('syncWiped')}</p>}
      {problem === 'cors' && <CorsLines />}
      {seenInTab.has(problem) && (
        <p>
          <a href={`${server}/`} target="_blank" rel="noopener noreferrer">
            {t('syncOpenAddress')}
          </a>
        </p>
      )}
      {actions !== undefined && <div class="sheet-actions">{actions}</div>}
    </div>
  );
}
