import { computed, type ReadonlySignal, signal } from '@preact/signals';

/** One page of a long list, as the background answers it. */
export interface ListPage<Item> {
  /** How many there are in all. */
  readonly total: number;
  readonly items: readonly Item[];
}

export type FetchPage<Item> = (offset: number, limit: number) => Promise<ListPage<Item>>;

/** What of a long list is known: its length, and the rows that were asked for so far. */
export interface PagedRows<Item> {
  readonly state: 'loading' | 'ready' | 'failed';
  readonly total: number;
  readonly at: (index: number) => Item | null;
  /** What failed, when the state is `failed`. */
  readonly error: unknown;
}

export interface PagedList<Item> {
  readonly rows: ReadonlySignal<PagedRows<Item>>;
  /** How many rows there are, 0 while that is not known: what is drawn by it alone is not drawn anew with each page. */
  readonly total: ReadonlySignal<number>;
  /** These rows are in sight, and one stands in the document wherever the others are (-1: none): load what of them is missing. */
  readonly show: (first: number, last: number, pinned?: number) => void;
  /** Something has changed: what is in sight is fetched again, and stays as it was until the answer is there. */
  readonly reload: () => void;
  /** Asks for rows without showing them. */
  readonly fetchPage: FetchPage<Item>;
}

/** So many pages are asked for at once: the handle of the scroll bar passes by hundreds that nobody stays to read. */
const AT_ONCE = 2;
/** So many pages are kept; those that are farthest from what is in sight are dropped, and fetched again when they are wanted. */
const KEPT = 40;

/**
 * A list that is fetched page by page, as it is scrolled: what is in sight, then half a page before and after it. Answers that come too
 * late (another reload has begun since) are dropped.
 * @param fetchPage asks for `limit` rows from `offset` on; what it throws becomes the state `failed`
 * @param size rows a page
 */
export function createPagedList<Item>(fetchPage: FetchPage<Item>, size = 50): PagedList<Item> {
  let pages = new Map<number, readonly Item[]>();
  let pending = new Set<number>();
  let turn = 0;
  let shown: readonly [number, number] = [0, 0];
  let held = -1;
  const rows = signal<PagedRows<Item>>({ state: 'loading', total: 0, at: () => null, error: null });

  const show = (state: PagedRows<Item>['state'], total: number, error: unknown = null): void => {
    const known = pages;
    rows.value = {
      state,
      total,
      error,
      at: (index) => known.get(Math.floor(index / size))?.[index % size] ?? null,
    };
  };
  /** The pages that hold rows from `before` rows above what is in sight to as many below it. */
  const pagesAround = (before: number): number[] => {
    const [first, last] = shown;
    const from = Math.floor(Math.max(0, first - before) / size);
    const end = Math.max(first, last) + before;
    const { state, total } = rows.peek();
    const to = Math.floor((state === 'ready' ? Math.min(end, Math.max(first, total - 1)) : end) / size);
    return Array.from({ length: to - from + 1 }, (_, index) => from + index);
  };

  /** The pages of which rows are to be seen. */
  const wanted = (): readonly number[] => (held < 0 ? pagesAround(0) : [...pagesAround(0), held]);

  async function load(page: number): Promise<void> {
    const mine = turn;
    const waiting = pending;
    waiting.add(page);
    try {
      const { total, items } = await fetchPage(page * size, size);
      if (mine !== turn) return;
      pages = nearest(new Map(pages).set(page, items), Math.floor(shown[0] / size), held);
      show('ready', total);
    } catch (error) {
      // What nobody looks at any more is asked for again when somebody does.
      if (mine === turn && wanted().includes(page)) show('failed', rows.peek().total, error);
    } finally {
      waiting.delete(page);
    }
    // What has come into sight since then waits for its turn; after a failure the reader is asked first.
    if (mine === turn && rows.peek().state === 'ready') missing();
  }

  const missing = (): void => {
    for (const page of new Set([...wanted(), ...pagesAround(size / 2)])) {
      if (pending.size >= AT_ONCE) return;
      if (!pages.has(page) && !pending.has(page)) void load(page);
    }
  };

  async function refetch(): Promise<void> {
    turn += 1;
    const mine = turn;
    pending = new Set();
    const asked = [...new Set(wanted())];
    try {
      const fresh = await Promise.all(asked.map((page) => fetchPage(page * size, size)));
      if (mine !== turn) return;
      pages = new Map(fresh.map(({ items }, index) => [asked[index] ?? 0, items]));
      show('ready', fresh[0]?.total ?? 0);
      missing();
    } catch (error) {
      if (mine === turn) show('failed', rows.peek().total, error);
    }
  }

  return {
    rows,
    total: computed(() => (rows.value.state === 'ready' ? rows.value.total : 0)),
    show(first, last, pinned = -1) {
      shown = [Math.max(0, first), last];
      held = pinned < 0 ? -1 : Math.floor(pinned / size);
      missing();
    },
    reload: () => void refetch(),
    fetchPage,
  };
}

/** Without the pages that are farthest from one, when there are too many; `held` stays. */
function nearest<Page>(pages: Map<number, Page>, to: number, held: number): Map<number, Page> {
  if (pages.size <= KEPT) return pages;
  const distance = (page: number): number => (page === held ? 0 : Math.abs(page - to));
  const order = [...pages].sort(([a], [b]) => distance(a) - distance(b));
  return new Map(order.slice(0, KEPT));
}
