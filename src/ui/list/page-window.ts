/** So many pages are kept; those that are farthest from what is in sight are dropped, and fetched again when they are wanted. */
const KEPT = 40;

/** Which pages of a list are wanted, by what of it is in sight. */
export interface PageWindow {
  /** These rows are in sight, and one is held wherever the others are (-1: none). */
  readonly move: (first: number, last: number, pinned: number) => void;
  /** The pages that hold these rows. `total`: how many rows there are, null while that is not known. */
  readonly wanted: (total: number | null) => readonly number[];
  /** The same, and then half a page before and after what is in sight. */
  readonly ahead: (total: number | null) => ReadonlySet<number>;
  /** Without the pages that are farthest from what is in sight, when there are too many. */
  readonly nearest: <Page>(pages: ReadonlyMap<number, Page>) => Map<number, Page>;
}

/** @param size rows a page */
export function createPageWindow(size: number): PageWindow {
  let [first, last, held] = [0, 0, -1];
  const around = (rows: number, total: number | null): number[] => {
    const from = Math.floor(Math.max(0, first - rows) / size);
    const end = Math.max(first, last) + rows;
    const to = Math.floor((total === null ? end : Math.min(end, Math.max(first, total - 1))) / size);
    return Array.from({ length: to - from + 1 }, (_, index) => from + index);
  };
  const wanted = (total: number | null): readonly number[] => {
    const pages = around(0, total);
    return held < 0 || pages.includes(held) ? pages : [...pages, held];
  };
  return {
    move(firstRow, lastRow, pinned) {
      [first, last] = [Math.max(0, firstRow), lastRow];
      held = pinned < 0 ? -1 : Math.floor(pinned / size);
    },
    wanted,
    ahead: (total) => new Set([...wanted(total), ...around(size / 2, total)]),
    nearest(pages) {
      if (pages.size <= KEPT) return new Map(pages);
      const middle = Math.floor(first / size);
      const distance = (page: number): number => (page === held ? 0 : Math.abs(page - middle));
      const order = [...pages].sort(([a], [b]) => distance(a) - distance(b));
      return new Map(order.slice(0, KEPT));
    },
  };
}
