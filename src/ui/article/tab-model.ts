import { type ReadonlySignal, signal } from '@preact/signals';
import type { ArticleState } from './article-state.ts';
import { readTab, startOnTab, type TabPort } from './read-tab.ts';

export interface TabModel {
  readonly state: ReadonlySignal<ArticleState>;
  /** Reads the tab again; what is shown stays until the new state is there. */
  readonly refresh: () => void;
  /** Starts our script on a tab that it may run on now. */
  readonly start: (tabId: number) => void;
}

/** While the page is being read, it is asked again after so many ms. */
const readingPause = 250;

/** The state of the active tab, kept up to date while the page is being read, until the signal aborts. */
export function createTabModel(port: TabPort, signalOfEnd: AbortSignal): TabModel {
  const state = signal<ArticleState>({ state: 'loading' });
  let turn = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  signalOfEnd.addEventListener('abort', () => clearTimeout(timer), { once: true });

  function follow(reading: Promise<ArticleState>): void {
    turn += 1;
    const mine = turn;
    clearTimeout(timer);
    void reading
      .catch((error: unknown): ArticleState => ({ state: 'failed', error }))
      .then((next) => {
        if (mine !== turn || signalOfEnd.aborted) return;
        state.value = next;
        if (next.state === 'reading') timer = setTimeout(() => follow(readTab(port)), readingPause);
      });
  }

  return {
    state,
    refresh: () => follow(readTab(port)),
    start(tabId) {
      state.value = { state: 'loading' };
      follow(startOnTab(port, tabId));
    },
  };
}
