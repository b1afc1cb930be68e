import { isThere, joinDocuments } from '#core/sync/join-documents.ts';
import { keyText, type SyncDocument } from '#core/sync/sync-document.ts';
import type { LoggedDocument, OwedRevision, ReplicaLog, WholeRead } from '#sync/replica-log.ts';

/** What a document waits for, as in storage/waiting.ts; null for nothing. */
type Waiting = 'changed' | 'offered' | 'sent' | null;

interface Entry {
  readonly document: SyncDocument;
  readonly rev: string | null;
  readonly waiting: Waiting;
}

/** A notebook in memory, without the reader's records that are shown of it: a thousand of them fit into one process. */
export interface MemoryLog extends ReplicaLog {
  readonly read: (name: string) => SyncDocument | null;
  readonly edit: (document: SyncDocument) => void;
  /** All documents, in the order of their names, as one text: equal on machines that have the same. */
  readonly state: () => string;
}

/** The log that the protocol's code runs on, as the real one is meant (src/sync/replica-log.ts). */
export function createMemoryLog(): MemoryLog {
  const entries = new Map<string, Entry>();
  const byRev = new Map<string, string>();
  let since: string | null = null;
  let owed: readonly OwedRevision[] = [];
  let whole: WholeRead | null = null;
  const put = (name: string, entry: Entry): void => {
    const before = entries.get(name)?.rev ?? null;
    if (before !== null) byRev.delete(before);
    if (entry.rev !== null) byRev.set(entry.rev, name);
    entries.set(name, entry);
  };
  const waitingOf = (one: SyncDocument, given: SyncDocument, same: Waiting): Waiting =>
    JSON.stringify(one) === JSON.stringify(given) ? same : 'changed';
  const toSend = (): LoggedDocument[] =>
    [...entries.values()].filter(({ waiting }) => waiting === 'changed' || waiting === 'offered');
  const log: ReplicaLog = {
    absorb: async () => toSend().length,
    waiting: async (limit) => toSend().slice(0, limit),
    sent: async (given) => {
      for (const { document, next } of given) {
        const present = entries.get(keyText(document));
        if (present === undefined) continue;
        const waiting = waitingOf(present.document, document, 'sent');
        put(keyText(document), { document: present.document, rev: next, waiting });
      }
    },
    take: async (came, weigh) => {
      const next = new Map<string, Entry>();
      let [changed, rewritten] = [0, 0];
      for (const { document, leaf } of came) {
        const name = keyText(document);
        const present = next.get(name) ?? entries.get(name);
        const joined = present === undefined ? document : joinDocuments(present.document, document);
        const isNew = JSON.stringify(joined) !== JSON.stringify(present?.document);
        if (isNew) changed++;
        if (isNew && present !== undefined && isThere(present.document)) rewritten++;
        next.set(name, { document: joined, rev: leaf, waiting: waitingOf(joined, document, null) });
      }
      weigh(rewritten, entries.size);
      for (const [name, entry] of next) put(name, entry);
      return changed;
    },
    checkpoint: async () => since,
    setCheckpoint: async (next) => {
      since = next;
    },
    owed: async () => owed,
    setOwed: async (next) => {
      owed = next;
    },
    offerAll: async () => {
      for (const [name, one] of entries) if (one.waiting === null) put(name, { ...one, waiting: 'offered' });
    },
    known: async (revs) => {
      const known = new Set<string>();
      for (const rev of revs) {
        const name = byRev.get(rev);
        const entry = name === undefined ? undefined : entries.get(name);
        if (name === undefined || entry === undefined) continue;
        known.add(rev);
        if (entry.waiting !== 'changed') put(name, { ...entry, waiting: null });
      }
      return known;
    },
    offerUnseen: async () => {
      for (const [name, one] of entries)
        if (one.waiting === 'sent') put(name, { ...one, waiting: 'offered' });
    },
    size: async () => entries.size,
    names: async () => [...entries.keys()],
    lastWhole: async () => whole,
    setLastWhole: async (read) => {
      whole = read;
    },
  };
  return {
    ...log,
    read: (name) => entries.get(name)?.document ?? null,
    edit: (document) => {
      const name = keyText(document);
      put(name, { document, rev: entries.get(name)?.rev ?? null, waiting: 'changed' });
    },
    state: () =>
      JSON.stringify([...entries].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, { document }]) => document)),
  };
}
