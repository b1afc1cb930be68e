import { articleInSteps } from '#page/article.ts';
import { inSlices } from '#page/in-slices.ts';
import { isArticle } from '#page/is-article.ts';
import { whenIdle } from '#page/when-idle.ts';
import { readPage, type Reading, refreshReading, replaceReading, reportOutcomes } from './page-session.ts';
import { createWhereabouts } from './whereabouts.ts';

/** Why there is no reading. */
type Unread = 'not-article' | 'off' | 'reading' | 'failed';

/** Reads the page, again and again. */
export interface PageReader {
  /**
   * Reads the page, if it is an article and the reader wants it; with `anew` it is detected again, though it may be the same. A later
   * call overtakes an earlier one. Rejects when the background does not answer.
   */
  read(anew?: boolean): Promise<void>;
  /** Looks up anew what is kept; the page is not read. */
  refresh(): Promise<void>;
  /** What a page without a reading is. */
  status(): Unread;
}

/** What a reader of the page asks and tells. */
export interface PageReaderEvents {
  /** The reading that is shown now. */
  readonly current: () => Reading | null;
  /** Show this one, or that there is none. */
  readonly show: (next: Reading | null) => void;
  readonly onError: (error: unknown) => void;
  /** Whether the reader wants us on this site. */
  readonly isWanted: () => boolean;
}

/** Whether a page is an article is asked at once, which is cheap; it is read in slices when the page is idle, since that is not. */
export function createPageReader(
  document: Document,
  { current, show, onError, isWanted }: PageReaderEvents,
  signal: AbortSignal,
): PageReader {
  // Nobody knows yet: a surface that asks before the first reading is to ask again.
  let status: Unread = 'reading';
  let turn = 0;
  const whereabouts = createWhereabouts(document);

  const readArticle = async (isLatest: () => boolean, anew: boolean): Promise<void> => {
    await whenIdle(window);
    if (!isLatest()) return;
    const article = await inSlices(articleInSteps(document));
    if (!isLatest()) return;
    if (!article) {
      status = 'not-article';
      return show(null);
    }
    const before = anew ? null : current();
    const where = whereabouts(article.canonical);
    const same = before && (await replaceReading(document, before, article, where));
    const next = same ?? (await readPage(document, article, where));
    // The page has moved on while the background was detecting: a later call shows what stands there now.
    if (!isLatest()) return;
    show(next);
    if (!same) reportOutcomes(next).catch(onError);
  };

  return {
    status: () => status,
    async read(anew = false) {
      const mine = ++turn;
      const isLatest = (): boolean => mine === turn && !signal.aborted;
      if (!isWanted() || !isArticle(document, document.location.href)) {
        status = isWanted() ? 'not-article' : 'off';
        return show(null);
      }
      status = 'reading';
      try {
        await readArticle(isLatest, anew);
      } catch (error) {
        if (mine === turn) status = 'failed';
        throw error;
      }
    },
    async refresh() {
      const before = current();
      if (!before) return;
      const next = await refreshReading(before);
      // A reading that was replaced meanwhile has its own records.
      if (current() === before) show(next);
    },
  };
}
