import { object, nullable, offset, oneOf, string, type Parser } from '#core/guard.ts';
import { isTriedAgain } from '#core/sync/needs-reader.ts';
import { syncProblems } from '#core/sync/sync-problem.ts';
import type { LastRun } from '#messaging/sync-protocol.ts';
import type { Storage } from '#storage/database.ts';
import { getSyncRecord, putSyncRecord } from '#storage/sync-records.ts';

/** When a run that failed is tried again: after a minute, then twice as long each time, an hour at most. In ms. */
const FIRST = 60_000;
const LONGEST = 3_600_000;

const lastRun: Parser<LastRun> = object<LastRun>({
  at: string(40),
  sent: offset,
  taken: offset,
  unreadable: offset,
  refused: offset,
  problem: nullable(oneOf(...syncProblems)),
  much: nullable(
    object<{ readonly rewritten: number; readonly all: number }>({ rewritten: offset, all: offset }),
  ),
});

/** What came of the last run, and when the next one is due after a failure. */
export interface Runs {
  readonly last: LastRun | null;
  /** ISO 8601, UTC; null when no run has ended well yet. */
  readonly lastGood: string | null;
  /** So many have failed one after the other. */
  readonly failed: number;
  /** ISO 8601, UTC; null when nothing failed, or only the reader can help. */
  readonly next: string | null;
}

/** What is noted of runs. */
export async function readRuns(storage: Storage): Promise<Runs> {
  const [last, lastGood, retry] = await Promise.all(
    (['last', 'lastGood', 'retry'] as const).map((key) => getSyncRecord(storage, key)),
  );
  const parsed = lastRun(last);
  const { failed, next } = (retry ?? {}) as { readonly failed?: unknown; readonly next?: unknown };
  return {
    last: parsed.ok ? parsed.value : null,
    lastGood: typeof lastGood === 'string' ? lastGood : null,
    failed: typeof failed === 'number' ? failed : 0,
    next: typeof next === 'string' ? next : null,
  };
}

/** Notes how a run ended, and after a failure when the next is due. `chance`: from 0 to 1, so that many machines do not come at once. */
export async function noteRun(storage: Storage, run: LastRun, chance: number): Promise<void> {
  await putSyncRecord(storage, 'last', run);
  if (run.problem === null) {
    await putSyncRecord(storage, 'lastGood', run.at);
    await putSyncRecord(storage, 'retry', undefined);
    return;
  }
  const failed = (await readRuns(storage)).failed + 1;
  const wait = Math.min(LONGEST, FIRST * 2 ** Math.min(failed - 1, 20)) * (0.75 + chance / 2);
  const next = !isTriedAgain(run.problem) ? null : new Date(Date.parse(run.at) + wait).toISOString();
  await putSyncRecord(storage, 'retry', { failed, next });
}

/** Whether a run that nobody has asked for may be made now, in ms since 1970. A clock that was set back does not hold it up for long. */
export function isDue({ failed, next }: Runs, now: number): boolean {
  if (failed === 0) return true;
  return next !== null && (now >= Date.parse(next) || Date.parse(next) - now > 2 * LONGEST);
}
