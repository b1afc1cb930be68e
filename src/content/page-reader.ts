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

/**
 * How long the text of one address may still stand under the next before it is taken for the next one's, in ms: pages that change within
 * themselves mostly change their address first, and their text when it has come.
 */
const grace = 2_000;

/** Whether a page has gone on to another address, and its text has not. */
const isLeftOver = (before: Reading | null, text: string, address: string): boolean =>
  before !== null && before.about.address !== address && before.surroundings.articleText === text;

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
  /** The address for whose text is waited, and until when, in ms. */
  let awaited = { address: '', until: 0 };
  let timer: ReturnType<typeof setTimeout> | undefined;
  signal.addEventListener('abort', () => clearTimeout(timer), { once: true });

  /** Waits for the text of a new address, once. Answers whether it does. */
  const waitsFor = (address: string): boolean => {
    const now = performance.now();
    if (awaited.address !== address) awaited = { address, until: now + grace };
    const left = awaited.until - now;
    if (left > 0) timer = setTimeout(() => void read().catch(onError), left);
    return left > 0;
  };

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
    const isOld = isLeftOver(before, article.text, where.address);
    if (isOld && waitsFor(where.address)) return;
    const same = before && (await replaceReading(document, before, article, where));
    const next = same ?? (await readPage(document, article, where));
    // The page has moved on while the background was detecting: a later call shows what stands there now.
    if (!isLatest()) return;
    awaited = { address: '', until: 0 };
    show(next);
    // What is missing in a text that may be the last article's says nothing of this one.
    if (!same && !isOld) reportOutcomes(next).catch(onError);
  };

  async function read(anew = false): Promise<void> {
    const mine = ++turn;
    clearTimeout(timer);
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
  }

  return {
    status: () => status,
    read,
    async refresh() {
      const before = current();
      if (!before) return;
      const next = await refreshReading(before);
      // A reading that was replaced meanwhile has its own records.
      if (current() === before) show(next);
    },
  };
}
