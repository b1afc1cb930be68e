import { arrayOf, object, string, type Parser } from '#core/guard.ts';
import type { SyncProblem } from '#core/sync/sync-problem.ts';

/** A server that could not be asked, or has not answered as CouchDB does. */
export class SyncError extends Error {
  readonly problem: SyncProblem;
  constructor(problem: SyncProblem) {
    super(problem);
    this.problem = problem;
  }
}

export interface CouchAccess {
  /** The database's address, such as `https://couch.example/notes`, without a slash at its end. */
  readonly database: string;
  readonly name: string;
  readonly password: string;
}

/** A document as the server has it. */
export interface CouchDocument {
  readonly _id: string;
  readonly _rev: string;
  readonly _deleted?: boolean;
  readonly [field: string]: unknown;
}

export interface CouchChange {
  readonly id: string;
  /** All leaves of its tree of revisions. */
  readonly leaves: readonly string[];
}

export interface CouchOptions {
  readonly signal?: AbortSignal;
  /** So long is an answer waited for, in ms. Default: 30,000. */
  readonly patience?: number;
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
  /** Writes it on top of the revision that it names; false when somebody else has written meanwhile. */
  readonly write: (id: string, document: object) => Promise<boolean>;
}

/** So long is an answer waited for, in ms. */
const PATIENCE = 30_000;
/** Answers of more characters than this are not from an honest server: a page of changes has far fewer. */
const LONGEST = 64_000_000;

/**
 * CouchDB's replication protocol as far as a notebook needs it (https://docs.couchdb.org/en/stable/replication/protocol.html). Every
 * function rejects with a SyncError and with nothing else, and believes nothing of an answer that it has not checked.
 */
export function createCouch(
  { database, name, password }: CouchAccess,
  { signal, patience = PATIENCE }: CouchOptions = {},
): Couch {
  const authorization = `Basic ${btoa(String.fromCharCode(...new TextEncoder().encode(`${name}:${password}`)))}`;

  async function ask(
    method: string,
    path: string,
    body?: unknown,
  ): Promise<{ status: number; answer: unknown }> {
    const limit = AbortSignal.timeout(patience);
    try {
      const response = await fetch(database + path, {
        method,
        headers: { authorization, accept: 'application/json', 'content-type': 'application/json' },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        credentials: 'omit',
        cache: 'no-store',
        redirect: 'error',
        referrerPolicy: 'no-referrer',
        signal: signal === undefined ? limit : AbortSignal.any([signal, limit]),
      });
      const text = await response.text();
      if (text.length > LONGEST) throw new SyncError('bad-answer');
      return { status: response.status, answer: parse(text) };
    } catch (error) {
      if (error instanceof SyncError) throw error;
      throw new SyncError(limit.aborted ? 'timeout' : 'unreachable');
    }
  }

  async function expectOk(method: string, path: string, body?: unknown): Promise<unknown> {
    const { status, answer } = await ask(method, path, body);
    const problem = problemOf(status);
    if (problem !== null) throw new SyncError(problem);
    return answer;
  }

  return {
    changes: async (since, limit) => {
      const query = new URLSearchParams({ since, limit: String(limit), style: 'all_docs' });
      const { results, last_seq } = checked(changesAnswer, await expectOk('GET', `/_changes?${query}`));
      const listed = results.map(({ id, changes }) => ({ id, leaves: changes.map(({ rev }) => rev) }));
      return { results: listed, last: last_seq };
    },
    revisions: async (wanted) => {
      if (wanted.length === 0) return [];
      const answer = await expectOk('POST', '/_bulk_get?revs=true', { docs: wanted });
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
      const { status } = await ask('PUT', pathOf(id), document);
      if (status === 409) return false;
      const problem = problemOf(status);
      if (problem !== null) throw new SyncError(problem);
      return true;
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

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function fail(): never {
  throw new SyncError('bad-answer');
}

function checked<T>(parser: Parser<T>, value: unknown): T {
  const parsed = parser(value);
  return parsed.ok ? parsed.value : fail();
}

function couchDocument(value: unknown): CouchDocument | null {
  if (typeof value !== 'object' || value === null) return null;
  const { _id, _rev } = value as Readonly<Record<string, unknown>>;
  return typeof _id === 'string' && typeof _rev === 'string' ? (value as CouchDocument) : null;
}

const MOST = 100_000;
const REV = string(200);
const changesAnswer = object<{
  readonly results: readonly { readonly id: string; readonly changes: readonly { readonly rev: string }[] }[];
  readonly last_seq: string;
}>({
  results: arrayOf(
    object<{ readonly id: string; readonly changes: readonly { readonly rev: string }[] }>({
      id: string(1_000),
      changes: arrayOf(object<{ readonly rev: string }>({ rev: REV }), 1_000),
    }),
    MOST,
  ),
  // CouchDB 1 and PouchDB give a number.
  last_seq: (value) => string(10_000)(typeof value === 'number' ? String(value) : value),
});
const missingAnswer = object<{ readonly missing: readonly string[] }>({ missing: arrayOf(REV, 1_000) });
const bulkAnswer = object<{
  readonly results: readonly { readonly docs: readonly { readonly ok: CouchDocument | null }[] }[];
}>({
  results: arrayOf(
    object<{ readonly docs: readonly { readonly ok: CouchDocument | null }[] }>({
      docs: arrayOf(
        object<{ readonly ok: CouchDocument | null }>({
          ok: (value) => ({ ok: true, value: couchDocument(value) }),
        }),
        1_000,
      ),
    }),
    MOST,
  ),
});
