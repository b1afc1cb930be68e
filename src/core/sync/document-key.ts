import type { SyncDocument, SyncedStore } from './sync-document.ts';

/** As the guards of the records write it. */
const ANNOTATION = /^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Of how many parts the keys of a store are; 1: they are texts. */
const PARTS: Readonly<Record<SyncedStore, number>> = {
  annotations: 1,
  articles: 1,
  people: 1,
  appearances: 2,
  decisions: 3,
  versions: 2,
};

/** Whether a record of this store can lie under a key: under another it would lie where nobody finds it. */
export function isKeyOf(store: SyncedStore, key: SyncDocument['key']): boolean {
  if (typeof key !== 'string') return key.length > 1 && key.length === PARTS[store];
  if (store === 'annotations') return ANNOTATION.test(key);
  return PARTS[store] === 1 && (store !== 'people' || key.length <= 100);
}
