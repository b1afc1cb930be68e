import type { Annotation } from '#core/annotation.ts';
import type { Decision } from '#core/decision.ts';
import { forbiddenPage, viewedPage } from '#core/forbidden-page.ts';
import type { ArticleOnPage, ArticleState } from './article-state.ts';

/** What the page of a tab answers. */
type PageAnswer =
  | { readonly state: 'not-article' | 'off' | 'reading' | 'failed' }
  | ({ readonly state: 'article' } & Omit<ArticleOnPage, 'saved'>);

/** How a surface asks about a tab. */
export interface TabPort {
  readonly tab: () => Promise<{ readonly id?: number | undefined; readonly url?: string | undefined } | null>;
  readonly access: (tab: { url?: string | undefined }) => Promise<{
    readonly state: 'listed' | 'granted' | 'withheld' | 'not-enabled' | 'forbidden' | 'unseen';
    readonly origin: string | null;
  }>;
  /** Rejects when no script of ours is there. */
  readonly page: (tabId: number) => Promise<PageAnswer>;
  readonly run: (tabId: number) => Promise<boolean>;
  /** The version that we were just updated to, or null. */
  readonly updatedTo: () => Promise<string | null>;
  /** What the reader has said of an article's names. */
  readonly decisions: (source: string) => Promise<readonly Decision[]>;
  /** The records of an article, with those of these ids: what was found on its page, wherever it is kept. */
  readonly saved: (source: string, found: readonly string[]) => Promise<readonly Annotation[]>;
}

/** A script that was just started needs a moment before it answers: so many tries, so far apart (ms). */
const tries = 10;
const pause = 100;

/**
 * Finds out what can be shown for the tab. Where we are allowed and no script answers, it is started once.
 * Failures come back as a state.
 */
export async function readTab(port: TabPort): Promise<ArticleState> {
  const tab = await port.tab();
  if (tab?.id === undefined) return forbidden('');
  const tabId = tab.id;
  const answer = await port.page(tabId).catch(() => null);
  const isPdf = tab.url !== undefined && forbiddenPage(tab.url) === 'pdf';
  if (answer !== null && !(isPdf && answer.state === 'not-article')) return fromAnswer(port, tabId, answer);
  if (isPdf) return forbidden(tab.url);

  const { state, origin } = await port.access({ url: tab.url });
  if (state === 'forbidden') return forbidden(tab.url);
  if (state === 'unseen') return { state };
  if (state === 'not-enabled' || state === 'withheld') return { state, tabId, origin };
  return startOnTab(port, tabId);
}

/** No extension may read the page at this address. */
function forbidden(address = ''): ArticleState {
  return { state: 'forbidden', page: forbiddenPage(address) ?? 'browser', viewed: viewedPage(address) };
}

/** A page that was open before we were there, or before we were updated. */
async function silent(port: TabPort, tabId: number): Promise<ArticleState> {
  const version = await port.updatedTo().catch(() => null);
  return { state: 'silent', tabId, updated: version !== null };
}

/** Starts our script on the tab and reads it; `silent` when it may not or does not answer. */
export async function startOnTab(port: TabPort, tabId: number): Promise<ArticleState> {
  if (!(await port.run(tabId))) return silent(port, tabId);
  for (let attempt = 0; attempt < tries; attempt += 1) {
    const answer = await port.page(tabId).catch(() => null);
    if (answer !== null) return fromAnswer(port, tabId, answer);
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
  return silent(port, tabId);
}

async function fromAnswer(port: TabPort, tabId: number, answer: PageAnswer): Promise<ArticleState> {
  if (answer.state === 'failed') return { state: 'failed', error: null };
  if (answer.state === 'off') return { state: 'off', tabId };
  if (answer.state !== 'article') return { state: answer.state };
  try {
    const { source, title, quotations, people, outcomes } = answer;
    const ids = outcomes.map(({ id }) => id);
    const [saved, decisions] = await Promise.all([
      port.saved(source, ids),
      port.decisions(source).catch(() => []),
    ]);
    const article = { source, title, quotations, people, outcomes, saved };
    return { state: 'article', tabId, article: decisions.length === 0 ? article : { ...article, decisions } };
  } catch (error) {
    return { state: 'failed', error };
  }
}
