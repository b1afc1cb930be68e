import type { Storage } from '#storage/database.ts';
import {
  absorbJournal,
  noteSent,
  offerAll,
  takeIntoStorage,
  waitingDocuments,
} from '#storage/replica-records.ts';
import { getSetting, putSetting } from '#storage/settings.ts';
import type { ReplicaLog } from '#sync/replica-log.ts';

/** How far the server has been read, as it counts. */
const CHECKPOINT = 'sync.checkpoint';

/** The library, as far as it is sent and taken. `replica` is this machine's id. */
export function createReplicaLog(storage: Storage, replica: string): ReplicaLog {
  const writer = () => ({ replica, now: Date.now() });
  return {
    absorb: () => absorbJournal(storage, writer()),
    waiting: (limit) => waitingDocuments(storage, limit),
    sent: (given) => noteSent(storage, given),
    take: (came) => takeIntoStorage(storage, came, writer()),
    checkpoint: async () => {
      const since = await getSetting(storage, CHECKPOINT);
      return typeof since === 'string' ? since : null;
    },
    setCheckpoint: (since) => putSetting(storage, CHECKPOINT, since),
    offerAll: () => offerAll(storage),
  };
}
