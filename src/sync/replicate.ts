import { openDocument, sealDocument } from './seal.ts';
import type { Couch, CouchDocument } from './couch.ts';
import { nextRevision, revisionsOf } from './revision.ts';
import type { ReplicaLog } from './replica-log.ts';
import type { SyncKeys } from './sync-keys.ts';

/** What a run has done. */
export interface SyncRun {
  readonly sent: number;
  readonly taken: number;
  /** Documents on the server that are not ours, or that somebody has spoilt. */
  readonly unreadable: number;
}

/** So many documents are asked for and given at a time. */
const BATCH = 500;

/** The name under which a machine notes on the server how far it has read, which is not replicated. */
export function checkpointId(replica: string): string {
  return `_local/on-record-${replica}`;
}

/**
 * Takes what the server has and gives it what it has not. It can be stopped anywhere and begun again: nothing is noted as done that was
 * not. Rejects with a SyncError. `replica` is this machine's id.
 */
export async function replicate(
  couch: Couch,
  keys: SyncKeys,
  log: ReplicaLog,
  replica: string,
): Promise<SyncRun> {
  await log.absorb();
  const { taken, unreadable } = await pull(couch, keys, log, replica);
  const sent = await push(couch, keys, log);
  return { sent, taken, unreadable };
}

async function pull(
  couch: Couch,
  keys: SyncKeys,
  log: ReplicaLog,
  replica: string,
): Promise<Omit<SyncRun, 'sent'>> {
  const id = checkpointId(replica);
  const noted = await couch.read(id);
  const own = await log.checkpoint();
  // A server that does not know how far we were is another one, or was set back to an older day: it is read, and offered all, anew.
  const isKnown = own !== null && noted?.['since'] === own;
  if (!isKnown) await log.offerAll();
  let since = isKnown ? own : '0';
  let rev = noted?._rev;
  let taken = 0;
  let unreadable = 0;
  for (;;) {
    const { results, last } = await couch.changes(since, BATCH);
    const wanted = results.flatMap(({ id: of, leaves }) => leaves.map((leaf) => ({ id: of, rev: leaf })));
    const found = (await couch.revisions(wanted)).filter(({ _id }) => !_id.startsWith('on-record'));
    const opened = await Promise.all(found.map((one) => opening(keys, one)));
    // Of several revisions of one document the winner comes last: the next one comes of it.
    const came = opened
      .filter((one) => one !== null)
      .sort((one, other) => compareRevisions(one.leaf, other.leaf));
    unreadable += found.filter(({ _deleted }, at) => _deleted !== true && opened[at] === null).length;
    taken += await log.take(came);
    await dropLosers(couch, keys, found);
    if (last !== since || !isKnown) {
      since = last;
      // Here first: what the server knows of is taken.
      await log.setCheckpoint(since);
      const isWritten = await couch.write(id, {
        _id: id,
        ...(rev === undefined ? {} : { _rev: rev }),
        since,
      });
      if (!isWritten) break;
      rev = (await couch.read(id))?._rev;
    }
    if (results.length === 0) break;
  }
  return { taken, unreadable };
}

async function opening(keys: SyncKeys, { _id: id, _rev: leaf, sealed }: CouchDocument) {
  const document = typeof sealed === 'string' ? await openDocument(keys, { id, sealed }) : null;
  return document && { document, leaf };
}

/** Deletes all leaves of a document but the one that CouchDB shows: what they said is joined, and goes up with the next revision of it. */
async function dropLosers(couch: Couch, keys: SyncKeys, found: readonly CouchDocument[]): Promise<void> {
  const leaves = new Map<string, CouchDocument[]>();
  for (const one of found)
    if (one._deleted !== true) leaves.set(one._id, [...(leaves.get(one._id) ?? []), one]);
  const dropped: object[] = [];
  for (const [id, all] of leaves) {
    const [, ...losers] = all.toSorted((one, other) => compareRevisions(other._rev, one._rev));
    for (const { _rev: parent } of losers) {
      const rev = await nextRevision(keys, parent, 'joined');
      dropped.push({ _id: id, _rev: rev, _deleted: true, _revisions: revisionsOf(rev, parent) });
    }
  }
  if (dropped.length > 0) await couch.give(dropped);
}

/** CouchDB's order of leaves: the longer history, then the greater hash, wins. */
export function compareRevisions(one: string, other: string): number {
  const length = Number.parseInt(one, 10) - Number.parseInt(other, 10);
  return length === 0 ? (one < other ? -1 : one > other ? 1 : 0) : length;
}

async function push(couch: Couch, keys: SyncKeys, log: ReplicaLog): Promise<number> {
  let sent = 0;
  for (;;) {
    const waiting = await log.waiting(BATCH);
    if (waiting.length === 0) return sent;
    const sealed = await Promise.all(
      waiting.map(async (one) => {
        const { id, sealed: closed } = await sealDocument(keys, one.document);
        const next = await nextRevision(keys, one.rev, JSON.stringify(one.document));
        return { one, id, next, closed };
      }),
    );
    const missing = await couch.missing(Object.fromEntries(sealed.map(({ id, next }) => [id, [next]])));
    const news = sealed.filter(({ id, next }) => missing[id]?.includes(next));
    const refused = new Set(
      await couch.give(
        news.map(({ one, id, next, closed }) => ({
          _id: id,
          _rev: next,
          _revisions: revisionsOf(next, one.rev),
          sealed: closed,
        })),
      ),
    );
    await log.sent(sealed.filter(({ id }) => !refused.has(id)).map(({ one, next }) => ({ ...one, next })));
    sent += news.length - refused.size;
    // A server that refuses what it was given would be given it for ever.
    if (refused.size > 0) return sent;
  }
}
