import type { Couch } from './couch.ts';
import { NOTEBOOK } from './open-notebook.ts';
import { SyncError } from './sync-error.ts';

/** So many documents are deleted at a time. */
const BATCH = 500;
/** More rounds than this, of a million documents, take no notebook: a server that goes on naming what was deleted is asked no more. */
const MOST = 2_000;

/**
 * Takes a notebook off the server: the whole database where the name may do that, else each of its documents, the notebook's own first, so
 * that other machines stop. Done half-way it can be done again. Rejects with a SyncError.
 */
export async function wipeServer(couch: Couch): Promise<'nothing' | 'emptied'> {
  if (await couch.drop()) return 'nothing';
  const [notebook] = await couch.list({ start: NOTEBOOK, end: NOTEBOOK, limit: 1 });
  if (notebook !== undefined) await couch.remove([notebook]);
  for (let round = 0; round < MOST; round++) {
    const rows = await couch.list({ limit: BATCH });
    const ours = rows.filter(({ id }) => !id.startsWith('_design/'));
    if (ours.length === 0) {
      await couch.compact();
      return 'emptied';
    }
    await couch.remove(ours);
  }
  throw new SyncError('bad-answer');
}
