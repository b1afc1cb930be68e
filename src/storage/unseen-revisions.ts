import type { Transaction } from './schema.ts';

/**
 * Revisions that were sent and that the server has not listed since: it may have said that it took what it did not. One list, and no mark
 * at each document: to be seen is what nearly all of them come to.
 */
export async function unseenIn(
  transaction: Transaction<'readonly'> | Transaction<'readwrite'>,
): Promise<readonly string[]> {
  const list: unknown = (await transaction.objectStore('sync').get('unseen'))?.value;
  return Array.isArray(list) ? list.filter((rev) => typeof rev === 'string') : [];
}

export async function setUnseen(
  transaction: Transaction<'readwrite'>,
  revs: readonly string[],
): Promise<void> {
  const store = transaction.objectStore('sync');
  await (revs.length === 0 ? store.delete('unseen') : store.put({ key: 'unseen', value: revs }));
}

/** Adds what was sent. */
export async function noteUnseen(
  transaction: Transaction<'readwrite'>,
  revs: readonly string[],
): Promise<void> {
  await setUnseen(transaction, [...(await unseenIn(transaction)), ...revs]);
}
