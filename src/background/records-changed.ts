import { refreshArticleTabs } from './badge.ts';
import { bumpRevision } from './revision.ts';

/**
 * Tells all that shows records that they have changed. Nobody waits for it: the record is safe by now, and a surface that could not
 * be told must not make its saving look failed.
 */
export function recordsChanged(): void {
  bumpRevision().catch((error: unknown) => console.error('revision', error));
  refreshArticleTabs().catch((error: unknown) => console.error('refresh', error));
}
