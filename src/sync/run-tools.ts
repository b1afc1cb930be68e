import type { Couch } from './couch.ts';
import type { ReplicaLog } from './replica-log.ts';
import type { SyncKeys } from './sync-keys.ts';

/** What a run works with. */
export interface Tools {
  readonly couch: Couch;
  readonly keys: SyncKeys;
  readonly log: ReplicaLog;
}

/** Throws when so much is not to be taken unasked: records that were there and would be others or go, in all of a run. */
export type Weigh = (rewritten: number, all: number) => void;
