import type { StoreName } from './schema.ts';

/** Where a row of a list stands in its index. */
export interface Mark {
  readonly offset: number;
  readonly key: IDBValidKey;
  readonly primaryKey: IDBValidKey;
}

/** What was learnt of a list while it was read. */
export interface KnownList {
  /** How many rows it has; null while nobody has counted. */
  total: number | null;
  /** In the order of their offsets. */
  marks: Mark[];
  /** The primary keys of its first rows, as far as somebody has read them all. */
  numbers: number[];
  /** Whether `numbers` has all of them. */
  isWhole: boolean;
}

/**
 * What is known of where rows stand in long lists. An index can only be stepped through: with a million that takes seconds, so what one page has
 * cost the next must not pay again. It lives as long as nothing is written.
 */
export interface ListPlaces {
  /** A transaction that reads has been created. */
  readonly reads: (transaction: object) => void;
  /** A transaction that writes to these stores has been created: the next that reads them sees something else. */
  readonly writes: (stores: readonly StoreName[]) => void;
  /** What is known of a list of a store, to be read and added to; what was learnt before the last write to it is not in it. */
  readonly of: (transaction: object, store: StoreName, list: string) => KnownList;
  /** A list's length was missing, or was not what its rows say. */
  readonly miscounted: () => void;
  /** Whether that was said since this was asked last. */
  readonly takeMiscounted: () => boolean;
}

export function createListPlaces(): ListPlaces {
  let turn = 0;
  const written = new Map<StoreName, number>();
  const seen = new WeakMap<object, number>();
  const lists = new Map<string, { readonly turn: number; readonly known: KnownList }>();
  let isWrong = false;
  return {
    miscounted: () => void (isWrong = true),
    takeMiscounted() {
      const taken = isWrong;
      isWrong = false;
      return taken;
    },
    reads: (transaction) => void seen.set(transaction, turn),
    writes(stores) {
      turn++;
      for (const store of stores) written.set(store, turn);
    },
    of(transaction, store, list) {
      // The order in which transactions are created says what each sees.
      const mine = seen.get(transaction) ?? -1;
      const last = written.get(store) ?? 0;
      const name = `${store} ${list}`;
      const present = lists.get(name);
      if (mine >= last && present !== undefined && present.turn >= last) return present.known;
      const known: KnownList = { total: null, marks: [], numbers: [], isWhole: false };
      if (mine >= last) lists.set(name, { turn: mine, known });
      return known;
    },
  };
}
