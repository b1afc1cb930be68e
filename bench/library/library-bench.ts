import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { build } from 'esbuild';
import { type Page, TargetType } from 'puppeteer-core';
import { type ChromiumSession, startChromium } from '../../scripts/driver/chromium.ts';
import { until } from '../../scripts/driver/session.ts';
import { growthExponent, median, table } from '../measure.ts';
import { sourceOf, wordOf } from './seed-library.ts';

/** What one library of a size takes, in ms; memory in MB. */
interface Figures {
  readonly size: number;
  readonly seconds: number;
  readonly values: readonly number[];
}

const ROWS = [
  ['saving one, median', 15],
  ['saving one, of 100 the slowest but five', null],
  ['annotations of one article, cold worker', 60],
  ['search, cold worker', 300],
  ['search, warm, median of 12 queries', 60],
  ['search, warm, the slowest of them', null],
  ['the first articles of the list', 500],
  ['first page of one person: a tenth of all', 200],
  ['heap of the background after that, MB', 80],
] as const;

/**
 * The library in real Chromium, through the messages that its pages send, at libraries of these numbers of annotations.
 */
export async function benchLibrary(sizes: readonly number[]): Promise<string> {
  if (!existsSync('dist/chrome/manifest.json')) execFileSync('node_modules/.bin/tsx', ['scripts/build.ts']);
  const seed = await seedScript();
  const figures: Figures[] = [];
  for (const size of sizes) {
    const session = await startChromium();
    try {
      figures.push(await measure(session, seed, size));
      console.error(`measured at ${size}`);
    } finally {
      await session.close();
    }
  }
  const rows = ROWS.map(([name, floor], i) => {
    const values = figures.map(({ values: of }) => of[i] ?? Number.NaN);
    const points = figures.map(({ size }, k) => ({ size, ms: values[k] ?? 1 }));
    return [
      name,
      floor === null ? '' : String(floor),
      ...values.map((value) => value.toFixed(1)),
      growthExponent(points).toFixed(2),
    ];
  });
  const head = ['ms', 'at most, at 100,000', ...figures.map(({ size }) => String(size)), 'grows with size^'];
  const filled = figures.map(({ size, seconds }) => `${size} in ${seconds.toFixed(0)} s`).join(', ');
  return `## Library (annotations, five an article; filled: ${filled})\n\n${table(head, rows)}`;
}

async function seedScript(): Promise<string> {
  const built = await build({
    entryPoints: ['bench/library/seed-library.ts'],
    bundle: true,
    minify: true,
    format: 'iife',
    write: false,
    plugins: [
      {
        name: 'own-aliases',
        setup: (bundle) =>
          bundle.onResolve({ filter: /^#(?:core|storage)\// }, ({ path }) => ({
            path: resolve('src', path.slice(1)),
          })),
      },
    ],
  });
  return built.outputFiles[0]?.text ?? '';
}

async function measure(session: ChromiumSession, seed: string, size: number): Promise<Figures> {
  const page = await session.openOwn('src/options/options.html');
  await ask(page, 'settings.all', null);
  await page.evaluate(seed);
  const started = performance.now();
  page.setDefaultTimeout(0);
  // In slices: one call of the protocol may not take longer than its patience.
  const slice = 10_000;
  for (let from = 0; from < size; from += slice) {
    await page.evaluate(`seedLibrary(${from}, ${Math.min(size, from + slice)}, 10000)`);
    console.error(
      `filled to ${Math.min(size, from + slice)} after ${((performance.now() - started) / 1000).toFixed(0)} s`,
    );
  }
  const seconds = (performance.now() - started) / 1000;
  const cold = async (name: string, input: (i: number) => unknown): Promise<number> => {
    const times: number[] = [];
    for (let i = 0; i < 7; i++) {
      await session.killWorker(page);
      await new Promise((resolve) => setTimeout(resolve, 300));
      times.push(await ask(page, name, input(i)));
    }
    return median(times.toSorted((a, b) => a - b));
  };
  const saves = await savesOf(page, size);
  const one = await cold('annotations.ofArticle', (i) => ({ source: sourceOf((i * 37) % (size / 5)) }));
  const coldSearch = await cold('library.search', (i) => searchFor(wordOf(300 + i)));
  const warm: number[] = [];
  for (const query of queries()) warm.push(await ask(page, 'library.search', searchFor(query)));
  warm.sort((a, b) => a - b);
  const articles = await cold('library.articles', () => ({ offset: 0, limit: 50 }));
  const id = 'urn:uuid:11111111-0000-4000-8000-000000000000';
  const person = { id, filter: {}, order: 'latest', offset: 0, limit: 50 };
  const quotations: number[] = [];
  for (let i = 0; i < 5; i++) quotations.push(await ask(page, 'people.quotations', person));
  const values = [
    median(saves),
    saves.at(-6) ?? Number.NaN,
    one,
    coldSearch,
    median(warm),
    warm.at(-1) ?? Number.NaN,
    articles,
    median(quotations.toSorted((a, b) => a - b)),
    await heapOf(session),
  ];
  return { size, seconds, values };
}

function searchFor(query: string): unknown {
  return { query, filter: {}, order: 'rank', offset: 0, limit: 50 };
}

/** The most frequent words and rare ones, two together, a beginning, a typo, a phrase, and one that is nowhere. */
function queries(): readonly string[] {
  const [often, rare, rarer] = [wordOf(1), wordOf(500), wordOf(7_777)];
  return [
    often, rare, rarer, `${often} ${rare}`, `${rare} ${wordOf(40)}`, rarer.slice(0, 4), 'ba',
    rarer.replace(/.$/, 'q'), `“${wordOf(2)} ${wordOf(5)}”`, `${wordOf(3)} ${wordOf(4)} ${wordOf(6)}`, 'qqqqqq', wordOf(60),
  ]; // prettier-ignore
}

/** Asks as our pages do. Answers how long it took in the page, in ms. */
async function ask(page: Page, name: string, input: unknown): Promise<number> {
  const message = JSON.stringify({ name, input });
  const [ok, ms] = (await page.evaluate(`(async () => {
    const started = performance.now();
    const reply = await chrome.runtime.sendMessage(${message});
    return [reply?.ok === true, performance.now() - started, reply?.error];
  })()`)) as [boolean, number];
  if (!ok) throw new Error(`${name} was refused`);
  return ms;
}

/** The times of a hundred saves of new records, one after the other, sorted. */
async function savesOf(page: Page, size: number): Promise<readonly number[]> {
  const times = (await page.evaluate(`(async () => {
    const times = [];
    for (let i = 0; i < 110; i++) {
      const id = 'urn:uuid:22222222-0000-4000-8000-' + String(i).padStart(12, '0');
      const now = new Date().toISOString();
      const source = 'https://www.paper-' + (i % 20) + '.example/new';
      const selector = [{ type: 'TextQuoteSelector', exact: 'We will not wait for the river to rise again this year ' + i, prefix: 'a', suffix: 'b' }];
      const quotation = { kind: 'direct', mention: 'Ana', speaker: 'Ana Ortiz', detectedSpeaker: 'Ana Ortiz', cue: 'said', evidence: [], confidence: 0.9, status: 'detected' };
      const annotation = { id, type: 'Annotation', motivation: 'commenting', created: now, modified: now,
        body: [{ type: 'TextualBody', purpose: 'commenting', value: 'A note of some words, as one writes them while reading', format: 'text/markdown' }],
        target: { type: 'SpecificResource', source, selector }, quotation };
      const article = { source, title: 'Low water in the river', byline: null, outlet: 'The Lantern', language: 'en', published: null, firstSeen: now, lastSeen: now };
      const started = performance.now();
      const reply = await chrome.runtime.sendMessage({ name: 'annotations.put', input: { annotation, article, base: null } });
      if (!reply.ok) throw new Error(reply.error);
      if (i >= 10) times.push(performance.now() - started);
    }
    return times.sort((a, b) => a - b);
  })()`)) as number[];
  if (times.length !== 100) throw new Error(`Of 100 saves at ${size} only ${times.length} were answered`);
  return times;
}

/** What the worker holds, in MB: its JavaScript objects and what hangs on them. */
async function heapOf({ browser }: ChromiumSession): Promise<number> {
  const target = await until('the worker', async () => {
    return browser.targets().find((one) => one.type() === TargetType.SERVICE_WORKER) ?? null;
  });
  const protocol = await target.createCDPSession();
  const { usedSize, embedderHeapUsedSize, backingStorageSize } = await protocol.send('Runtime.getHeapUsage');
  await protocol.detach();
  return (usedSize + embedderHeapUsedSize + backingStorageSize) / 1e6;
}
