import { mkdtemp, rm, stat } from 'node:fs/promises';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Page, TargetType } from 'puppeteer-core';
import { startChromium } from '../../scripts/driver/chromium.ts';
import { ask } from '../../scripts/driver/own-page.ts';
import { type Session, until } from '../../scripts/driver/session.ts';
import { builtExtension } from '../built-extension.ts';
import { browserCpu } from '../export/browser-cpu.ts';
import { longestGap, WATCH } from '../export/longest-gap.ts';
import { table } from '../measure.ts';
import { writeLibraryFile } from './library-file.ts';
import { peakMemory } from './peak-memory.ts';

/** No thread that answers may be held for longer, in ms. */
const MOST_HOLD = 50;
/** Longer than any of it takes on a busy machine, in ms. */
const PATIENCE = 3_600_000;

/**
 * A library as a file of our own JSON, brought into an empty one in real Chromium as a reader does it: the dialogue's field, the worker that
 * reads, the messages, the background and its store. Then the same once more, stopped half-way: nothing may be there.
 */
export async function benchImport(megabytes: readonly number[]): Promise<string> {
  builtExtension();
  const rows: (readonly string[])[] = [];
  for (const size of megabytes) {
    const folder = await mkdtemp(join(tmpdir(), 'on-record-import-bench-'));
    try {
      rows.push(await measure(size, folder));
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }
  const head = [
    'MB', 'annotations', 'read, s', 'compare, s', 'import, s', 'MB a second', 'processor, s', 'first search, s', 'all searched after, s',
    'surface: longest hold, ms', 'background: longest hold, ms', 'heaps: surface, background, MB', 'processes: ours, browser, others, MB',
    'stopped after, s', 'load',
  ]; // prettier-ignore
  return `A file of our own JSON into an empty library: surface and background held for ${MOST_HOLD} ms at most.\n\n${table(head, rows)}`;
}

async function measure(size: number, folder: string): Promise<readonly string[]> {
  const path = join(folder, 'library.json');
  const annotations = await writeLibraryFile(path, size * 1e6);
  const bytes = (await stat(path)).size;
  const whole = await inBrowser((session, page) => brought(session, page, path, annotations));
  const stopped = await inBrowser((_session, page) => stoppedHalfWay(page, path));
  const [load = 0] = loadavg();
  return [
    (bytes / 1e6).toFixed(0),
    String(annotations),
    ...whole,
    stopped?.toFixed(1) ?? '–',
    load.toFixed(1),
  ];
}

async function inBrowser<T>(work: (session: Session, page: Page) => Promise<T>): Promise<T> {
  const session = await startChromium();
  try {
    // It comes to the front, and a page behind it is never drawn.
    await session.browser.waitForTarget((target) => target.url().endsWith('/welcome.html'));
    const page = await session.openOwn('src/library/library.html');
    await page.bringToFront();
    await press(page, '.import-open-place button');
    return await work(session, page);
  } finally {
    await session.close();
  }
}

/** Presses what a selector names, once it is there and can be pressed. */
function press(page: Page, selector: string): Promise<boolean> {
  return until(selector, () =>
    page.evaluate((wanted) => {
      const element = document.querySelector<HTMLButtonElement>(`${wanted}:not([disabled])`);
      element?.click();
      return element !== null;
    }, selector),
  );
}

async function choose(page: Page, path: string): Promise<void> {
  const field = await page.waitForSelector('input.import-file');
  await field?.uploadFile(path);
}

async function brought(
  session: Session,
  page: Page,
  path: string,
  annotations: number,
): Promise<readonly string[]> {
  const background = await longestGap(session.browser);
  const cpu = processorOf(session);
  const heaps = await watchHeaps(session, page);
  await page.evaluate(`globalThis.longestHold = ${WATCH}; null`);
  const started = performance.now();
  await choose(page, path);
  await comes(page, said('Comparing'));
  const read = performance.now();
  await comes(page, SHOWN);
  const compared = performance.now();
  await press(page, '.dialog .button-primary');
  await comes(page, said('Imported'));
  const imported = performance.now();
  const taken = cpu();
  const hold = (await page.evaluate('longestHold()')) as number;
  const [held, [surface, worker]] = [await background(), await heaps()];
  const memory = await peakMemory(session.browser);
  const total = await annotationsIn(page);
  if (total !== annotations) throw new Error(`${total} of ${annotations} annotations are there`);
  const before = performance.now();
  await searchOnce(page);
  const searched = performance.now();
  await allSearched(page);
  const caughtUp = performance.now();
  const seconds = (from: number, to: number): string => ((to - from) / 1000).toFixed(1);
  const { size } = await stat(path);
  return [
    seconds(started, read), seconds(read, compared), seconds(compared, imported),
    (size / 1e3 / (imported - started)).toFixed(1), taken, seconds(before, searched), seconds(imported, caughtUp),
    hold.toFixed(0), held.toFixed(0), `${surface}, ${worker}`, `${memory.renderer}, ${memory.browser}, ${memory.other}`,
  ]; // prettier-ignore
}

/** Begins to count. Answers what tells the seconds of processor that the browser has taken since, which a busy machine does not lengthen. */
function processorOf(session: Session): () => string {
  const browser = session.browser.process()?.pid;
  const now = (): number | null => (browser === undefined ? null : browserCpu(browser));
  const before = now();
  return () => {
    const after = now();
    return before === null || after === null ? '–' : (after - before).toFixed(1);
  };
}

/** How many annotations the store holds, as its own page sees it. */
function annotationsIn(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((resolve, reject) => {
        const opening = indexedDB.open('on-record');
        opening.addEventListener('error', () => reject(new Error('not opened')));
        opening.addEventListener('success', () => {
          const count = opening.result.transaction('annotations').objectStore('annotations').count();
          count.addEventListener('success', () => resolve(count.result));
          opening.result.close();
        });
      }),
  );
}

/** The first search, which the index answers as far as it has come. */
async function searchOnce(page: Page): Promise<void> {
  const input = { query: 'ba', filter: {}, order: 'rank', offset: 0, limit: 1 };
  const message = JSON.stringify({ name: 'library.search', input });
  await page.evaluate(`globalThis.searched = null;
    chrome.runtime.sendMessage(${message}).then((reply) => { searched = reply; }); null`);
  await comes(page, 'searched !== null');
}

/** Waits until nothing that was brought in is left for the index. */
async function allSearched(page: Page): Promise<void> {
  await until('the index', async () => (await ask(page, 'library.backlog', null)) === null, PATIENCE);
}

/** Waits until code of the page holds, in short questions: the driver gives none of them more than three minutes. */
async function comes(page: Page, code: string): Promise<void> {
  const trouble = `document.querySelector('.dialog .trouble')?.textContent ?? ''`;
  const wrong = await until(
    code,
    async () => {
      const [holds, words] = (await page.evaluate(`[Boolean(${code}), ${trouble}]`)) as [boolean, string];
      return holds || words !== '' ? { words } : null;
    },
    PATIENCE,
  );
  if (wrong.words !== '') throw new Error(wrong.words);
}

const BAR = `document.querySelector('.dialog .import-progress[value]')`;
const SHOWN = `document.querySelector('.dialog .figures') !== null`;

/** Whether the dialogue says this, or shows already what comes after it. */
const said = (words: string): string =>
  `(document.querySelector('.dialog .import-outcome')?.textContent.includes('${words}') || (${words === 'Comparing'} && ${SHOWN}))`;

/**
 * Stops an import in the middle. Answers after how many seconds nothing of it was under way any more; a small file may be in before it can
 * be stopped: then null.
 */
async function stoppedHalfWay(page: Page, path: string): Promise<number | null> {
  await choose(page, path);
  await comes(page, SHOWN);
  await press(page, '.dialog .button-primary');
  await comes(page, `${BAR}?.value >= 50 || ${said('Imported')}`);
  const started = performance.now();
  const isStopped = await page.evaluate(`(() => {
    const isRunning = ${BAR} !== null;
    if (isRunning) document.querySelector('.dialog .dialog-actions button').click();
    return isRunning;
  })()`);
  if (isStopped !== true) return null;
  await comes(page, `document.querySelector('.dialog .file-field') !== null`);
  const plan = await ask(page, 'export.plan', { selection: null });
  const seconds = (performance.now() - started) / 1000;
  if (plan.ids.length + plan.sources.length > 0) throw new Error('a stopped import has left something');
  return seconds;
}

/** Watches the heaps of the page and of the background. Answers what tells the most of each, in MB. */
async function watchHeaps(session: Session, page: Page): Promise<() => Promise<readonly [number, number]>> {
  const worker = session.browser.targets().find((one) => one.type() === TargetType.SERVICE_WORKER);
  const protocols = [await page.createCDPSession(), await worker?.createCDPSession()];
  const most: [number, number] = [0, 0];
  const look = async (): Promise<void> => {
    for (const [index, protocol] of protocols.entries()) {
      const { usedSize = 0 } = (await protocol?.send('Runtime.getHeapUsage').catch(() => null)) ?? {};
      most[index === 0 ? 0 : 1] = Math.max(most[index === 0 ? 0 : 1], Math.round(usedSize / 1e6));
    }
  };
  const timer = setInterval(() => void look(), 500);
  return async () => {
    clearInterval(timer);
    await look();
    for (const protocol of protocols) await protocol?.detach();
    return most;
  };
}
