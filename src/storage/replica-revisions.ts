import type { Storage } from './database.ts';
import { waitingRecord } from './joining-store.ts';
import type { ReplicaRecord } from './schema.ts';
import { setUnseen, unseenIn } from './unseen-revisions.ts';
import { CHANGED, isOffered, OFFERED } from './waiting.ts';

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

/** Which of these revisions, which the server has, are those that documents here come of. What was only offered is there as it is here. */
export async function knownRevisions(
  storage: Storage,
  revs: readonly string[],
): Promise<ReadonlySet<string>> {
  const { names, unseen, areOffered } = await storage.read(['replica', 'sync'], async (transaction) => {
    const replica = transaction.objectStore('replica');
    const found = await Promise.all(revs.map((rev) => replica.index('rev').getKey(rev)));
    const offeredHere = await replica.index('waiting').count(isOffered());
    return { names: found, unseen: await unseenIn(transaction), areOffered: offeredHere > 0 };
  });
  const known = new Set(revs.filter((_rev, at) => names[at] !== undefined));
  const own = names.filter((name) => name !== undefined);
  if (areOffered)
    for (let at = 0; at < own.length; at += AT_ONCE) await settle(storage, own.slice(at, at + AT_ONCE));
  if (unseen.some((rev) => known.has(rev)))
    await storage.write(['sync'], async (transaction) =>
      setUnseen(
        transaction,
        (await unseenIn(transaction)).filter((rev) => !known.has(rev)),
      ),
    );
  return known;
}

function settle(storage: Storage, names: readonly string[]): Promise<void> {
  return storage.write(['replica'], async (transaction) => {
    const replica = transaction.objectStore('replica');
    await Promise.all(
      names.map(async (name) => {
        const present = await replica.get(name);
        // The reader may have changed it meanwhile.
        if ((present?.waiting ?? 0) >= OFFERED && present !== undefined)
          await replica.put(withoutWaiting(present));
      }),
    );
  });
}

function withoutWaiting(record: ReplicaRecord): ReplicaRecord {
  const { waiting: _, ...rest } = record;
  return rest;
}

/** How many documents there are here. */
export function replicaSize(storage: Storage): Promise<number> {
  return storage.read(['replica'], (transaction) => transaction.objectStore('replica').count());
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

/** Offers again what was sent and not found since in what the server has. What has another revision by now is another matter. */
export async function offerUnseen(storage: Storage): Promise<void> {
  const unseen = await storage.read(['sync'], unseenIn);
  if (unseen.length === 0) return;
  await storage.write(['replica', 'sync'], async (transaction) => {
    const replica = transaction.objectStore('replica');
    const found = await Promise.all(unseen.map((rev) => replica.index('rev').get(rev)));
    const settled = found.filter((one) => one !== undefined).filter(({ waiting }) => waiting === undefined);
    await Promise.all(settled.map((one) => replica.put(offered(one))));
    await setUnseen(transaction, []);
  });
}
