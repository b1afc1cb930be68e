import { computed, type ReadonlySignal, signal } from '@preact/signals';
import { createPageWindow } from './page-window.ts';

/** One page of a long list, as the background answers it. */
export interface ListPage<Item> {
  /** How many there are in all. */
  readonly total: number;
  readonly items: readonly Item[];
}

export type FetchPage<Item> = (offset: number, limit: number) => Promise<ListPage<Item>>;

/** What of a long list is known: its length, and the rows that were asked for so far. */
interface PagedRows<Item> {
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
  const sight = createPageWindow(size);
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
  const total = (): number | null => (rows.peek().state === 'ready' ? rows.peek().total : null);

  async function load(page: number): Promise<void> {
    const mine = turn;
    const waiting = pending;
    waiting.add(page);
    try {
      const answer = await fetchPage(page * size, size);
      if (mine !== turn) return;
      pages = sight.nearest(new Map(pages).set(page, answer.items));
      show('ready', answer.total);
    } catch (error) {
      // What nobody looks at any more is asked for again when somebody does.
      if (mine === turn && sight.wanted(total()).includes(page)) show('failed', rows.peek().total, error);
    } finally {
      waiting.delete(page);
    }
    // What has come into sight since then waits for its turn; after a failure the reader is asked first.
    if (mine === turn && rows.peek().state === 'ready') missing();
  }

  const missing = (): void => {
    for (const page of sight.ahead(total())) {
      if (pending.size >= AT_ONCE) return;
      if (!pages.has(page) && !pending.has(page)) void load(page);
    }
  };

  async function refetch(): Promise<void> {
    turn += 1;
    const mine = turn;
    pending = new Set();
    const asked = sight.wanted(total());
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
      sight.move(first, last, pinned);
      missing();
    },
    reload: () => void refetch(),
    fetchPage,
  };
}
