import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { type ChromiumSession, startChromium } from '../../scripts/driver/chromium.ts';
import { browserCpu } from '../export/browser-cpu.ts';
import { exportEverything } from '../export/export-everything.ts';
import { peakMemory } from '../import/peak-memory.ts';
import { libraryProfile } from '../library/library-profile.ts';
import { AN_ARTICLE, sourceOf } from '../library/library-records.ts';
import { savesOf } from '../library/library-store.ts';
import { ask, heapOf, queries, searchFor } from '../library/store-calls.ts';
import type { Grown } from './grown.ts';

const SAVES = 'saving 100 annotations';
const READS = 'reading the annotations of 60 articles';
const SEARCHES = 'searching, 60 questions';
const EXPORT = 'export of everything as JSON, by the dialogue';

type Point = Grown['points'][number];

/** The store, its index and the export in real Chromium, in libraries of these sizes: processor time of all of the browser. */
export async function growStore(sizes: readonly number[]): Promise<readonly Grown[]> {
  const points = new Map<string, Point[]>([SAVES, READS, SEARCHES, EXPORT].map((what) => [what, []]));
  for (const size of sizes) {
    for (const [what, point] of await measure(size)) points.get(what)?.push(point);
    console.error(`grown: a library of ${size}`);
  }
  return [...points].map(([what, list]) => ({ what, unit: 'annotations in the library', points: list }));
}

async function measure(size: number): Promise<ReadonlyMap<string, Point>> {
  const profile = await libraryProfile(size);
  const downloads = await mkdtemp(join(tmpdir(), 'on-record-downloads-'));
  const session = await startChromium({ profile, downloads });
  try {
    const page = await session.openOwn('src/options/options.html');
    await ask(page, 'settings.all', null);
    await ask(page, 'library.search', searchFor('ba'));
    const heap = await heapOf(session);
    const points = new Map<string, Point>();
    const point = async (what: string, work: () => Promise<unknown>): Promise<void> => {
      const ms = await cpuOf(session, work);
      points.set(what, { size, ms, mb: await heap() });
    };
    await point(READS, () => readArticles(page, size));
    await point(SEARCHES, () => searchAll(page));
    await point(SAVES, () => savesOf(page, size));
    await page.close();
    const library = await session.openOwn('src/library/library.html');
    const [exported] = await exportEverything(library, ['json'], downloads);
    const { renderer } = await peakMemory(session.browser);
    if (exported !== undefined)
      points.set(EXPORT, { size, ms: (exported.cpu ?? Number.NaN) * 1000, mb: renderer });
    return points;
  } finally {
    await session.close();
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
    await rm(downloads, { recursive: true, force: true });
  }
}

/** Of all processes of the browser, in ms; by the clock where the system does not tell. */
async function cpuOf({ browser }: ChromiumSession, work: () => Promise<unknown>): Promise<number> {
  const id = browser.process()?.pid;
  const now = (): number => (id === undefined ? null : browserCpu(id)) ?? performance.now() / 1000;
  const before = now();
  await work();
  return (now() - before) * 1000;
}

async function readArticles(page: Page, size: number): Promise<void> {
  for (let i = 0; i < 60; i++)
    await ask(page, 'annotations.ofArticle', { source: sourceOf((i * 37) % (size / AN_ARTICLE)) });
}

async function searchAll(page: Page): Promise<void> {
  for (let round = 0; round < 5; round++)
    for (const query of queries()) await ask(page, 'library.search', searchFor(query));
}
