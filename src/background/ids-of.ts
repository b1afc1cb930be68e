import type { Selection } from '#messaging/library-protocol.ts';
import type { Storage } from '#storage/database.ts';
import { searchIds } from '#storage/search-annotations.ts';

/** The annotations that a selection names. */
export async function idsOf(storage: Storage, selection: Selection): Promise<readonly string[]> {
  if ('ids' in selection) return selection.ids;
  const except = new Set(selection.except);
  const found = await searchIds(storage, selection.search.query, selection.search.filter);
  return found.filter((id) => !except.has(id));
}
