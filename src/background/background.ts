import { serve } from '#messaging/server.ts';
import { createBackupDatabase } from '#storage/backup-database.ts';
import { createStorage } from '#storage/database.ts';
import { keepAwake } from './keep-awake.ts';
import { attachLifecycle } from './lifecycle.ts';
import { mendRows } from './mend-rows.ts';
import { attachMenus } from './menus.ts';
import { followAccess } from './follow-access.ts';
import { followBacklog } from './follow-backlog.ts';
import { followNavigation } from './follow-navigation.ts';
import { attachOmnibox } from './omnibox.ts';
import { attachCommands } from './commands.ts';
import { createRoutes } from './routes.ts';
import { attachSettings } from './settings-changed.ts';
import { attachSync, setSyncAlarm } from './sync-schedule.ts';
import { createSyncService } from './sync-service.ts';

/** The one place that opens the database and runs the detector. Everything is attached at once: a worker is woken by its listeners. */
const storage = createStorage({
  onUpgrade: keepAwake,
  onBacklog: followBacklog,
  onBroken: (rows) => mendRows(storage, rows),
});
const backups = createBackupDatabase();
const sync = createSyncService(storage, backups, setSyncAlarm);
serve(createRoutes(storage, backups, sync));
attachSync(sync);
attachLifecycle(storage, backups);
attachMenus();
attachCommands();
attachSettings();
attachOmnibox(storage);
followNavigation();
followAccess();
