import type { StorageErrorCode } from '#core/storage-error-code.ts';

/** More exactly, for a log, a test, or a surface that can help. */
export type StorageReason =
  | 'not-found'
  | 'quota'
  /** The browser offers no database, for example in some private windows. */
  | 'no-database'
  /** An older connection did not close in time. */
  | 'blocked'
  /** The connection was closed or the transaction was killed; nothing of it was stored. */
  | 'aborted'
  /** A migration failed. What was stored before can still be read. */
  | 'upgrade-failed'
  /** The database is of a later version of the extension. It can be read. */
  | 'newer-version'
  /** A record would hold more than its guard lets pass. */
  | 'too-large'
  | 'unknown';

const CODES: Readonly<Record<StorageReason, StorageErrorCode>> = {
  'not-found': 'not-found',
  quota: 'disk-full',
  'no-database': 'storage-unavailable',
  blocked: 'storage-blocked',
  aborted: 'storage-closed',
  'upgrade-failed': 'upgrade-failed',
  'newer-version': 'newer-version',
  'too-large': 'too-large',
  unknown: 'unknown',
};

/** The only error that storage throws. `cause` is the browser's own. */
export class StorageError extends Error {
  override readonly name = 'StorageError';
  readonly code: StorageErrorCode;
  readonly reason: StorageReason;

  constructor(reason: StorageReason, cause?: unknown) {
    super(`storage: ${reason}${cause instanceof Error ? ` (${cause.name}: ${cause.message})` : ''}`, {
      cause,
    });
    this.reason = reason;
    this.code = CODES[reason];
  }
}

/** The names of DOMException that IndexedDB uses (https://www.w3.org/TR/IndexedDB/#exceptions), and Firefox' own. */
const REASONS: ReadonlyMap<string, StorageReason> = new Map(
  Object.entries({
    QuotaExceededError: 'quota',
    NS_ERROR_DOM_INDEXEDDB_QUOTA_ERR: 'quota',
    NS_ERROR_FILE_NO_DEVICE_SPACE: 'quota',
    VersionError: 'newer-version',
    AbortError: 'aborted',
    InvalidStateError: 'aborted',
    TransactionInactiveError: 'aborted',
    TimeoutError: 'aborted',
    SecurityError: 'no-database',
    NotAllowedError: 'no-database',
    MissingAPIError: 'no-database',
    UnknownError: 'no-database',
  } as const),
);

/** Any failure of the database as a StorageError; one that is already is left as it is. */
export function storageError(cause: unknown): StorageError {
  if (cause instanceof StorageError) return cause;
  // Without IndexedDB its name is unbound.
  if (cause instanceof ReferenceError) return new StorageError('no-database', cause);
  const name = typeof cause === 'object' && cause !== null && 'name' in cause ? String(cause.name) : '';
  return new StorageError(REASONS.get(name) ?? 'unknown', cause);
}
