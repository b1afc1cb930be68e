import type { CDPSession, Page } from 'puppeteer-core';
import type { ChromiumSession } from '../../scripts/driver/chromium.ts';
import { CATEGORIES, type ScriptTask, scriptTasks } from './trace-tasks.ts';

/** What a visit of a page shows. */
export interface Visit {
  /** Painted places. */
  readonly marks: number;
  readonly tasks: readonly ScriptTask[];
  /** Tasks over 50 ms by the clock, whoever's, as a PerformanceObserver tells. */
  readonly longTasks: number;
  /** The sum of all layout shifts. */
  readonly shift: number;
  /** Heap of the page's isolate after a collection, in MB: our world's is the difference between on and off. */
  readonly heap: number;
  /** CPU time of the page's main thread for a frame of scrolling, ms. */
  readonly frameCpu: number;
  /** Between two frames of scrolling, median and 95th of 100, ms by the clock. */
  readonly frame: number;
  readonly lateFrame: number;
}

/** How long to wait for marks, and to rest after them, in ms. */
const PATIENCE_MS = 4000;
const REST_MS = 1200;
const FRAMES = 60;

const rest = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Counts, before anything of the page is there. Runs in the page. */
const COUNTER = `(() => {
  const seen = { longTasks: 0, shift: 0 };
  new PerformanceObserver((list) => { seen.longTasks += list.getEntries().length; }).observe({ type: 'longtask', buffered: true });
  new PerformanceObserver((list) => { for (const { value } of list.getEntries()) seen.shift += value; }).observe({ type: 'layout-shift', buffered: true });
  window.onRecordSeen = seen;
})()`;

const COUNT_MARKS = `[...CSS.highlights.values()].reduce((sum, { size }) => sum + size, 0)`;

/** Scrolls down the page, one step a frame; answers the times between frames. Runs in the page. */
const SCROLL = `new Promise((resolve, reject) => {
  setTimeout(() => reject(new Error('the page gets no frames')), 20_000);
  const times = [];
  let last = performance.now();
  const step = (now) => {
    times.push(now - last);
    last = now;
    if (times.length > ${FRAMES}) return resolve(times.slice(1));
    scrollBy({ top: 90, behavior: 'instant' });
    requestAnimationFrame(step);
  };
  requestAnimationFrame(step);
})`;

/**
 * Opens a page in a new tab, waits for marks, rests, scrolls, and closes it.
 * @param hasMarks whether marks are waited for
 */
export async function visitPage(
  session: ChromiumSession,
  address: string,
  hasMarks: boolean,
): Promise<Visit> {
  const page = await session.browser.newPage();
  try {
    await page.evaluateOnNewDocument(COUNTER);
    // A tab behind another gets no frames.
    await page.bringToFront();
    const protocol = await page.createCDPSession();
    await protocol.send('Performance.enable', { timeDomain: 'threadTicks' });
    await page.tracing.start({ categories: CATEGORIES });
    await page.goto(address, { waitUntil: 'domcontentloaded' });
    const marks = await untilMarks(page, hasMarks ? PATIENCE_MS : 0);
    await rest(REST_MS);
    const trace = await page.tracing.stop();
    const { longTasks, shift } = (await page.evaluate('onRecordSeen')) as Pick<Visit, 'longTasks' | 'shift'>;
    const heap = await heapOf(protocol);
    const before = await taskTime(protocol);
    await page.bringToFront();
    const times = ((await page.evaluate(SCROLL)) as number[]).toSorted((a, b) => a - b);
    const frameCpu = ((await taskTime(protocol)) - before) / FRAMES;
    // Where the page moves for ever, only what is in the window is painted: more may have come.
    const passed = (await page.evaluate(COUNT_MARKS)) as number;
    return {
      marks: Math.max(marks, passed),
      tasks: scriptTasks(new TextDecoder().decode(trace), address),
      longTasks,
      shift,
      heap,
      frameCpu,
      frame: times[times.length >> 1] ?? Number.NaN,
      lateFrame: times[Math.floor(times.length * 0.95)] ?? Number.NaN,
    };
  } finally {
    await page.close();
  }
}

async function untilMarks(page: Page, patience: number): Promise<number> {
  const end = performance.now() + patience;
  for (;;) {
    const marks = (await page.evaluate(COUNT_MARKS)) as number;
    if (marks > 0 || performance.now() >= end) return marks;
    await rest(100);
  }
}

async function heapOf(protocol: CDPSession): Promise<number> {
  await protocol.send('HeapProfiler.collectGarbage');
  const usage = await protocol.send('Runtime.getHeapUsage');
  const parts = usage as { usedSize: number; embedderHeapUsedSize?: number; backingStorageSize?: number };
  return (parts.usedSize + (parts.embedderHeapUsedSize ?? 0) + (parts.backingStorageSize ?? 0)) / 1e6;
}

async function taskTime(protocol: CDPSession): Promise<number> {
  const { metrics } = await protocol.send('Performance.getMetrics');
  return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN) * 1000;
}

/**
 * How long after the article is ready (its document is parsed) the first marks are painted, in ms by the page's clock; null when none
 * come.
 */
export async function timeToFirstMarks(session: ChromiumSession, address: string): Promise<number | null> {
  const page = await session.browser.newPage();
  try {
    await page.bringToFront();
    await page.evaluateOnNewDocument(`window.onRecordFirst = new Promise((resolve) => {
      const look = () => {
        if (CSS.highlights.size > 0) return resolve(performance.now() - performance.timing.domInteractive + performance.timing.navigationStart);
        if (performance.now() < 15_000) setTimeout(look, 4); else resolve(null);
      };
      look();
    })`);
    await page.goto(address, { waitUntil: 'domcontentloaded' });
    return (await page.evaluate('onRecordFirst')) as number | null;
  } finally {
    await page.close();
  }
}
