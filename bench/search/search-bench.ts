import { rm } from 'node:fs/promises';
import type { Page } from 'puppeteer-core';
import { startChromium } from '../../scripts/driver/chromium.ts';
import { builtExtension } from '../built-extension.ts';
import { libraryProfile } from '../library/library-profile.ts';
import { wordOf } from '../library/library-records.ts';
import { ask, askCold, heapOf, queries, searchFor } from '../library/store-calls.ts';
import { median, table } from '../measure.ts';
import { bundleForPage, inBareChromium } from '../page-browser.ts';
import { asFigures } from '../results/figures.ts';
import type { InPage } from './in-page.ts';

/** An index in memory of more than this is more than a tab should be asked for. */
const MOST_IN_MEMORY = 100_000;
const ROUNDS = 5;

interface Searched {
  /** From nothing in memory to the first answer. */
  readonly cold: number;
  readonly warm: number;
  readonly slowest: number;
  readonly heap: number;
}

/** Searching a library: ours, whose index lies on the disk, and MiniSearch, whose index is held in memory; by the clock, ms. */
export async function benchSearch(sizes: readonly number[]): Promise<string> {
  builtExtension();
  const rows: string[][] = [];
  for (const size of sizes.filter((one) => one <= MOST_IN_MEMORY)) {
    const ours = await searchOurs(size);
    const { built, loaded, text } = await searchMiniSearch(size);
    const row = (name: string, { cold, warm, slowest, heap }: Searched): string[] => [
      size.toLocaleString('en'),
      name,
      cold.toFixed(0),
      warm.toFixed(1),
      slowest.toFixed(1),
      heap.toFixed(1),
    ];
    rows.push(
      row('On Record: index on the disk', ours),
      row('MiniSearch, made from the records', built),
      row(`MiniSearch, its saved text read (${text.toFixed(1)} MB)`, loaded),
    );
    console.error(`searched ${size}`);
  }
  const head = [
    'annotations',
    '',
    'first answer, cold, ms',
    'warm, median, ms',
    'warm, slowest, ms',
    'memory, MB',
  ];
  return [
    'Twelve queries: frequent and rare words, beginnings, a typo, a phrase. Ours: from the question in one of our pages, by way of the',
    'background, to fifty passages with their articles; cold, the background is not running. MiniSearch: the search alone, in the page',
    'that asks, from records or text that are in memory already, which an extension would first have to read from its store.',
    `\n${asFigures('search', table(head, rows))}`,
  ].join('\n');
}

async function searchOurs(size: number): Promise<Searched> {
  const profile = await libraryProfile(size);
  const session = await startChromium({ profile });
  try {
    const page = await session.openOwn('src/options/options.html');
    await ask(page, 'settings.all', null);
    const cold = await askCold(session, page, 'library.search', (i) => searchFor(wordOf(300 + i)));
    const heap = await heapOf(session);
    const times: number[] = [];
    const held: number[] = [];
    for (const query of queries()) {
      times.push(await ask(page, 'library.search', searchFor(query)));
      held.push(await heap());
    }
    times.sort((a, b) => a - b);
    return { cold, warm: median(times), slowest: times.at(-1) ?? Number.NaN, heap: Math.max(...held) };
  } finally {
    await session.close();
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  }
}

const call = async <K extends keyof InPage>(
  page: Page,
  name: K,
  ...input: Parameters<InPage[K]>
): Promise<ReturnType<InPage[K]>> =>
  (await page.evaluate(`onRecordSearch.${name}(...${JSON.stringify(input)})`)) as ReturnType<InPage[K]>;

async function searchMiniSearch(
  size: number,
): Promise<{ readonly built: Searched; readonly loaded: Searched; readonly text: number }> {
  const code = await bundleForPage('bench/search/in-page.ts');
  return inBareChromium(async (browser) => {
    const page = await browser.newPage();
    await page.goto('about:blank');
    await page.evaluate(code);
    const made = await call(page, 'make', size);
    if (made !== size) throw new Error(`${made} passages were made, not ${size}`);
    const building = await coldTimes(page, 'build');
    await call(page, 'forgetAllElse');
    const first = { ...(await warmTimes(page)), heap: await heapAlone(page) };
    const text = await call(page, 'save');
    const loading = await coldTimes(page, 'load');
    await call(page, 'forgetAllElse');
    const second = { ...(await warmTimes(page)), heap: await heapAlone(page) };
    return { built: { cold: building, ...first }, loaded: { cold: loading, ...second }, text };
  });
}

/** The median of some starts, each with its first answer. */
async function coldTimes(page: Page, start: 'build' | 'load'): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const ready = await call(page, start);
    const [answered] = await call(page, 'search', wordOf(300 + round));
    times.push(ready + answered);
  }
  return median(times.toSorted((a, b) => a - b));
}

async function warmTimes(page: Page): Promise<{ readonly warm: number; readonly slowest: number }> {
  const times: number[] = [];
  for (const query of queries()) {
    const [ms] = await call(page, 'search', query);
    times.push(ms);
  }
  times.sort((a, b) => a - b);
  return { warm: median(times), slowest: times.at(-1) ?? Number.NaN };
}

/** What the page holds after a collection, MB. */
async function heapAlone(page: Page): Promise<number> {
  const protocol = await page.createCDPSession();
  await protocol.send('HeapProfiler.collectGarbage');
  const { usedSize, embedderHeapUsedSize, backingStorageSize } = await protocol.send('Runtime.getHeapUsage');
  await protocol.detach();
  return (usedSize + embedderHeapUsedSize + backingStorageSize) / 1e6;
}
