import { withNote } from '#core/annotation-edit.ts';
import { createReplicaLog } from '#background/replica-log.ts';
import { getAnnotation, putAnnotation } from '#storage/annotations.ts';
import { createStorage, type Storage } from '#storage/database.ts';
import type { Couch } from '#sync/couch.ts';
import { replicate, type SyncRun } from '#sync/replicate.ts';
import type { SyncKeys } from '#sync/sync-keys.ts';
import { annotation, article, id } from '#tests/storage/records.ts';

/** A machine with the real stores. */
export interface Machine {
  readonly storage: Storage;
  /** `now`: ms since 1970. */
  readonly sync: (couch: Couch, evenMuch?: boolean, now?: number) => Promise<SyncRun>;
}

let machines = 0;

export function machine(keys: SyncKeys): Machine {
  const replica = `machine-${machines++}`;
  const storage = createStorage({ name: replica, isJournalled: () => true });
  const log = createReplicaLog(storage, replica);
  return {
    storage,
    sync: (couch, evenMuch = false, now = Date.now()) =>
      replicate(couch, keys, log, { replica, evenMuch, now }),
  };
}

/** Keeps passages 1 to `count`, each with a note. */
export async function keepSome({ storage }: Machine, count: number): Promise<void> {
  for (let number = 1; number <= count; number++)
    await putAnnotation(storage, {
      annotation: annotation({ number, note: `note ${number}` }),
      article: article(),
    });
}

/** Writes a note on a passage that is kept; `at` is ISO 8601. */
export async function writeOn({ storage }: Machine, number: number, note: string, at: string): Promise<void> {
  const record = await getAnnotation(storage, id(number));
  if (record !== null)
    await putAnnotation(storage, { annotation: withNote(record, note, at), article: article() });
}

/** All that the reader has. */
export const recordsOf = ({ storage }: Machine): Promise<unknown> =>
  storage.read(['annotations', 'people', 'appearances', 'articles', 'decisions'], async (transaction) =>
    Promise.all(
      (['annotations', 'people', 'appearances', 'articles', 'decisions'] as const).map((store) =>
        transaction.objectStore(store).getAll(),
      ),
    ),
  );
