import type { Storage } from '#storage/database.ts';
import { absorbJournal } from '#storage/absorb-journal.ts';
import { noteSent, takeIntoStorage, waitingDocuments } from '#storage/replica-records.ts';
import {
  knownRevisions,
  offerAll,
  offerUnseen,
  replicaNames,
  replicaSize,
} from '#storage/replica-revisions.ts';
import { getSyncRecord, putSyncRecord } from '#storage/sync-records.ts';
import type { OwedRevision, ReplicaLog, WholeRead } from '#sync/replica-log.ts';

function owedIn(setting: unknown): readonly OwedRevision[] {
  if (!Array.isArray(setting)) return [];
  return setting.flatMap((one: unknown) => {
    const [id, rev] = Array.isArray(one) ? (one as readonly unknown[]) : [];
    return typeof id === 'string' && typeof rev === 'string' ? [{ id, rev }] : [];
  });
}

function wholeReadIn(setting: unknown): WholeRead | null {
  const { at, isDoubted } = (setting ?? {}) as Partial<Readonly<Record<keyof WholeRead, unknown>>>;
  return typeof at === 'number' ? { at, isDoubted: isDoubted === true } : null;
}

/** The library, as far as it is sent and taken. `replica` is this machine's id, `clock` its time in ms since 1970. */
export function createReplicaLog(storage: Storage, replica: string, clock = Date.now): ReplicaLog {
  const writer = () => ({ replica, now: clock() });
  return {
    absorb: () => absorbJournal(storage, writer()),
    waiting: (limit) => waitingDocuments(storage, limit),
    sent: (given) => noteSent(storage, given),
    take: async (came, weigh) => {
      let tooMuch: unknown = null;
      const weighed = (rewritten: number, all: number): void => {
        try {
          weigh(rewritten, all);
        } catch (error) {
          tooMuch = error;
          throw error;
        }
      };
      try {
        return await takeIntoStorage(storage, came, writer(), weighed);
      } catch (error) {
        // The storage has no other errors than its own.
        throw tooMuch ?? error;
      }
    },
    checkpoint: async () => {
      const since = await getSyncRecord(storage, 'checkpoint');
      return typeof since === 'string' ? since : null;
    },
    setCheckpoint: (since) => putSyncRecord(storage, 'checkpoint', since ?? undefined),
    owed: async () => owedIn(await getSyncRecord(storage, 'owed')),
    setOwed: async (owed) => {
      const list = owed.map(({ id, rev }) => [id, rev]);
      if (JSON.stringify((await getSyncRecord(storage, 'owed')) ?? []) !== JSON.stringify(list))
        await putSyncRecord(storage, 'owed', list.length === 0 ? undefined : list);
    },
    offerAll: () => offerAll(storage),
    known: (revs) => knownRevisions(storage, revs),
    size: () => replicaSize(storage),
    names: () => replicaNames(storage),
    offerUnseen: () => offerUnseen(storage),
    lastWhole: async () => wholeReadIn(await getSyncRecord(storage, 'whole')),
    setLastWhole: (read) => putSyncRecord(storage, 'whole', read),
  };
}
