/** When a replica wrote something: ms since 1970, never earlier than what it had seen of the same record, and the replica's id. */
export type Stamp = readonly [ms: number, replica: string];

/** How often and when last each replica has written a record: a version vector. Replica's id → [ms, count]. */
export type Writes = Readonly<Record<string, readonly [ms: number, count: number]>>;

/** Until when the writes of each replica are covered by something that came after them. Replica's id → ms. */
export type Covered = Readonly<Record<string, number>>;

/** Whether `one` was written after `other`: by time, and at the same time by the replica's id, so that every machine says the same. */
export function isLater(one: Stamp, other: Stamp): boolean {
  return one[0] === other[0] ? one[1] > other[1] : one[0] > other[0];
}

export function isCovered([ms, replica]: Stamp, covered: Covered): boolean {
  return ms <= (covered[replica] ?? -1);
}

/** Whether some of the writes were made without knowledge of what covers the others. */
export function hasUncovered(writes: Writes, covered: Covered): boolean {
  return Object.entries(writes).some(([replica, [ms]]) => !isCovered([ms, replica], covered));
}

/** All of these writes. */
export function coverOf(writes: Writes): Covered {
  return Object.fromEntries(Object.entries(writes).map(([replica, [ms]]) => [replica, ms]));
}

export function joinCovered(one: Covered, other: Covered): Covered {
  const joined = new Map(Object.entries(one));
  for (const [replica, ms] of Object.entries(other))
    joined.set(replica, Math.max(ms, joined.get(replica) ?? -1));
  return inOrder(joined);
}

export function joinWrites(one: Writes, other: Writes): Writes {
  const joined = new Map(Object.entries(one));
  for (const [replica, [ms, count]] of Object.entries(other)) {
    const [earlier, fewer] = joined.get(replica) ?? [-1, 0];
    joined.set(replica, [Math.max(ms, earlier), Math.max(count, fewer)]);
  }
  return inOrder(joined);
}

/** ms since 1970 of the last write, -1 for none. */
export function lastWritten(writes: Writes): number {
  return Object.values(writes).reduce((last, [ms]) => Math.max(last, ms), -1);
}

export function countWrites(writes: Writes): number {
  return Object.values(writes).reduce((sum, [, count]) => sum + count, 0);
}

/** As an object whose keys stand in order, so that equal states are equal as JSON, too. */
export function inOrder<T>(entries: Iterable<readonly [string, T]>): Readonly<Record<string, T>> {
  return Object.fromEntries([...entries].sort(([one], [other]) => (one < other ? -1 : one > other ? 1 : 0)));
}
