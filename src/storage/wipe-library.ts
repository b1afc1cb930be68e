import type { Storage } from './database.ts';
import type { StoreName, Transaction } from './schema.ts';

/** Every store; a new one that is missing here does not compile. */
const all = {
  articles: true,
  annotations: true,
  held: true,
  trash: true,
  documents: true,
  postings: true,
  endings: true,
  indexState: true,
  people: true,
  appearances: true,
  tallies: true,
  changes: true,
  changeItems: true,
  decisions: true,
  versions: true,
  details: true,
  ledger: true,
  settings: true,
  staged: true,
  totals: true,
  aside: true,
  sync: true,
  journal: true,
  replica: true,
} as const satisfies Readonly<Record<StoreName, true>>;

const stores = Object.keys(all) as StoreName[];

/** Tells one state of the library from the next: it differs after each change, undone ones and words added to a note among them. */
export function libraryState(storage: Storage): Promise<string> {
  return storage.read(['changes'], stateIn);
}

async function stateIn(transaction: Transaction<'readonly'> | Transaction<'readwrite'>): Promise<string> {
  const changes = (transaction as Transaction<'readonly'>).objectStore('changes');
  const last = (await changes.openCursor(null, 'prev'))?.value;
  return JSON.stringify([last?.number ?? 0, last?.at, last?.undone]);
}

/**
 * Empties the library, in one transaction: what is kept, its trash, its history, the ledger and the settings.
 * @param expected the state that is kept elsewhere, in a backup: in another one nothing is wiped. Null: whatever it is
 * @returns whether it was wiped
 */
export function wipeLibrary(storage: Storage, expected: string | null): Promise<boolean> {
  const wipe = async (transaction: Transaction<'readwrite'>): Promise<boolean> => {
    if (expected !== null && (await stateIn(transaction)) !== expected) return false;
    await Promise.all(stores.map((store) => transaction.objectStore(store).clear()));
    return true;
  };
  // Of a large library it writes more than a little. Should the disk cut that short, nothing is lost that was not to go.
  return storage.write(stores, wipe, 'little');
}
