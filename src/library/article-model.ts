import { type ReadonlySignal, signal } from '@preact/signals';
import { request } from '#messaging/client.ts';
import type { ArticlePage } from '#messaging/library-protocol.ts';

type ArticleLoad =
  | { readonly state: 'loading' }
  | { readonly state: 'failed'; readonly error: unknown }
  | { readonly state: 'ready'; readonly page: ArticlePage };

export interface ArticleModel {
  readonly load: ReadonlySignal<ArticleLoad>;
  readonly refresh: () => void;
}

/** One article of the library, with all that is known of it. */
export function createArticleModel(source: string): ArticleModel {
  const load = signal<ArticleLoad>({ state: 'loading' });
  let turn = 0;
  const refresh = async (): Promise<void> => {
    turn += 1;
    const mine = turn;
    let next: ArticleLoad;
    try {
      next = { state: 'ready', page: await request('library.article', { source }) };
    } catch (error) {
      next = { state: 'failed', error };
    }
    if (mine === turn) load.value = next;
  };
  return { load, refresh: () => void refresh() };
}
