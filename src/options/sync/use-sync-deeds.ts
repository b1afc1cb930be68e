import { useState } from 'preact/hooks';
import { originPattern } from '#core/sync/database-address.ts';
import type { SyncProblem } from '#core/sync/sync-problem.ts';
import { requestServerAccess } from '#messaging/server-access.ts';
import { request } from '#messaging/client.ts';
import type { LastRun } from '#messaging/sync-protocol.ts';
import { t, tNumber } from '#ui/text.ts';
import { runPatience } from './patience.ts';
import { useOneDeed } from './use-one-deed.ts';

export interface SyncDeeds {
  readonly doing: 'run' | 'code' | 'stop' | 'wipe' | null;
  readonly trouble: unknown;
  /** Why the server's copy could not be wiped, or why access was not given. */
  readonly problem: SyncProblem | 'denied' | null;
  /** The setup code, while it is shown. */
  readonly code: string | null;
  readonly hideCode: () => void;
  readonly run: () => void;
  /** Takes what a run has asked about. */
  readonly takeMuch: () => void;
  /** Asks for access to the server once more, then runs. */
  readonly allow: () => void;
  readonly showCode: () => void;
  readonly stop: () => void;
  readonly wipe: () => void;
}

/**
 * What can be done where a server is set up.
 * @param database its address
 * @param onSaid is told in words what was done; null while something is being done; the second says whether it is true only
 *   while a server is set up
 * @param onDone is called after each
 */
export function useSyncDeeds(
  database: string,
  onSaid: (words: string | null, isOfOn: boolean) => void,
  onDone: () => void,
): SyncDeeds {
  const { doing, trouble, begin } = useOneDeed<'run' | 'code' | 'stop' | 'wipe'>();
  const [problem, setProblem] = useState<SyncProblem | 'denied' | null>(null);
  const [code, setCode] = useState<string | null>(null);
  /** @param work answers what is to be said */
  const attempt = (name: 'run' | 'code' | 'stop' | 'wipe', work: () => Promise<string | null>): void =>
    begin(name, async () => {
      setProblem(null);
      onSaid(null, false);
      try {
        onSaid(await work(), name === 'run');
      } finally {
        onDone();
      }
    });
  const run = async (name: 'sync.run' | 'sync.takeMuch'): Promise<string | null> =>
    ranWords(await request(name, null, runPatience));
  return {
    doing,
    trouble,
    problem,
    code,
    hideCode: () => setCode(null),
    run: () => attempt('run', () => run('sync.run')),
    takeMuch: () => attempt('run', () => run('sync.takeMuch')),
    allow: () =>
      attempt('run', async () => {
        if (await requestServerAccess(originPattern(database))) return run('sync.run');
        setProblem('denied');
        return null;
      }),
    showCode: () =>
      attempt('code', async () => {
        setCode((await request('sync.code', null))?.code ?? null);
        return null;
      }),
    stop: () =>
      attempt('stop', async () => {
        await request('sync.stop', null);
        return t('syncStopped');
      }),
    wipe: () =>
      attempt('wipe', async () => {
        const outcome = await request('sync.wipe', null, runPatience);
        setProblem(outcome.problem);
        if (outcome.left === null) return null;
        return outcome.left === 'nothing' ? t('syncWipedNothing') : t('syncWipedEmptied');
      }),
  };
}

/** That a run went well; a problem has its own place. */
function ranWords(last: LastRun | null): string | null {
  if (last === null || last.problem !== null) return null;
  return t('syncDone', tNumber(last.sent), tNumber(last.taken));
}
