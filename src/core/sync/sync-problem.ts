/** Why a server cannot be used now, as a code for which `_locales` has a sentence. */
export const syncProblems = [
  /** This machine has no network. */
  'offline',
  /** Nobody answers there. */
  'unreachable',
  /** Nobody answers there safely: no server, or its certificate is not trusted here. The browser does not tell us which. */
  'no-safe-connection',
  'timeout',
  /** The address leads elsewhere: to another address, or to a page that asks who we are. */
  'moved',
  /** A server is there, and does not let this extension read what it says (CORS). */
  'cors',
  /** The reader has not given access to the server's address, or has taken it back. */
  'no-access',
  /** The name or the password is wrong, or may not use this database. */
  'refused',
  'no-database',
  'not-couchdb',
  'server-error',
  'server-full',
  'bad-answer',
  /** The database holds a notebook that another passphrase opens; or a setup code was closed with another. */
  'wrong-passphrase',
  /** The database holds something else. */
  'not-a-notebook',
  'newer-notebook',
  /** The server's copy was wiped by another machine, or is gone. */
  'wiped',
  /** The database holds another notebook than it did. */
  'other-notebook',
  /** A run would change or delete more than a fifth of the notebook: the reader is asked. */
  'too-much',
  /** What was pasted is no setup code. */
  'bad-code',
  /** The library itself could not be read or written. */
  'storage',
] as const;

export type SyncProblem = (typeof syncProblems)[number];
