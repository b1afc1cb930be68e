import type { Requests } from '#messaging/protocol.ts';
import type { Routes } from '#messaging/server.ts';
import type { Backups } from '#storage/backup-database.ts';
import type { Storage } from '#storage/database.ts';
import { annotationRoutes } from './annotation-routes.ts';
import { articleRoutes } from './article-routes.ts';
import { detectionRoutes } from './detection-routes.ts';
import { exportRoutes } from './export-routes.ts';
import { importRoutes } from './import-routes.ts';
import { jobRoutes } from './job-routes.ts';
import { createJobs } from './jobs.ts';
import { libraryRoutes } from './library-routes.ts';
import { pageRoutes } from './page-routes.ts';
import { peopleRoutes } from './people-routes.ts';
import { popoverRoutes } from './popover-routes.ts';
import { storageRoutes } from './storage-routes.ts';
import { syncRoutes } from './sync-routes.ts';
import type { SyncService } from './sync-service.ts';
import { tagRoutes } from './tag-routes.ts';

/** Everything that the background answers. */
export function createRoutes(storage: Storage, backups: Backups, sync: SyncService): Routes<Requests> {
  const jobs = createJobs();
  return {
    ...articleRoutes(storage),
    ...pageRoutes(),
    ...popoverRoutes(storage),
    ...annotationRoutes(storage),
    ...detectionRoutes(),
    ...exportRoutes(storage),
    ...importRoutes(storage, backups, jobs),
    ...libraryRoutes(storage, jobs),
    ...jobRoutes(jobs),
    ...peopleRoutes(storage),
    ...storageRoutes(storage, backups, sync),
    ...syncRoutes(sync),
    ...tagRoutes(storage),
  };
}
