import type { Transaction } from './schema.ts';

/**
 * The numbers of documents that are of bare refusals: no passage, and only found by who asks for what was refused. Empty in a database
 * of before they were told apart.
 */
export async function refusedDocuments(transaction: Transaction<'readonly'>): Promise<ReadonlySet<number>> {
  const store = transaction.objectStore('documents');
  return new Set(store.indexNames.contains('refused') ? await store.index('refused').getAllKeys() : []);
}
