/** What can go wrong with the store, as a code for which `_locales` has a sentence. */
export type StorageErrorCode =
  | 'not-found'
  | 'disk-full'
  | 'storage-unavailable'
  /** Another window holds an older version of the store open. */
  | 'storage-blocked'
  /** The browser has closed the store under us; nothing of the request was stored. */
  | 'storage-closed'
  /** The store could not be brought to this version; it can be read. */
  | 'upgrade-failed'
  /** The store is of a later version; it can be read. */
  | 'newer-version'
  /** A record would hold more than its guard lets pass; nothing of the request was stored. */
  | 'too-large'
  | 'unknown';
