/** A row of a list, as it is told apart from the others. */
export interface CachedRow {
  readonly key: string | number | bigint;
  readonly index: number;
}

interface Made<Item, Contents> {
  readonly item: Item;
  readonly index: number;
  readonly how: unknown;
  readonly contents: Contents;
}

/**
 * Keeps what was made of each row that is in the document, so that a list that is scrolled makes what is new and nothing else: Preact
 * does not compare what it is given again as the same object.
 * @returns a function that answers the contents of rows by their keys; those of which nothing is known yet are not among them
 */
export function createRowCache<Item, Contents>(): (
  rows: readonly CachedRow[],
  at: (index: number) => Item | null,
  make: (item: Item, index: number) => Contents,
) => ReadonlyMap<CachedRow['key'], Contents> {
  let known = new Map<CachedRow['key'], Made<Item, Contents>>();
  return (rows, at, make) => {
    const next = new Map<CachedRow['key'], Made<Item, Contents>>();
    for (const { key, index } of rows) {
      const item = at(index);
      if (item === null) continue;
      const made = known.get(key);
      const isSame = made?.item === item && made.index === index && made.how === make;
      next.set(key, isSame ? made : { item, index, how: make, contents: make(item, index) });
    }
    known = next;
    return new Map([...next].map(([key, { contents }]) => [key, contents]));
  };
}
