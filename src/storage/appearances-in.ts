import { parseAppearance, type AppearanceRecord } from '#core/person-record.ts';
import { listing } from './listing.ts';
import type { Transaction } from './schema.ts';

/** Where somebody is named; what a disk has spoilt is passed over. */
export async function appearancesIn(
  transaction: Transaction<'readonly'> | Transaction<'readwrite'>,
  person: string,
  most?: number,
): Promise<readonly AppearanceRecord[]> {
  const store = (transaction as Transaction<'readonly'>).objectStore('appearances');
  return listing(await store.index('person').getAll(person, most), parseAppearance).items;
}
