import { isSkipped } from './element-kind.ts';

/** Text must have been quiet for this long, or changing for that long, before the page is read again. */
const QUIET_MS = 150;
const LONGEST_WAIT_MS = 400;
/** A page that never rests is read less and less often. */
const LONGEST_PAUSE_MS = 30_000;
/** After this long without a change the page counts as at rest again. */
const REST_MS = 5000;
/** Changes of fewer UTF-16 units than this are clocks and counters. */
const LEAST_TEXT = 12;
/** Look at no more records of one batch than this; a batch so large is a change in any case. */
const MOST_RECORDS = 200;

/** Calls back when text of the page has changed, at most some times a second, and rarely on a page that never rests. */
export function watchContent(document: Document, signal: AbortSignal, onChange: () => void): void {
  const view = document.defaultView;
  const root = document.documentElement;
  if (!view || !root || signal.aborted) return;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let firstChange = 0;
  let lastChange = 0;
  let lastCall = 0;
  let pause = 0;

  const schedule = (): void => {
    const now = performance.now();
    if (now - lastChange > REST_MS) pause = 0;
    lastChange = now;
    if (timer === undefined) firstChange = now;
    else clearTimeout(timer);
    const soonest = lastCall + pause - now;
    const wait = Math.min(QUIET_MS, Math.max(0, firstChange + LONGEST_WAIT_MS - now));
    timer = setTimeout(call, Math.max(wait, soonest));
  };
  const call = (): void => {
    timer = undefined;
    // A page in the background is read when the reader returns.
    if (document.hidden)
      return document.addEventListener('visibilitychange', schedule, { once: true, signal });
    lastCall = performance.now();
    pause = Math.min(LONGEST_PAUSE_MS, Math.max(500, pause * 2));
    onChange();
  };

  const observer = new MutationObserver((records) => {
    if (records.length > MOST_RECORDS || records.some(changesText)) schedule();
  });
  observer.observe(root, {
    subtree: true,
    childList: true,
    characterData: true,
    attributes: true,
    attributeFilter: ['hidden', 'open', 'aria-expanded'],
  });
  signal.addEventListener(
    'abort',
    () => {
      observer.disconnect();
      clearTimeout(timer);
    },
    { once: true },
  );
}

function changesText(record: MutationRecord): boolean {
  const { target } = record;
  if (record.type === 'attributes') return true;
  const element = target.nodeType === Node.ELEMENT_NODE ? (target as Element) : target.parentElement;
  if (!element || isSkipped(element)) return false;
  if (record.type === 'characterData') return (target as Text).data.length >= LEAST_TEXT;
  // Beside head and body stands only our own element.
  if (element === element.ownerDocument.documentElement)
    return [...record.addedNodes, ...record.removedNodes].some((node) => node.nodeName === 'BODY');
  return textLength(record.addedNodes) + textLength(record.removedNodes) >= LEAST_TEXT;
}

function textLength(nodes: NodeList): number {
  let length = 0;
  for (const node of nodes) {
    if (node.nodeType === Node.TEXT_NODE) length += (node as Text).data.trim().length;
    else if (node.nodeType === Node.ELEMENT_NODE && !isSkipped(node as Element))
      length += node.textContent?.length ?? 0;
    if (length >= LEAST_TEXT) break;
  }
  return length;
}
