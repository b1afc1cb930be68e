import { type ChangeKind, createChangeSorter } from './changed-text.ts';
import { createReadBudget } from './read-budget.ts';
import { createRestlessness } from './restlessness.ts';
import { watchAttributes } from './watch-attributes.ts';

/** Text must have been quiet for this long, or changing for that long, before the page is read again. */
const QUIET_MS = 120;
const LONGEST_WAIT_MS = 250;
/** However dear its reading is, a page that changes is read again after this long. */
const LONGEST_PAUSE_MS = 30_000;

const TEXT: MutationObserverInit = { subtree: true, childList: true, characterData: true };

/** What a watcher asks and tells. */
export interface ContentEvents {
  /** Text has changed. Answers when what follows from it is done; how long that took says how soon it may be asked again. */
  readonly onChange: () => Promise<unknown>;
  /** A class or a style has changed somewhere: whether text that was hidden is shown now. Asked at most some times a second. */
  readonly hasAppeared: () => boolean;
  /** The page has begun to change all the time, or has come to rest. */
  readonly onRestless: (isRestless: boolean) => void;
}

/** Watches text for changes. */
export interface ContentWatcher {
  /** Watches these trees as well: a document's observer does not see into shadow roots and frames. */
  also(roots: readonly Node[]): void;
}

/**
 * Calls back when text of the page has changed: soon when the page then rests, rarely when it never does. A part that changes all
 * the time, like a ticker, does not delay what is read for the rest.
 */
export function watchContent(document: Document, signal: AbortSignal, events: ContentEvents): ContentWatcher {
  const sorter = createChangeSorter();
  const budget = createReadBudget();
  let isRestless = false;
  const countChange = createRestlessness((next) => {
    isRestless = next;
    events.onRestless(next);
  }, signal);
  const seen = new Set<ChangeKind>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let firstChange = 0;
  let lastChange = 0;

  const arm = (wait: number): void => {
    clearTimeout(timer);
    timer = setTimeout(tick, wait);
  };
  const tick = (): void => {
    timer = undefined;
    // A page in the background is read when the reader returns.
    if (document.hidden)
      return document.addEventListener('visibilitychange', () => arm(0), { once: true, signal });
    const now = performance.now();
    const rested = now - lastChange;
    const waited = now - firstChange;
    if (!onlyTicks() && rested < QUIET_MS && waited < LONGEST_WAIT_MS)
      return arm(Math.min(QUIET_MS - rested, LONGEST_WAIT_MS - waited));
    // Something that blinks beside a ticker must not have the page read as one that has come to rest.
    if (seen.has('shown') && !seen.has('text') && !hasAppeared()) {
      seen.delete('shown');
      if (seen.size === 0) return;
    }
    const onlyTicker = onlyTicks();
    const atRest = !onlyTicker && rested >= QUIET_MS;
    const wait = Math.min(LONGEST_PAUSE_MS - waited, budget.wait(now, atRest));
    // Meanwhile the page may come to rest.
    if (wait > 0) return arm(atRest || onlyTicker ? wait : Math.min(wait, QUIET_MS));
    void look().catch(() => null);
  };
  const look = async (): Promise<void> => {
    const start = performance.now();
    seen.clear();
    await events.onChange();
    const end = performance.now();
    budget.spend(end, end - start);
  };
  const onlyTicks = (): boolean => !seen.has('text') && !seen.has('shown');
  const hasAppeared = (): boolean => {
    const start = performance.now();
    const answer = events.hasAppeared();
    const end = performance.now();
    budget.spend(end, end - start);
    return answer;
  };

  const onRecords = (records: readonly MutationRecord[], changes = 1): void => {
    const now = performance.now();
    countChange(now, changes);
    const kind = sorter(records, now);
    if (kind !== 'none') note(kind, now);
  };
  const note = (kind: Exclude<ChangeKind, 'none'>, now: number): void => {
    const isFirst = timer === undefined || !(seen.has('text') || seen.has('shown'));
    seen.add(kind);
    if (kind !== 'ticker') lastChange = now;
    if (!isFirst || (kind === 'ticker' && timer !== undefined)) return;
    firstChange = now;
    arm(QUIET_MS);
  };
  const observer = new MutationObserver((records) => onRecords(records));
  const attributeEvents = {
    onRecords,
    onUnwatched: () => {
      if (hasAppeared()) note('shown', performance.now());
    },
    isRestless: () => isRestless,
  };
  const attributes = watchAttributes(attributeEvents, signal);
  const also = (roots: readonly Node[]): void => {
    // Observing what is observed already changes nothing.
    if (!signal.aborted) for (const root of roots) observer.observe(root, TEXT);
    attributes.also(roots);
  };
  also([document]);
  signal.addEventListener(
    'abort',
    () => {
      observer.disconnect();
      clearTimeout(timer);
    },
    { once: true },
  );
  return { also };
}
