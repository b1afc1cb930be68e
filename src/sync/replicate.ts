import { NAMED, openDocument, sealDocument } from './seal.ts';
import type { CouchDocument } from './couch-answers.ts';
import type { Couch } from './couch.ts';
import { SyncError } from './sync-error.ts';
import { nextRevision, revisionsOf } from './revision.ts';
import type { OwedRevision, ReplicaLog } from './replica-log.ts';
import type { SyncKeys } from './sync-keys.ts';

/** What a run has done. */
export interface SyncRun {
  readonly sent: number;
  readonly taken: number;
  /** Revisions that the server has named, and has not given as they were sent: it is asked for them again. */
  readonly unreadable: number;
}

/** So many documents are asked for and given at a time. */
const BATCH = 500;

/** The name under which a machine notes on the server how far it has read, which is not replicated. */
export function checkpointId(replica: string): string {
  return `_local/on-record-${replica}`;
}

/** What a run may do. */
export interface SyncOptions {
  /** This machine's id. */
  readonly replica: string;
  /** The reader has said that a run may rewrite as much as it does. */
  readonly evenMuch?: boolean;
}

/** A run that would rewrite more than this share of the notebook stops and asks; of small ones, more than so many records. */
const MUCH = 1 / 5;
const FEW = 20;

/** A server that owes more revisions than this is not to be relied on. */
const MOST_OWED = 5_000;

/**
 * Takes what the server has and gives it what it has not. It can be stopped anywhere and begun again: nothing is noted as done that was
 * not. Rejects with a SyncError.
 */
export async function replicate(
  couch: Couch,
  keys: SyncKeys,
  log: ReplicaLog,
  options: SyncOptions,
): Promise<SyncRun> {
  await log.absorb();
  const { taken, unreadable, losers } = await pull(couch, keys, log, options);
  const sent = await push(couch, keys, log);
  // Last: what they said stands on the server in another revision by now.
  await dropLosers(couch, keys, losers);
  return { sent, taken, unreadable };
}

interface Pulled {
  readonly taken: number;
  readonly unreadable: number;
  /** Leaves that CouchDB does not show. */
  readonly losers: readonly CouchDocument[];
}

async function pull(
  couch: Couch,
  keys: SyncKeys,
  log: ReplicaLog,
  { replica, evenMuch = false }: SyncOptions,
): Promise<Pulled> {
  const id = checkpointId(replica);
  const noted = await couch.read(id);
  const own = await log.checkpoint();
  // A server that does not know how far we were is another one, or was set back to an older day: it is read, and offered all, anew.
  const isKnown = own !== null && noted?.['since'] === own;
  if (!isKnown) await log.offerAll();
  let since = isKnown ? own : '0';
  let rev = noted?._rev;
  let [taken, rewritten] = [0, 0];
  const losers: CouchDocument[] = [];
  const weigh = (more: number, all: number): void => {
    rewritten += more;
    if (!evenMuch && rewritten > Math.max(FEW, all * MUCH))
      throw new SyncError('too-much', { rewritten, all });
  };
  const owed = new Map<string, OwedRevision>();
  const takeAll = async (wanted: readonly OwedRevision[]): Promise<void> => {
    const ours = wanted.filter((one) => one.id.startsWith(NAMED));
    const { came, owed: missing, lost } = await fetched(couch, keys, ours);
    losers.push(...lost);
    if (came.length > 0) taken += await log.take(came, weigh);
    for (const one of ours) owed.delete(nameOfRevision(one));
    for (const one of missing) owed.set(nameOfRevision(one), one);
    if (owed.size > MOST_OWED) throw new SyncError('bad-answer');
    // Before the checkpoint: what is passed by is known to be missing.
    await log.setOwed([...owed.values()]);
  };
  const before = await log.owed();
  if (before.length > 0) await takeAll(before);
  const seen = new Set<string>();
  for (let isFirst = true; ; isFirst = false) {
    const { results, last } = await couch.changes(since, BATCH);
    // What it no longer names has another in its place, which says all that it said.
    for (const { id: of, leaves } of results)
      for (const [name, one] of owed) if (one.id === of && !leaves.includes(one.rev)) owed.delete(name);
    await takeAll(results.flatMap(({ id: of, leaves }) => leaves.map((leaf) => ({ id: of, rev: leaf }))));
    if (last !== since || (isFirst && !isKnown)) {
      // Here first: what the server knows of is taken.
      await log.setCheckpoint(last);
      const isWritten = await couch.write(id, {
        _id: id,
        ...(rev === undefined ? {} : { _rev: rev }),
        since: last,
      });
      if (!isWritten) break;
      rev = (await couch.read(id))?._rev;
    }
    // A server that goes round in a circle would be asked for ever.
    if (results.length === 0 || last === since || seen.has(last)) break;
    seen.add(last);
    since = last;
  }
  return { taken, unreadable: owed.size, losers };
}

/** Revisions, opened: of several of one document the one that CouchDB shows comes last. What was not given as it must be is owed; what a notebook of before left when it was wiped is not. */
async function fetched(couch: Couch, keys: SyncKeys, wanted: readonly OwedRevision[]) {
  const asked = new Set(wanted.map(nameOfRevision));
  const given = await couch.revisions(wanted);
  const found = given.filter(({ _id: id, _rev: rev }) => asked.has(nameOfRevision({ id, rev })));
  const opened = await Promise.all(found.map((one) => opening(keys, one)));
  const came = opened
    .filter((one) => one !== null)
    .sort((one, other) => compareRevisions(one.leaf, other.leaf));
  const joined = await Promise.all(found.map((one) => isJoinedAway(keys, one)));
  const settled = new Set(
    found.flatMap(({ _id: id, _rev: rev, _deleted, wiped }, at) =>
      opened[at] !== null || joined[at] === true || (_deleted === true && wiped === true)
        ? [nameOfRevision({ id, rev })]
        : [],
    ),
  );
  const owed = wanted.filter((one) => !settled.has(nameOfRevision(one)));
  return { came, owed, lost: losersAmong(found) };
}

function nameOfRevision({ id, rev }: OwedRevision): string {
  return `${id} ${rev}`;
}

/** Whether a machine with our keys has deleted the revision since it was joined: nobody else can say so. */
async function isJoinedAway(
  keys: SyncKeys,
  { _rev: rev, _deleted, _revisions: past }: CouchDocument,
): Promise<boolean> {
  const { start, ids } = (past ?? {}) as { readonly start?: unknown; readonly ids?: unknown };
  if (_deleted !== true || typeof start !== 'number' || !Array.isArray(ids) || typeof ids[1] !== 'string')
    return false;
  return (await nextRevision(keys, `${start - 1}-${ids[1]}`, JOINED)) === rev;
}

/** What a revision says that was deleted because another holds what it said. */
const JOINED = 'joined';

function losersAmong(found: readonly CouchDocument[]): readonly CouchDocument[] {
  const leaves = new Map<string, CouchDocument[]>();
  for (const one of found)
    if (one._deleted !== true) leaves.set(one._id, [...(leaves.get(one._id) ?? []), one]);
  return [...leaves.values()].flatMap((all) =>
    all.toSorted((one, other) => compareRevisions(other._rev, one._rev)).slice(1),
  );
}

async function opening(keys: SyncKeys, { _id: id, _rev: leaf, sealed }: CouchDocument) {
  const document = typeof sealed === 'string' ? await openDocument(keys, { id, sealed }) : null;
  return document && { document, leaf };
}

/** Deletes leaves that CouchDB does not show: what they said is joined. */
async function dropLosers(couch: Couch, keys: SyncKeys, losers: readonly CouchDocument[]): Promise<void> {
  const dropped: object[] = [];
  for (const { _id: id, _rev: parent } of losers) {
    const rev = await nextRevision(keys, parent, JOINED);
    dropped.push({ _id: id, _rev: rev, _deleted: true, _revisions: revisionsOf(rev, parent) });
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
