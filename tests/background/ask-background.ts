import 'fake-indexeddb/auto';
import { vi } from 'vitest';
import { createRoutes } from '#background/routes.ts';
import { createSyncService } from '#background/sync-service.ts';
import type { Requests } from '#messaging/protocol.ts';
import { dispatch, type Sender } from '#messaging/server.ts';
import { createBackupDatabase } from '#storage/backup-database.ts';
import { createStorage } from '#storage/database.ts';
import { areas, sentToTabs } from '#tests/trust/fake-browser.ts';

let run = 0;
let routes = backgroundRoutes('start', 'start-backups');

function backgroundRoutes(name: string, backupName: string) {
  const [storage, backups] = [createStorage({ name }), createBackupDatabase(backupName)];
  return createRoutes(storage, backups, createSyncService(storage, backups));
}

/** The name of the database in use. */
export const databaseName = (): string => `routes-${run}`;

/** A background with nothing in its stores, in a browser with nothing in its own. Who calls this has put the tests' `fakeBrowser` in the browser's place. */
export function beginAnew(): void {
  run += 1;
  routes = backgroundRoutes(databaseName(), `backups-${run}`);
  sentToTabs.length = 0;
  areas.local.clear();
  areas.session.clear();
  vi.spyOn(console, 'warn').mockImplementation(() => {});
}

/** The background's answer. @throws with the reply's error */
export async function ask<Name extends keyof Requests>(
  name: Name,
  input: unknown,
  sender: Sender,
): Promise<ReturnType<Requests[Name]>> {
  const reply = await dispatch(routes, { name, input }, sender);
  if (!reply.ok) throw new Error(reply.error);
  return reply.value as ReturnType<Requests[Name]>;
}
