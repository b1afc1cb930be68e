import { arrayOf, object, string, type Parser } from '#core/guard.ts';
import { SyncError } from './sync-error.ts';

/** A document as the server has it. */
export interface CouchDocument {
  readonly _id: string;
  readonly _rev: string;
  readonly _deleted?: boolean;
  readonly [field: string]: unknown;
}

export function fail(): never {
  throw new SyncError('bad-answer');
}

/** The answer, as the guard leaves it. Throws a SyncError for anything else. */
export function checked<T>(parser: Parser<T>, value: unknown): T {
  const parsed = parser(value);
  return parsed.ok ? parsed.value : fail();
}

/** A document, or null. */
export function couchDocument(value: unknown): CouchDocument | null {
  if (typeof value !== 'object' || value === null) return null;
  const { _id, _rev } = value as Readonly<Record<string, unknown>>;
  return typeof _id === 'string' && typeof _rev === 'string' ? (value as CouchDocument) : null;
}

const MOST = 100_000;
const REV = string(200);
export const changesAnswer = object<{
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
export const missingAnswer = object<{ readonly missing: readonly string[] }>({
  missing: arrayOf(REV, 1_000),
});
export const bulkAnswer = object<{
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
/** What is said of a document that was written. */
export const writtenAnswer = object<{ readonly rev: string }>({ rev: REV });
/** What a database says of itself, by which it is known to be one. */
export const infoAnswer = object<{ readonly db_name: string }>({ db_name: string(1_000) });

/** Why it does not do what it was asked. */
export const errorAnswer = object<{ readonly error: string }>({ error: string(1_000) });

interface Row {
  readonly id: string;
  readonly value: { readonly rev: string };
  readonly doc: CouchDocument | null;
}
export const rowsAnswer = object<{ readonly rows: readonly Row[] }>({
  rows: arrayOf(
    object<Row>({
      id: string(1_000),
      value: object<Row['value']>({ rev: REV }),
      doc: (value) => ({ ok: true, value: couchDocument(value) }),
    }),
    MOST,
  ),
});
