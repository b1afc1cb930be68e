import type { KnownList, Mark } from './list-places.ts';

/** As much of an index as a list is read by. */
export interface ListedIndex<Key extends IDBValidKey> {
  count(): Promise<number>;
  openKeyCursor(range: IDBKeyRange | null, way: Way): Promise<KeyCursor<Key> | null>;
}

interface KeyCursor<Key extends IDBValidKey> {
  readonly key: IDBValidKey;
  readonly primaryKey: Key;
  advance(rows: number): Promise<KeyCursor<Key> | null>;
  continue(): Promise<KeyCursor<Key> | null>;
  continuePrimaryKey(key: IDBValidKey, primaryKey: IDBValidKey): Promise<KeyCursor<Key> | null>;
}

export type Way = 'next' | 'prev';

/** On a long way through a list a mark is left every so many rows. */
const STRIDE = 1_024;
/** More marks than this are thinned out. */
const MARKS = 4_000;

/** The primary keys of some rows of a list, and how many rows it has. */
export interface PageOfKeys<Key extends IDBValidKey> {
  readonly keys: readonly Key[];
  readonly total: number;
}

/**
 * The primary keys of `limit` rows of an index from row `offset` on, and how many rows there are. The way there begins at the nearest row
 * that is known: the first, the last, or one that was read before. The rows are counted when nobody knows how many there are, and anew
 * when a page shows that they are not as many as was said.
 */
export async function listPage<Key extends IDBValidKey>(
  index: ListedIndex<Key>,
  known: KnownList,
  way: Way,
  offset: number,
  limit: number,
): Promise<PageOfKeys<Key>> {
  known.total ??= await index.count();
  const keys = await keysFrom(index, known, way, offset, limit);
  if (keys !== null) return { keys, total: known.total };
  const total = await index.count();
  Object.assign(known, { total, marks: [] });
  return { keys: (await keysFrom(index, known, way, offset, limit)) ?? [], total };
}

/** Null when there are more rows, or less, than is known of. */
async function keysFrom<Key extends IDBValidKey>(
  index: ListedIndex<Key>,
  known: KnownList,
  way: Way,
  offset: number,
  limit: number,
): Promise<readonly Key[] | null> {
  const total = known.total ?? 0;
  const keys: Key[] = [];
  if (limit === 0 || (offset >= total && offset > 0)) return keys;
  let cursor = total === 0 ? await index.openKeyCursor(null, way) : await seek(index, known, way, offset);
  while (cursor !== null) {
    const { key, primaryKey } = cursor;
    const isEnd = keys.length === 0 || keys.length === limit - 1;
    if (isEnd) leaveMark(known, { offset: offset + keys.length, key, primaryKey });
    keys.push(primaryKey);
    const isLast = keys.length === limit;
    // Behind the last row of all there is none.
    if (isLast && offset + limit < total) return keys;
    cursor = await cursor.continue();
    if (isLast && cursor !== null) return null;
  }
  return keys.length === Math.min(limit, total - offset) ? keys : null;
}

async function seek<Key extends IDBValidKey>(
  index: ListedIndex<Key>,
  known: KnownList,
  way: Way,
  offset: number,
): Promise<KeyCursor<Key> | null> {
  const last = (known.total ?? 0) - 1;
  const mark = nearestTo(known.marks, offset);
  const distance = mark === null ? Infinity : Math.abs(mark.offset - offset);
  const back = way === 'next' ? 'prev' : 'next';
  const walk = (from: KeyCursor<Key> | null, at: number, to: number) => walkOn(known, from, at, to);
  if (mark !== null && distance <= Math.min(offset, last - offset)) {
    if (mark.offset <= offset) return walk(await openAt(index, way, mark), mark.offset, offset);
    return turned(index, way, await walk(await openAt(index, back, mark), mark.offset, offset));
  }
  if (offset <= last - offset) return walk(await index.openKeyCursor(null, way), 0, offset);
  return turned(index, way, await walk(await index.openKeyCursor(null, back), last, offset));
}

/** Steps from row `at` to row `to`, and leaves marks on a long way. */
async function walkOn<Key extends IDBValidKey>(
  known: KnownList,
  from: KeyCursor<Key> | null,
  at: number,
  to: number,
): Promise<KeyCursor<Key> | null> {
  let cursor = from;
  let left = Math.abs(to - at);
  while (cursor !== null && left > 0) {
    const rows = Math.min(left, STRIDE);
    cursor = await cursor.advance(rows);
    left -= rows;
    if (cursor === null || rows < STRIDE) continue;
    leaveMark(known, {
      offset: to + Math.sign(at - to) * left,
      key: cursor.key,
      primaryKey: cursor.primaryKey,
    });
  }
  return cursor;
}

/** A cursor at a row. Many rows may have one key. */
async function openAt<Key extends IDBValidKey>(
  index: ListedIndex<Key>,
  way: Way,
  { key, primaryKey }: Pick<Mark, 'key' | 'primaryKey'>,
): Promise<KeyCursor<Key> | null> {
  const range = way === 'next' ? IDBKeyRange.lowerBound(key) : IDBKeyRange.upperBound(key);
  const cursor = await index.openKeyCursor(range, way);
  if (cursor === null || indexedDB.cmp(cursor.primaryKey, primaryKey) === 0) return cursor;
  return cursor.continuePrimaryKey(key, primaryKey);
}

/** The same row, to be gone on from the other way. */
async function turned<Key extends IDBValidKey>(
  index: ListedIndex<Key>,
  way: Way,
  cursor: KeyCursor<Key> | null,
): Promise<KeyCursor<Key> | null> {
  return cursor === null ? null : openAt(index, way, cursor);
}

/** How many of the marks stand before a row. */
function marksBefore(marks: readonly Mark[], offset: number): number {
  let [low, high] = [0, marks.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((marks[middle]?.offset ?? Infinity) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

function nearestTo(marks: readonly Mark[], offset: number): Mark | null {
  const place = marksBefore(marks, offset);
  const [before, after] = [marks[place - 1] ?? null, marks[place] ?? null];
  if (before === null || after === null) return before ?? after;
  return after.offset - offset < offset - before.offset ? after : before;
}

function leaveMark(known: KnownList, mark: Mark): void {
  const { marks } = known;
  const place = marksBefore(marks, mark.offset);
  if (marks[place]?.offset === mark.offset) return;
  marks.splice(place, 0, mark);
  if (marks.length > MARKS) known.marks = marks.filter((_, number) => number % 2 === 0);
}
