import type { Transaction } from './schema.ts';

/**
 * The time of something that is done now, for what is forgotten when it is old: never before the last change. A clock that was set back
 * (a battery that ran out) would else have it look years old as soon as the clock is right again.
 * @param now ms since 1970, by the clock
 */
export async function notBefore(
  transaction: Transaction<'readonly'> | Transaction<'readwrite'>,
  now: number,
): Promise<number> {
  const changes = (transaction as Transaction<'readonly'>).objectStore('changes');
  const last = await changes.openCursor(null, 'prev');
  const before = Date.parse(last?.value.at ?? '');
  return before > now ? before : now;
}
