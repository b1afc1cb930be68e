import { noteOf } from '#core/annotation-edit.ts';
import { parseAnnotation } from '#core/annotation-guard.ts';
import type { PersonRecord } from '#core/person-record.ts';
import { createReplicaLog } from '#background/replica-log.ts';
import { createStorage, type Storage } from '#storage/database.ts';
import type { Couch } from '#sync/couch.ts';
import type { ReplicaLog } from '#sync/replica-log.ts';
import { replicate, type SyncRun } from '#sync/replicate.ts';
import { SyncError } from '#sync/sync-error.ts';
import type { SyncKeys } from '#sync/sync-keys.ts';
import { freshName } from '#tests/storage/records.ts';

/** A machine of the reader's with the real stores, which can be cut off and stopped anywhere. */
export interface ReplicaMachine {
  readonly replica: string;
  readonly storage: Storage;
  /** The time by its clock, ms since 1970. */
  readonly now: () => number;
  readonly moveClock: (by: number) => void;
  /** Makes documents of what the reader has done. */
  readonly absorb: () => Promise<unknown>;
  /** Runs with what the server says. `dies`: so many calls of the log and of the server are made, then the machine ends; null for never. */
  readonly sync: (couch: Couch, dies?: Death | null) => Promise<SyncRun | null>;
}

export interface Death {
  /** After so many calls. */
  readonly after: number;
  /** Before the call, after it was done and before it is known, or with the transaction in which it is taken back. */
  readonly how: 'before' | 'after' | 'aborted';
  /** Of what: the whole machine, or the connection alone. */
  readonly what: 'machine' | 'connection';
}

class Ended extends Error {}

export function replicaMachine(keys: SyncKeys, begin: number): ReplicaMachine {
  const replica = freshName();
  let time = begin;
  let abort = false;
  const stored = createStorage({ name: replica, isJournalled: () => true });
  const now = (): number => time++;
  /** As the machine's own, but for a transaction in the middle of which it ends. */
  const ending: Storage = {
    ...stored,
    write: (stores, work, need) =>
      stored.write(
        stores,
        async (transaction) => {
          const result = await work(transaction);
          if (abort) throw new Ended();
          return result;
        },
        need,
      ),
  };
  const log = createReplicaLog(ending, replica, now);
  return {
    replica,
    storage: stored,
    now,
    moveClock: (by) => {
      time = Math.max(0, time + by);
    },
    absorb: () => log.absorb(),
    sync: async (couch, dies = null) => {
      let calls = 0;
      const dying = async <T>(of: Death['what'], work: () => Promise<T>): Promise<T> => {
        if (dies === null || (dies.what === 'connection' && of === 'machine') || ++calls !== dies.after)
          return work();
        const end = (): Error => (of === 'connection' ? new SyncError('unreachable') : new Ended());
        if (dies.how === 'before') throw end();
        abort = dies.how === 'aborted' && of === 'machine';
        await work();
        throw end();
      };
      try {
        const options = { replica, evenMuch: true, now: time };
        return await replicate(
          wrapped(couch, 'connection', dying),
          keys,
          wrapped(log, 'machine', dying),
          options,
        );
      } catch (error) {
        if (error instanceof Ended || error instanceof SyncError || abort) return null;
        throw error;
      } finally {
        abort = false;
      }
    },
  };
}

/** Each function of it within `dying`. */
function wrapped<T extends Couch | ReplicaLog>(
  target: T,
  of: Death['what'],
  dying: <R>(of: Death['what'], work: () => Promise<R>) => Promise<R>,
): T {
  const entries = Object.entries(target).map(
    ([name, call]: [string, (...given: readonly unknown[]) => Promise<unknown>]) => [
      name,
      (...given: readonly unknown[]) => dying(of, () => call(...given)),
    ],
  );
  return Object.fromEntries(entries) as T;
}

/** All notes that a reader of this machine can read. */
export async function notesOn({ storage }: ReplicaMachine): Promise<readonly string[]> {
  return storage.read(['annotations', 'people'], async (transaction) => {
    const annotations = await transaction.objectStore('annotations').getAll();
    const people = await transaction.objectStore('people').getAll();
    const notes = annotations
      .map((one) => parseAnnotation(one))
      .map((one) => (one === null ? '' : noteOf(one)));
    return [...notes, ...people.map(({ note }) => note)];
  });
}

/** Of names that follow somebody, and of people who are somebody else, the order says nothing. */
function inOrder(person: Readonly<Record<string, unknown>>): unknown {
  const { follows, apart } = person as unknown as PersonRecord;
  return { ...person, follows: follows.toSorted(), apart: apart.toSorted() };
}

/** The reader's records that all machines must have alike; articles of passages, versions of them. */
export function sharedRecords({ storage }: ReplicaMachine): Promise<Readonly<Record<string, unknown>>> {
  const stores = ['annotations', 'people', 'appearances', 'decisions', 'articles', 'versions', 'tallies', 'held'] as const;
  return storage.read([...stores], async (transaction) => {
    const [annotations, people, appearances, decisions, articles, versions, tallies, held] = await Promise.all(
      stores.map((store) => transaction.objectStore(store).getAll() as Promise<readonly object[]> as Promise<readonly Readonly<Record<string, unknown>>[]>),
    );
    const ids = new Set(annotations?.map(({ id }) => id));
    const sources = new Set(annotations?.map((one) => parseAnnotation(one)?.target.source));
    return {
      annotations, people: people?.map(inOrder), appearances, decisions, tallies, held,
      articles: articles?.filter(({ source }) => sources.has(String(source))),
      versions: versions?.filter(({ annotation }) => ids.has(annotation)),
    };
  });
} // prettier-ignore
