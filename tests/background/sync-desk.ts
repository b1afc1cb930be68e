import { createSyncService, type SyncService } from '#background/sync-service.ts';
import { createBackupDatabase } from '#storage/backup-database.ts';
import { listBackups } from '#storage/backups.ts';
import { createStorage, type Storage } from '#storage/database.ts';
import type { LastRun, ServerAccess } from '#messaging/sync-protocol.ts';
import { keepSome, type Machine } from '#tests/sync/machine.ts';

/** A machine whose background can sync. */
export interface Desk {
  readonly storage: Storage;
  readonly service: SyncService;
  /** Whether sync was switched on or off, each time. */
  readonly switched: boolean[];
  readonly backups: () => Promise<number>;
  readonly keep: (count: number) => Promise<void>;
}

export const passphrase = 'correct horse battery staple';

let desks = 0;

export function desk(): Desk {
  const name = `desk-${desks++}`;
  const storage = createStorage({ name });
  const backups = createBackupDatabase(`${name}-backups`);
  const switched: boolean[] = [];
  const service = createSyncService(storage, backups, (isOn) => void switched.push(isOn));
  return {
    storage,
    service,
    switched,
    backups: async () => (await listBackups(backups)).length,
    keep: (count) => keepSome({ storage } as Machine, count),
  };
}

/** Sets a machine up and waits for its first run. */
export async function setUp(
  { service }: Desk,
  access: ServerAccess,
  words = passphrase,
): Promise<LastRun | null> {
  const { problem } = await service.setUp(access, words, 'Desk');
  if (problem !== null) throw new Error(problem);
  return service.run();
}

/** How many records lie in a store. */
export function countIn(
  { storage }: Desk,
  store: 'annotations' | 'journal' | 'replica' | 'sync',
): Promise<number> {
  return storage.read([store], (transaction) => transaction.objectStore(store).count());
}
