import { type ReadonlySignal, signal } from '@preact/signals';

export type SearchState<Hit> =
  | { readonly state: 'off' }
  | { readonly state: 'searching' }
  | { readonly state: 'found'; readonly query: string; readonly hits: readonly Hit[] }
  | { readonly state: 'failed'; readonly error: unknown };

export interface SearchModel<Hit> {
  readonly query: ReadonlySignal<string>;
  readonly state: ReadonlySignal<SearchState<Hit>>;
  readonly setQuery: (query: string) => void;
  /** Searches again, for example because a record has changed. */
  readonly refresh: () => void;
}

/** A search starts this long after the last key, in ms. */
const delay = 120;

/** Searches as one types; an answer to an older query is never shown over a newer one. */
export function createSearchModel<Hit>(search: (query: string) => Promise<readonly Hit[]>): SearchModel<Hit> {
  const query = signal('');
  const state = signal<SearchState<Hit>>({ state: 'off' });
  let turn = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  async function run(): Promise<void> {
    turn += 1;
    const mine = turn;
    const wanted = query.peek().trim();
    let next: SearchState<Hit>;
    try {
      next = { state: 'found', query: wanted, hits: await search(wanted) };
    } catch (error) {
      next = { state: 'failed', error };
    }
    if (mine === turn) state.value = next;
  }

  return {
    query,
    state,
    setQuery(text) {
      query.value = text;
      clearTimeout(timer);
      turn += 1;
      if (text.trim() === '') {
        state.value = { state: 'off' };
        return;
      }
      if (state.peek().state !== 'found') state.value = { state: 'searching' };
      timer = setTimeout(() => void run(), delay);
    },
    refresh() {
      if (query.peek().trim() !== '') void run();
    },
  };
}
