import { SyncError, TooLargeError } from './sync-error.ts';

/** How many bytes of JSON are asked for or given at a time. It changes with what the server and the net have shown. */
export interface Pace {
  bytes: number;
  /** The server takes no more than this. */
  ceiling: number;
  /** Things that were too large by themselves. */
  alone: number;
}

/**
 * A megabyte of JSON is read and written without a hold that a reader would notice, and passes servers in front of a CouchDB, of which many
 * take no larger bodies (nginx: `client_max_body_size 1m`).
 */
const BYTES = 900_000;
const MOST_AT_ONCE = 500;
/** A server that takes nothing, however small, is not asked for each thing. */
const MOST_ALONE = 100;

export function newPace(): Pace {
  return { bytes: BYTES, ceiling: BYTES, alone: 0 };
}

export interface Pieces<T> {
  readonly pace: Pace;
  /** About how many bytes of JSON one makes. */
  readonly sizeOf: (item: T) => number;
  readonly work: (piece: readonly T[]) => Promise<void>;
  /** One by itself is more than the server takes, or than we read. */
  readonly onTooLarge: (item: T) => void;
}

/**
 * Does the work piece by piece, in order. What is too large at once is tried in halves; what the server has not done in time is tried once
 * more in an eighth, so that it gets through a slow net too. Rejects with what else the work rejects with.
 */
export async function inPieces<T>(items: readonly T[], pieces: Pieces<T>): Promise<void> {
  const { pace, sizeOf, work, onTooLarge } = pieces;
  let isLate = false;
  for (let at = 0; at < items.length;) {
    const { piece, bytes } = pieceAt(items, at, pace.bytes, sizeOf);
    try {
      await work(piece);
      at += piece.length;
      isLate = false;
      pace.bytes = Math.min(pace.bytes * 2, pace.ceiling);
    } catch (error) {
      if (error instanceof TooLargeError) {
        pace.bytes = pace.ceiling = Math.max(1, Math.floor(bytes / 2));
        const [first, second] = piece;
        if (second !== undefined || first === undefined) continue;
        // The others may be larger than half of this one, and be taken.
        pace.bytes = pace.ceiling = bytes;
        pace.alone++;
        if (pace.alone > MOST_ALONE) throw error;
        onTooLarge(first);
        at++;
      } else if (isTimeout(error) && !isLate && piece.length > 1) {
        isLate = true;
        pace.bytes = Math.max(1, Math.floor(bytes / 8));
      } else throw error;
    }
  }
}

function pieceAt<T>(items: readonly T[], from: number, most: number, sizeOf: (item: T) => number) {
  const piece: T[] = [];
  let bytes = 0;
  for (const item of items.slice(from, from + MOST_AT_ONCE)) {
    const size = sizeOf(item);
    if (piece.length > 0 && bytes + size > most) break;
    piece.push(item);
    bytes += size;
  }
  return { piece, bytes };
}

function isTimeout(error: unknown): boolean {
  return error instanceof SyncError && error.problem === 'timeout';
}
