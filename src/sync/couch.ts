import type { ServerAccess } from '#core/sync/server-access.ts';
import type { SyncProblem } from '#core/sync/sync-problem.ts';
import { createAsk, type AskOptions } from './ask-server.ts';
import {
  bulkAnswer,
  changesAnswer,
  checked,
  couchDocument,
  type CouchDocument,
  errorAnswer,
  fail,
  infoAnswer,
  missingAnswer,
  rowsAnswer,
  writtenAnswer,
} from './couch-answers.ts';
import { SyncError, TooLargeError } from './sync-error.ts';

export interface CouchChange {
  readonly id: string;
  /** All leaves of its tree of revisions. */
  readonly leaves: readonly string[];
}

/** Which documents are listed: those with names from `start` to `end`, at most so many; with what they hold, or by name alone. */
export interface CouchRange {
  readonly start?: string;
  readonly end?: string;
  readonly limit: number;
  readonly whole?: boolean;
}

/** A document of a list. `document` is null when only its name was asked for. */
export interface CouchRow {
  readonly id: string;
  readonly rev: string;
  readonly document: CouchDocument | null;
}

export interface Couch {
  /** The documents that have changed since, the earliest first: `last` is where to go on. */
  readonly changes: (
    since: string,
    limit: number,
  ) => Promise<{ readonly results: readonly CouchChange[]; readonly last: string }>;
  /** These revisions, in any order; what the server has not is left out. */
  readonly revisions: (
    wanted: readonly { readonly id: string; readonly rev: string }[],
  ) => Promise<readonly CouchDocument[]>;
  /** Which of these revisions the server has not. */
  readonly missing: (
    revs: Readonly<Record<string, readonly string[]>>,
  ) => Promise<Readonly<Record<string, readonly string[]>>>;
  /** Gives the server revisions that were made elsewhere; what it refuses is answered by its ids. */
  readonly give: (documents: readonly object[]) => Promise<readonly string[]>;
  /** One document, or null. `id` may be of the local kind, which is not replicated. */
  readonly read: (id: string) => Promise<CouchDocument | null>;
  /** Writes it on top of the revision that it names, and answers the next; null when somebody else has written meanwhile. */
  readonly write: (id: string, document: object) => Promise<string | null>;
  /** Whether there is such a database, by its answer: rejects when not. */
  readonly look: () => Promise<void>;
  /** Makes the database. It may be there already. */
  readonly make: () => Promise<void>;
  /** Deletes the database; false when the name may not do that. */
  readonly drop: () => Promise<boolean>;
  /** Documents in the order of their names. */
  readonly list: (range: CouchRange) => Promise<readonly CouchRow[]>;
  /** Deletes documents as they are listed; the server may go on keeping what they held until it is compacted. */
  readonly remove: (rows: readonly CouchRow[]) => Promise<void>;
  /** Asks the server to forget what is deleted. It may refuse. */
  readonly compact: () => Promise<void>;
}

/**
 * CouchDB's replication protocol as far as a notebook needs it (https://docs.couchdb.org/en/stable/replication/protocol.html). Every
 * function rejects with a SyncError and with nothing else, and believes nothing of an answer that it has not checked.
 */
export function createCouch(access: ServerAccess, options: AskOptions = {}): Couch {
  const ask = createAsk(access, options);

  async function expectOk(method: string, path: string, body?: unknown): Promise<unknown> {
    const { status, answer } = await ask(method, path, body);
    if (status === 413) throw new TooLargeError('server-full');
    const problem = problemOf(status);
    if (problem !== null) throw new SyncError(problem);
    return answer;
  }

  return {
    changes: async (since, limit) => {
      const query = new URLSearchParams({ since, limit: String(limit), style: 'all_docs' });
      // CouchDB works out a sequence of many shards for each row otherwise, of which we read the last alone.
      query.set('seq_interval', String(limit));
      const { results, last_seq } = checked(changesAnswer, await expectOk('GET', `/_changes?${query}`));
      const listed = results.map(({ id, changes }) => ({ id, leaves: changes.map(({ rev }) => rev) }));
      return { results: listed, last: last_seq };
    },
    revisions: async (wanted) => {
      if (wanted.length === 0) return [];
      const answer = await expectOk('POST', '/_bulk_get', { docs: wanted });
      return checked(bulkAnswer, answer).results.flatMap(({ docs }) =>
        docs.flatMap(({ ok }) => (ok === null ? [] : [ok])),
      );
    },
    missing: async (revs) => {
      const answer = await expectOk('POST', '/_revs_diff', revs);
      if (typeof answer !== 'object' || answer === null) throw new SyncError('bad-answer');
      return Object.fromEntries(
        Object.entries(answer).map(([id, found]) => [id, checked(missingAnswer, found).missing]),
      );
    },
    give: async (documents) => {
      const answer = await expectOk('POST', '/_bulk_docs', { docs: documents, new_edits: false });
      if (!Array.isArray(answer)) throw new SyncError('bad-answer');
      return answer.flatMap((one: unknown) => {
        const refused = one as { readonly id?: unknown; readonly error?: unknown } | null;
        return typeof refused?.id === 'string' && refused.error !== undefined ? [refused.id] : [];
      });
    },
    read: async (id) => {
      const { status, answer } = await ask('GET', pathOf(id));
      if (status === 404) return null;
      const problem = problemOf(status);
      if (problem !== null) throw new SyncError(problem);
      return couchDocument(answer) ?? fail();
    },
    write: async (id, document) => {
      const { status, answer } = await ask('PUT', pathOf(id), document);
      if (status === 409) return null;
      const problem = problemOf(status);
      if (problem !== null) throw new SyncError(problem);
      return checked(writtenAnswer, answer).rev;
    },
    look: async () => {
      const { status, answer } = await ask('GET', '');
      // CouchDB gives its reasons; a web page that is not there is no database that is not there.
      const problem = status === 404 && !errorAnswer(answer).ok ? 'not-couchdb' : problemOf(status);
      if (problem !== null) throw new SyncError(problem);
      if (!infoAnswer(answer).ok) throw new SyncError('not-couchdb');
    },
    make: async () => {
      const { status } = await ask('PUT', '');
      const problem = problemOf(status);
      if (status !== 412 && problem !== null) throw new SyncError(problem);
    },
    drop: async () => {
      const { status } = await ask('DELETE', '');
      if (status === 404) return true;
      if (status === 401 || status === 403 || status === 405) return false;
      const problem = problemOf(status);
      if (problem !== null) throw new SyncError(problem);
      return true;
    },
    list: async ({ start, end, limit, whole = false }) => {
      const query = new URLSearchParams({ limit: String(limit), include_docs: String(whole) });
      if (start !== undefined) query.set('startkey', JSON.stringify(start));
      if (end !== undefined) query.set('endkey', JSON.stringify(end));
      const { rows } = checked(rowsAnswer, await expectOk('GET', `/_all_docs?${query}`));
      return rows.map(({ id, value, doc }) => ({ id, rev: value.rev, document: doc }));
    },
    remove: async (rows) => {
      const docs = rows.map(({ id, rev }) => ({ _id: id, _rev: rev, _deleted: true, wiped: true }));
      await expectOk('POST', '/_bulk_docs', { docs });
    },
    compact: async () => {
      await ask('POST', '/_compact');
    },
  };
}

function pathOf(id: string): string {
  return id.startsWith('_local/')
    ? `/_local/${encodeURIComponent(id.slice(7))}`
    : `/${encodeURIComponent(id)}`;
}

function problemOf(status: number): SyncProblem | null {
  if (status >= 200 && status < 300) return null;
  if (status === 401 || status === 403) return 'refused';
  if (status === 404) return 'no-database';
  if (status === 507 || status === 413) return 'server-full';
  return status >= 500 ? 'server-error' : 'not-couchdb';
}
