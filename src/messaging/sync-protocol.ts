import type { ServerAccess } from '#core/sync/server-access.ts';
import type { SyncProblem } from '#core/sync/sync-problem.ts';

export type { ServerAccess } from '#core/sync/server-access.ts';

/** How a run ended. Times are ISO 8601, UTC. */
export interface LastRun {
  readonly at: string;
  readonly sent: number;
  readonly taken: number;
  /** Revisions that the server has named and not given as they were sent. */
  readonly unreadable: number;
  /** Records that the server has not taken: too large for it, or against a rule of its own. They wait; the reader is told. */
  readonly refused: number;
  /** Why it did not end well; null when it did. */
  readonly problem: SyncProblem | null;
  /** With `too-much`: so many records of so many would change or go. Null otherwise. */
  readonly much: { readonly rewritten: number; readonly all: number } | null;
}

/** A machine that keeps this notebook. */
export interface SyncDevice {
  readonly id: string;
  /** As the reader has called it. */
  readonly name: string;
  /** The day when it was set up, and the day when it last ran: YYYY-MM-DD. */
  readonly since: string;
  readonly seen: string;
  readonly isThis: boolean;
}

/** What the reader sees of sync. */
export interface SyncState {
  /** The server's database and name; null where none is set up. Never the password. */
  readonly server: { readonly database: string; readonly name: string } | null;
  readonly isRunning: boolean;
  readonly last: LastRun | null;
  /** When a run last ended well. */
  readonly lastGood: string | null;
  /** How many records wait to be sent. */
  readonly waiting: number;
  /** When it is tried again after a failure; null when nothing failed. */
  readonly next: string | null;
  readonly devices: readonly SyncDevice[];
}

/** What was found of a server that was tried. `holds` is null when there is a problem. */
export interface ServerTrial {
  readonly problem: SyncProblem | null;
  readonly holds: 'nothing' | 'notebook' | null;
}

/** How it ended: `problem` is null when all went well. */
export interface SyncOutcome {
  readonly problem: SyncProblem | null;
}

/** Sync, for pages of ours only. */
export interface SyncRequests {
  'sync.state': (input: null) => SyncState;
  /** Asks the server whether it can be used; writes nothing. The asker has asked for access to its address first. */
  'sync.test': (access: ServerAccess) => ServerTrial;
  /** Makes the database, if the name may do that. */
  'sync.make': (access: ServerAccess) => SyncOutcome;
  /** Opens or makes the notebook of that database, takes a backup, and runs for the first time. On a problem nothing was written. */
  'sync.setUp': (input: { access: ServerAccess; passphrase: string; device: string }) => SyncOutcome;
  /** Runs now; null where no server is set up. */
  'sync.run': (input: null) => LastRun | null;
  /** Runs now, after a backup, and may change as much as it does: the answer to `too-much`. */
  'sync.takeMuch': (input: null) => LastRun | null;
  /** Talks to the server no more. What is here and there stays. */
  'sync.stop': (input: null) => null;
  /** Wipes the server's copy, then stops. `emptied`: the database is still there, without anything that can be read. */
  'sync.wipe': (input: null) => SyncOutcome & { readonly left: 'nothing' | 'emptied' | null };
  /** The setup code for another machine: server, name and password, closed with the passphrase. Null where no server is set up. */
  'sync.code': (input: null) => { readonly code: string } | null;
  /** Opens a setup code. Asks nobody. */
  'sync.readCode': (input: { code: string; passphrase: string }) => SyncOutcome & {
    readonly access: ServerAccess | null;
  };
}
