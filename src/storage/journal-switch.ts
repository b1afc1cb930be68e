import type { OpenDatabase } from './open-database.ts';

/** Whether what the reader changes is noted for other machines. */
export interface JournalSwitch {
  /** Looks into the database, unless it was looked at: `begin` starts a transaction in it. Rejects as it does. */
  readonly learn: (begin: <T>(start: (opened: OpenDatabase) => T) => Promise<T>) => Promise<void>;
  /** As it was when it was looked at last. */
  readonly isOn: () => boolean;
  /** Has it looked at again. */
  readonly forget: () => void;
}

/** It is on while a server is set up. `fixed` says it instead of the database. */
export function createJournalSwitch(fixed?: () => boolean): JournalSwitch {
  let known: boolean | null = null;
  return {
    learn: async (begin) => {
      if (fixed !== undefined || known !== null) return;
      const transaction = await begin(({ database }) =>
        // A library of before, which can only be read, has no such store.
        database.objectStoreNames.contains('sync') ? database.transaction('sync', 'readonly') : null,
      );
      known = transaction !== null && (await transaction.store.getKey('server')) !== undefined;
    },
    isOn: () => fixed?.() ?? known === true,
    forget: () => {
      known = null;
    },
  };
}
