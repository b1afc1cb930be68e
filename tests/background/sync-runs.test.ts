import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { isDue, noteRun, readRuns } from '#background/sync-runs.ts';
import type { SyncProblem } from '#core/sync/sync-problem.ts';
import type { LastRun } from '#messaging/sync-protocol.ts';
import { putSyncRecord } from '#storage/sync-records.ts';
import { freshStorage } from '#tests/storage/records.ts';

const start = Date.UTC(2026, 10, 23, 12);
const minute = 60_000;

const runAt = (minutes: number, problem: SyncProblem | null): LastRun => ({
  at: new Date(start + minutes * minute).toISOString(),
  sent: 0,
  taken: 0,
  unreadable: 0,
  refused: 0,
  problem,
  much: null,
});

describe('after a failure', () => {
  it('waits twice as long each time, an hour at most, and not at all after a success', async () => {
    const storage = freshStorage();
    const waits: number[] = [];
    for (let count = 0; count < 9; count++) {
      await noteRun(storage, runAt(0, 'timeout'), 0.5);
      waits.push((Date.parse((await readRuns(storage)).next ?? '') - start) / minute);
    }
    expect(waits).toEqual([1, 2, 4, 8, 16, 32, 60, 60, 60]);
    await noteRun(storage, runAt(1, null), 0.5);
    expect(await readRuns(storage)).toMatchObject({ failed: 0, next: null, lastGood: runAt(1, null).at });
  });

  it.each([[0], [0.25], [1]])('comes a quarter earlier or later, by chance: %d', async (chance) => {
    const storage = freshStorage();
    await noteRun(storage, runAt(0, 'unreachable'), chance);
    const wait = Date.parse((await readRuns(storage)).next ?? '') - start;
    expect(wait).toBe((0.75 + chance / 2) * minute);
  });

  it.each<SyncProblem>(['refused', 'no-access', 'too-much', 'wiped', 'other-notebook', 'no-database'])(
    'which only the reader can mend, is not tried again unasked: %s',
    async (problem) => {
      const storage = freshStorage();
      await noteRun(storage, runAt(0, problem), 0.5);
      const runs = await readRuns(storage);
      expect(runs.next).toBeNull();
      expect(isDue(runs, start + 1e9)).toBe(false);
    },
  );

  it('is due when its time has come, or the clock was set back by more than any wait', async () => {
    const storage = freshStorage();
    expect(isDue(await readRuns(storage), start)).toBe(true);
    await noteRun(storage, runAt(0, 'offline'), 0.5);
    const runs = await readRuns(storage);
    expect(isDue(runs, start + minute - 1)).toBe(false);
    expect(isDue(runs, start + minute)).toBe(true);
    expect(isDue(runs, start - 24 * 60 * minute)).toBe(true);
  });

  it('whatever a disk has made of what was noted, there is an answer', async () => {
    for (const broken of [null, 7, 'x', { failed: 'x', next: 3 }, { at: 5 }, []]) {
      const storage = freshStorage();
      for (const key of ['last', 'lastGood', 'retry'] as const) await putSyncRecord(storage, key, broken);
      const runs = await readRuns(storage);
      expect(runs.last).toBeNull();
      expect(typeof isDue(runs, start)).toBe('boolean');
    }
  });
});
