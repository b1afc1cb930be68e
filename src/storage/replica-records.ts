import { parseKeptDocument } from '#core/sync/sync-document-guard.ts';
import { keyText, type SyncDocument } from '#core/sync/sync-document.ts';
import { takeDocuments } from '#core/sync/take-documents.ts';
import type { Writer } from '#core/sync/write-document.ts';
import { absorbAll, absorbSome } from './absorb-journal.ts';
import type { Storage } from './database.ts';
import { filedUnder } from './journal.ts';
import { JOINED_STORES, joiningIn, waitingRecord } from './joining-store.ts';
import { replicaRows } from './replica-rows.ts';
import type { ReplicaRecord } from './schema.ts';
import { noteUnseen } from './unseen-revisions.ts';

/** A document that another machine has written, and the server's revision of it. */
export interface CameDocument {
  readonly document: SyncDocument;
  /** The revision that the next one comes of: the leaf that the server shows. */
  readonly leaf: string;
}

/**
 * Joins what came from other machines, in one transaction, after what the reader has changed here meanwhile. Answers how many of the
 * reader's records have changed. When `weigh` throws at how many that were there would be rewritten or go, nothing is taken. Of several revisions of one document the one that the server shows comes last.
 */
export async function takeIntoStorage(
  storage: Storage,
  came: readonly CameDocument[],
  writer: Writer,
  weigh: (rewritten: number, all: number) => void,
): Promise<number> {
  for (;;) {
    await absorbAll(storage, writer);
    const taken = await takeAbsorbed(storage, came, writer, weigh);
    if (taken !== null) return taken;
  }
}

/** Null: the reader has changed more meanwhile than is absorbed at once. */
function takeAbsorbed(
  storage: Storage,
  came: readonly CameDocument[],
  writer: Writer,
  weigh: (rewritten: number, all: number) => void,
): Promise<number | null> {
  return storage.write(JOINED_STORES, async (transaction) => {
    if (await absorbSome(transaction, writer)) return null;
    const { store, rows, ahead, rewritten, settle } = joiningIn(transaction);
    const documents = came.map(({ document }) => document);
    const before = await transaction.objectStore('replica').count();
    ahead(documents);
    const count = await takeDocuments(store, documents);
    weigh(rewritten(), before + rows.added());
    // What the server has, and what it has not: the join of both, where each knew something.
    for (const { document, leaf } of came) {
      const present = await rows.get(keyText(document));
      if (present !== undefined) rows.put(withRevision(present, document, leaf));
    }
    await settle();
    return count;
  });
}

function withRevision(present: ReplicaRecord, given: SyncDocument, rev: string): ReplicaRecord {
  const next = waitingRecord(present.document, rev);
  const { waiting: _, ...settled } = next;
  return JSON.stringify(present.document) === JSON.stringify(given) ? settled : next;
}

/**
 * Documents that the server has not as they are here, at most so many. Of one that a disk has spoilt the record is noted as changed, to be
 * made a document anew.
 */
export async function waitingDocuments(storage: Storage, limit: number): Promise<readonly ReplicaRecord[]> {
  const found = await storage.read(['replica'], (transaction) =>
    transaction.objectStore('replica').index('waiting').getAll(null, limit),
  );
  const spoilt = found.filter((one) => !isWhole(one));
  if (spoilt.length === 0) return found;
  await storage.write(['replica', 'journal'], async (transaction) => {
    for (const { name } of spoilt) {
      await transaction.objectStore('replica').delete(name);
      const change = filedUnder(name);
      if (change !== null) await transaction.objectStore('journal').put({ name, change });
    }
  });
  return waitingDocuments(storage, limit);
}

function isWhole({ name, document, rev }: ReplicaRecord): boolean {
  const parsed = parseKeptDocument(document);
  return parsed !== null && keyText(parsed) === name && (rev === null || typeof rev === 'string');
}

/**
 * Notes that the server was given these as they were then; what was changed since waits on. Whether it has taken them is seen when it lists
 * them.
 */
export function noteSent(
  storage: Storage,
  given: readonly { readonly document: SyncDocument; readonly next: string }[],
): Promise<void> {
  return storage.write(['replica', 'sync'], async (transaction) => {
    const rows = replicaRows(transaction);
    await Promise.all(
      given.map(async ({ document, next }) => {
        const present = await rows.get(keyText(document));
        if (present === undefined) return;
        rows.put(withRevision(present, document, next));
      }),
    );
    rows.write();
    await noteUnseen(
      transaction,
      given.map(({ next }) => next),
    );
  });
}
