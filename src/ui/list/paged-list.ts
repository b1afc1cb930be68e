import { type ReadonlySignal, signal } from '@preact/signals';

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
  /** These rows are in sight: load what of them is missing. */
  readonly show: (first: number, last: number) => void;
  /** Something has changed: what is in sight is fetched again, and stays as it was until the answer is there. */
  readonly reload: () => void;
  /** Asks for rows without showing them. */
  readonly fetchPage: FetchPage<Item>;
}

/**
 * A list that is fetched page by page, as it is scrolled. Answers that come too late (another reload has begun since) are dropped.
 * @param fetchPage asks for `limit` rows from `offset` on; what it throws becomes the state `failed`
 * @param size rows a page
 */
export function createPagedList<Item>(fetchPage: FetchPage<Item>, size = 50): PagedList<Item> {
  let pages = new Map<number, readonly Item[]>();
  let pending = new Set<number>();
  let turn = 0;
  let shown: readonly [number, number] = [0, 0];
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

  async function load(page: number): Promise<void> {
    const mine = turn;
    const waiting = pending;
    waiting.add(page);
    try {
      const { total, items } = await fetchPage(page * size, size);
      if (mine !== turn) return;
      pages = new Map(pages).set(page, items);
      show('ready', total);
    } catch (error) {
      if (mine === turn) show('failed', rows.peek().total, error);
    } finally {
      waiting.delete(page);
    }
  }

  const missing = (): void => {
    const [first, last] = shown;
    for (let page = Math.floor(first / size); page <= Math.floor(Math.max(first, last) / size); page += 1)
      if (!pages.has(page) && !pending.has(page)) void load(page);
  };

  async function refetch(): Promise<void> {
    turn += 1;
    const mine = turn;
    pending = new Set();
    const [first, last] = shown;
    const from = Math.floor(first / size);
    const to = Math.floor(Math.max(first, last) / size);
    try {
      const fresh = await Promise.all(
        Array.from({ length: to - from + 1 }, (_, index) => fetchPage((from + index) * size, size)),
      );
      if (mine !== turn) return;
      pages = new Map(fresh.map(({ items }, index) => [from + index, items]));
      show('ready', fresh[0]?.total ?? 0);
    } catch (error) {
      if (mine === turn) show('failed', rows.peek().total, error);
    }
  }

  return {
    rows,
    show(first, last) {
      shown = [Math.max(0, first), last];
      missing();
    },
    reload: () => void refetch(),
    fetchPage,
  };
}
