import { loadavg } from 'node:os';
import type { Browser, Page } from 'puppeteer-core';
import { corpora, type Corpus } from '../article/gold-pages.ts';
import { serveSaved } from '../article/serve-saved.ts';
import { table } from '../measure.ts';
import { bundleForPage, inBareChromium } from '../page-browser.ts';
import { asFigures } from '../results/figures.ts';
import { CATEGORIES, scriptTasks } from '../page/trace-tasks.ts';
import type { Fate, InPage } from './in-page.ts';
import { editEverySentence, longPage, spread } from './long-page.ts';

const SEEDS = [1, 2];
/** Peers need seconds for a hundred passages on a long page. */
const MOST_FOR_PEERS = 100;
/** Pages of each corpus, unless `--most` says otherwise: two minutes. */
const PAGES = 12;

type Level = InPage['levels'][number];
type Span = { readonly start: number; readonly end: number };

/** How the passages of one corpus fared, by edit and contestant. */
interface CorpusFates {
  readonly corpus: Corpus;
  readonly seed: number;
  readonly levels: readonly Level[];
  readonly names: readonly string[];
  readonly fates: ReadonlyMap<string, readonly Fate[]>;
  readonly failed: readonly string[];
}

/**
 * Anchoring in Chromium, ours beside two libraries' on the same passages of the same pages in one run: what is found rightly
 * after seeded edits, in a wrong place, or shown although it is gone; then the time for many passages.
 * @param most pages of each corpus
 */
export async function benchAnchoring(article: string, most: number): Promise<string> {
  const code = await bundleForPage('bench/anchoring/in-page.ts');
  return inBareChromium(async (browser) => {
    const found: CorpusFates[] = [];
    for (const corpus of corpora(Number.isFinite(most) ? most : PAGES))
      for (const seed of SEEDS) found.push(await benchCorpus(browser, code, corpus, seed));
    const { text, hundred } = await benchTime(browser, code, article);
    const shown = shownOf(found, hundred);
    return [...found.map(tableOf), text, asFigures('anchoring', shown)].join('\n\n');
  });
}

/** Calls what the bundle has put on the page. */
const call = async <K extends 'runLevel' | 'time' | 'prepareHunt' | 'longestHold'>(
  page: Page,
  name: K,
  ...input: Parameters<InPage[K]>
): Promise<Awaited<ReturnType<InPage[K]>>> =>
  (await page.evaluate(`onRecordAnchoring.${name}(...${JSON.stringify(input)})`)) as Awaited<
    ReturnType<InPage[K]>
  >;

async function benchCorpus(
  browser: Browser,
  code: string,
  corpus: Corpus,
  seed: number,
): Promise<CorpusFates> {
  const fates = new Map<string, Fate[]>();
  let levels: readonly Level[] = [];
  let names: readonly string[] = [];
  const failed: string[] = [];
  for (const { url, html } of corpus.pages()) {
    const page = await browser.newPage();
    try {
      await serveSaved(page, html);
      await page.goto(url, { waitUntil: 'domcontentloaded' });
      await page.evaluate(code);
      levels = (await page.evaluate('onRecordAnchoring.levels')) as Level[];
      names = (await page.evaluate('onRecordAnchoring.names')) as string[];
      for (const level of levels) {
        const found = await call(page, 'runLevel', `${url} ${seed}`, level.name);
        for (const name of names) {
          const key = `${level.name}/${name}`;
          fates.set(key, [...(fates.get(key) ?? []), ...(found[name] ?? [])]);
        }
      }
    } catch (error) {
      failed.push(`${url}: ${String(error).slice(0, 100)}`);
    } finally {
      await page.close();
    }
  }
  return { corpus, seed, levels, names, fates, failed };
}

function tableOf({ corpus, seed, levels, names, fates, failed }: CorpusFates): string {
  const rows = levels.map((level) => [
    level.name,
    String(fates.get(`${level.name}/${names[0] ?? ''}`)?.length ?? 0),
    ...names.map((name) => cellOf(fates.get(`${level.name}/${name}`) ?? [], level.gone)),
  ]);
  const title = `${corpus.name}, ${corpus.size} pages, seed ${seed}: right % / wrong place %; of what is gone: shown somewhere %`;
  const notes = failed.map((line) => `\nnot measured: ${line}`).join('');
  return `${title}\n\n${table(['edit', 'passages', ...names], rows)}${notes}`;
}

/** All corpora and seeds together, and the time for a hundred. */
function shownOf(found: readonly CorpusFates[], hundred: readonly string[]): string {
  const [{ levels, names }] = [found[0] ?? { levels: [], names: [] }];
  const rows = levels.map((level) => [
    level.gone ? `${level.name}: shown somewhere else all the same` : level.name,
    ...names.map((name) =>
      cellOf(
        found.flatMap(({ fates }) => fates.get(`${level.name}/${name}`) ?? []),
        level.gone,
      ).replace('shown ', ''),
    ),
  ]);
  const head = ['what a publisher changed: found rightly % / shown in a wrong place %', ...names];
  return table(head, [...rows, ['100 edited passages on 140,000 characters: ms (found)', ...hundred]]);
}

function cellOf(fates: readonly Fate[], gone: boolean): string {
  const share = (...kinds: readonly Fate[]): string =>
    ((100 * fates.filter((fate) => kinds.includes(fate)).length) / Math.max(1, fates.length)).toFixed(1);
  return gone ? `shown ${share('right', 'partly', 'wrong')}` : `${share('right')} / ${share('wrong')}`;
}

/** The tables of time; and by contestant how long a hundred edited passages take, and how many are found. */
async function benchTime(
  browser: Browser,
  code: string,
  article: string,
): Promise<{ readonly text: string; readonly hundred: readonly string[] }> {
  const page = await browser.newPage();
  try {
    await page.goto('about:blank');
    await page.evaluate(code);
    const names = (await page.evaluate('onRecordAnchoring.names')) as string[];
    const { text, sentences } = longPage(article, 140_000);
    const edited = editEverySentence(text);
    const rows: string[][] = [];
    for (const count of [10, 100, 1000]) {
      for (const [what, after] of [
        ['unchanged', text],
        ['every one edited', edited],
      ] as const) {
        const asked = count > MOST_FOR_PEERS ? names.slice(0, 1) : names;
        const results = await call(page, 'time', text, after, spread(sentences, count), asked);
        rows.push([
          `${count} ${what}`,
          ...names.map((name) => {
            const result = results[name];
            return result ? `${result.ms.toFixed(0)} (${result.found})` : '–';
          }),
        ]);
      }
    }
    const times = table([`passages on ${text.length} characters`, ...names], rows);
    const holds = await benchHolds(page, article);
    const hundred = rows.find(([what]) => what === '100 every one edited')?.slice(1) ?? [];
    return { text: `Time, ms (found), text map and index included\n\n${times}\n\n${holds}`, hundred };
  } finally {
    await page.close();
  }
}

/**
 * How long the thread is held while a thousand edited passages are looked for, index building included: by the clock, on which a busy
 * machine lets the thread wait, and in time of the CPU, of which it knows nothing.
 */
async function benchHolds(page: Page, article: string): Promise<string> {
  const rows: string[][] = [];
  for (const size of [140_000, 1_000_000]) {
    const { text, sentences } = longPage(article, size);
    const spans: Span[] = spread(sentences, 1000);
    await call(page, 'prepareHunt', text, editEverySentence(text), spans);
    await page.tracing.start({ categories: CATEGORIES });
    const { ms, hold, found } = await call(page, 'longestHold');
    const trace = new TextDecoder().decode(await page.tracing.stop());
    const cpu = Math.max(...scriptTasks(trace, 'on-record-hunt').map((task) => task.cpu));
    rows.push([String(text.length), ms.toFixed(0), hold.toFixed(1), cpu.toFixed(1), String(found)]);
  }
  const head = [
    'characters, 1,000 edited passages',
    'in all, ms',
    'longest hold of the thread, ms by the clock',
    'ms of CPU',
    'found',
  ];
  return `${table(head, rows)}\n\nload: ${loadavg()[0]?.toFixed(1) ?? '?'}`;
}
