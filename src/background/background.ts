import { serve } from '#messaging/server.ts';
import { createStorage } from '#storage/database.ts';
import { attachLifecycle } from './lifecycle.ts';
import { attachMenus } from './menus.ts';
import { attachCommands } from './commands.ts';
import { createRoutes } from './routes.ts';

/** The one place that opens the database and runs the detector. Everything is attached at once: a worker is woken by its listeners. */
const storage = createStorage();
serve(createRoutes(storage));
attachLifecycle(storage);
attachMenus();
attachCommands();
