import type { Storage } from './database.ts';
import { waitingRecord } from './joining-store.ts';
import type { ReplicaRecord } from './schema.ts';
import { CHANGED, isUnsure, OFFERED, SENT } from './waiting.ts';

/** Documents that are changed in one transaction: a reader's save waits no longer than for these. */
const AT_ONCE = 1_000;

/** Has all that there is wait to be sent, as what the server may have: it is another, or has lost some. */
export async function offerAll(storage: Storage): Promise<void> {
  for (let after: string | null = null; ;) {
    after = await offerSome(storage, after);
    if (after === null) return;
  }
}

/** Offers the next ones; answers the name of the last, null when there are no more. */
function offerSome(storage: Storage, after: string | null): Promise<string | null> {
  return storage.write(['replica'], async (transaction) => {
    const replica = transaction.objectStore('replica');
    const range = after === null ? null : IDBKeyRange.lowerBound(after, true);
    const records = await replica.getAll(range, AT_ONCE);
    const settled = records.filter(({ waiting }) => waiting === undefined);
    await Promise.all(settled.map((one) => replica.put(offered(one))));
    return records.length < AT_ONCE ? null : (records.at(-1)?.name ?? null);
  });
}

/**
 * Which of these revisions, which the server has, are those that documents here come of. What was only offered, or sent, is there as it is
 * here.
 */
export async function knownRevisions(
  storage: Storage,
  revs: readonly string[],
): Promise<ReadonlySet<string>> {
  const found = await storage.read(['replica'], (transaction) => {
    const index = transaction.objectStore('replica').index('rev');
    return Promise.all(revs.map((rev) => index.get(rev)));
  });
  const records = found.filter((one) => one !== undefined);
  const unsure = records.filter(({ waiting }) => isUnsure(waiting)).map(({ name }) => name);
  for (let at = 0; at < unsure.length; at += AT_ONCE) await settle(storage, unsure.slice(at, at + AT_ONCE));
  return new Set(records.flatMap(({ rev }) => (rev === null ? [] : [rev])));
}

function settle(storage: Storage, names: readonly string[]): Promise<void> {
  return storage.write(['replica'], async (transaction) => {
    const replica = transaction.objectStore('replica');
    await Promise.all(
      names.map(async (name) => {
        const present = await replica.get(name);
        // The reader may have changed it meanwhile.
        if (present !== undefined && isUnsure(present.waiting)) await replica.put(withoutWaiting(present));
      }),
    );
  });
}

function withoutWaiting(record: ReplicaRecord): ReplicaRecord {
  const { waiting: _, ...rest } = record;
  return rest;
}

/** What all documents here are of: see keyText in core/sync. */
export function replicaNames(storage: Storage): Promise<readonly string[]> {
  return storage.read(['replica'], (transaction) => transaction.objectStore('replica').getAllKeys());
}

/** As what is to be sent anew would wait, after all of that. */
function offered({ document, rev }: ReplicaRecord): ReplicaRecord {
  const record = waitingRecord(document, rev);
  return { ...record, waiting: (record.waiting ?? CHANGED) + OFFERED - CHANGED };
}

/** Offers again what was sent and not found since in what the server has. */
export async function offerUnseen(storage: Storage): Promise<void> {
  const isNone = await storage.read(
    ['replica'],
    async (transaction) => (await transaction.objectStore('replica').index('waiting').count(SENT)) === 0,
  );
  if (isNone) return;
  await storage.write(['replica'], async (transaction) => {
    const replica = transaction.objectStore('replica');
    const unseen = await replica.index('waiting').getAll(SENT);
    await Promise.all(unseen.map((one) => replica.put(offered(one))));
  });
}
