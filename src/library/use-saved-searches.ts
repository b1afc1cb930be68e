import { useEffect, useState } from 'preact/hooks';
import { onRevision, request } from '#messaging/client.ts';
import { searchesKey } from '#messaging/setting-keys.ts';
import { readSavedSearches, type SavedSearch, writeSavedSearches } from './saved-searches.ts';

export interface SavedSearches {
  readonly searches: readonly SavedSearch[];
  /** Changes what is stored now, which another page may have changed since it was read here. */
  readonly change: (how: (now: readonly SavedSearch[]) => readonly SavedSearch[]) => Promise<void>;
}

async function stored(): Promise<readonly SavedSearch[]> {
  return readSavedSearches((await request('settings.all', null))[searchesKey]);
}

/** The searches that the reader has named, followed as they change anywhere. */
export function useSavedSearches(): SavedSearches {
  const [searches, setSearches] = useState<readonly SavedSearch[]>([]);
  useEffect(() => {
    const controller = new AbortController();
    // A search works without the list of those that were kept.
    const read = (): void => void stored().then(setSearches, () => null);
    read();
    onRevision(read, controller.signal);
    return () => controller.abort();
  }, []);
  return {
    searches,
    async change(how) {
      const next = how(await stored());
      await request('settings.put', { key: searchesKey, value: writeSavedSearches(next) });
      setSearches(next);
    },
  };
}
