import { keyText } from '#core/sync/sync-document.ts';
import { inPieces, newPace } from './in-pieces.ts';
import type { Tools } from './run-tools.ts';
import type { LoggedDocument } from './replica-log.ts';
import { nextRevision, revisionsOf } from './revision.ts';
import { sealDocument } from './seal.ts';
import type { SyncKeys } from './sync-keys.ts';

export interface Pushed {
  readonly sent: number;
  /** The names on the server of documents that it has not taken: too large for it, or against a rule of its own. They wait. */
  readonly refused: ReadonlySet<string>;
}

/** So many documents are sealed, and asked about, at a time. */
const BATCH = 500;
/** A server that refuses so many is given no more in this run. */
const MOST_REFUSED = 500;

interface SealedRevision {
  readonly one: LoggedDocument;
  readonly id: string;
  readonly next: string;
  readonly closed: string;
}

/** Gives the server what it has not. Rejects with a SyncError. */
export async function push({ couch, keys, log }: Tools): Promise<Pushed> {
  const pace = newPace();
  const refused = new Set<string>();
  const passedBy = new Set<string>();
  let sent = 0;
  const refuse = ({ one, id }: SealedRevision): void => {
    refused.add(id);
    passedBy.add(keyText(one.document));
  };
  const give = async (piece: readonly SealedRevision[]): Promise<void> => {
    const left = new Set(await couch.give(piece.map(givenOf)));
    for (const one of piece) if (left.has(one.id)) refuse(one);
    const taken = piece.filter(({ id }) => !left.has(id));
    await log.sent(taken.map(({ one, next }) => ({ ...one, next })));
    sent += taken.length;
  };
  while (refused.size < MOST_REFUSED) {
    // What was refused waits on, and stands before the others.
    const waiting = await log.waiting(BATCH + passedBy.size);
    const batch = waiting.filter(({ document }) => !passedBy.has(keyText(document)));
    if (batch.length === 0) break;
    const sealed = await Promise.all(batch.map((one) => sealing(keys, one)));
    const missing = await couch.missing(Object.fromEntries(sealed.map(({ id, next }) => [id, [next]])));
    const isMissing = ({ id, next }: SealedRevision): boolean => missing[id]?.includes(next) === true;
    const present = sealed.filter((one) => !isMissing(one));
    if (present.length > 0) await log.sent(present.map(({ one, next }) => ({ ...one, next })));
    await inPieces(sealed.filter(isMissing), {
      pace,
      sizeOf: ({ closed }) => closed.length + 300,
      work: give,
      onTooLarge: refuse,
    });
  }
  return { sent, refused };
}

async function sealing(keys: SyncKeys, one: LoggedDocument): Promise<SealedRevision> {
  const { id, sealed: closed } = await sealDocument(keys, one.document);
  const next = await nextRevision(keys, one.rev, JSON.stringify(one.document));
  return { one, id, next, closed };
}

function givenOf({ one, id, next, closed }: SealedRevision): object {
  return { _id: id, _rev: next, _revisions: revisionsOf(next, one.rev), sealed: closed };
}
