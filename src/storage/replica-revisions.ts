import type { Storage } from './database.ts';
import type { ReplicaRecord } from './schema.ts';

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
    await Promise.all(settled.map((one) => replica.put({ ...one, waiting: 2 })));
    return records.length < AT_ONCE ? null : (records.at(-1)?.name ?? null);
  });
}

/** Which of these revisions are those that documents here come of. What was only offered need not be sent then: the server has it. */
export async function knownRevisions(
  storage: Storage,
  revs: readonly string[],
): Promise<ReadonlySet<string>> {
  const found = await storage.read(['replica'], (transaction) => {
    const index = transaction.objectStore('replica').index('rev');
    return Promise.all(revs.map((rev) => index.get(rev)));
  });
  const records = found.filter((one) => one !== undefined);
  const offered = records.filter(({ waiting }) => waiting === 2).map(({ name }) => name);
  for (let at = 0; at < offered.length; at += AT_ONCE) await settle(storage, offered.slice(at, at + AT_ONCE));
  return new Set(records.flatMap(({ rev }) => (rev === null ? [] : [rev])));
}

function settle(storage: Storage, names: readonly string[]): Promise<void> {
  return storage.write(['replica'], async (transaction) => {
    const replica = transaction.objectStore('replica');
    await Promise.all(
      names.map(async (name) => {
        const present = await replica.get(name);
        // The reader may have changed it meanwhile.
        if (present?.waiting === 2) await replica.put(withoutWaiting(present));
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
