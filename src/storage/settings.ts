import type { Json } from '#core/guard-json.ts';
import type { Storage } from './database.ts';

/** The value of a setting, or null when it was never set. */
export function getSetting(storage: Storage, key: string): Promise<Json> {
  return storage.read(
    ['settings'],
    async (transaction) =>
      ((await transaction.objectStore('settings').get(key))?.value as Json | undefined) ?? null,
  );
}

/** Every setting by its key. */
export function listSettings(storage: Storage): Promise<Readonly<Record<string, Json>>> {
  return storage.read(['settings'], async (transaction) => {
    const settings = await transaction.objectStore('settings').getAll();
    return Object.fromEntries(settings.map(({ key, value }) => [key, value as Json]));
  });
}

/** Sets one; null takes it back to what it was before the reader chose. */
export function putSetting(storage: Storage, key: string, value: Json): Promise<void> {
  return storage.write(['settings'], async (transaction) => {
    const store = transaction.objectStore('settings');
    if (value === null) await store.delete(key);
    else await store.put({ key, value });
  });
}
