import type { Browser, Page } from 'puppeteer-core';
import { median, table } from '../measure.ts';
import { bundleForPage, inBareChromium } from '../page-browser.ts';
import { asFigures } from '../results/figures.ts';
import type { Contestant, Reading } from './contestants.ts';
import { corpora, type Corpus, type GoldPage } from './gold-pages.ts';
import { serveSaved } from './serve-saved.ts';
import { type PageScore, scorePage, scorePages } from './score.ts';

const NAMES: Readonly<Record<Contestant, string>> = {
  ours: 'On Record: body, roles, metadata, text map',
  readability: '@mozilla/readability',
  defuddle: 'defuddle',
};

interface Measured {
  readonly score: PageScore;
  readonly ms: number;
}

interface ReaderResults {
  readonly name: string;
  readonly f1: number;
  readonly precision: number;
  readonly recall: number;
  /** Of a page, by the clock: the median, and the 95th of 100. */
  readonly ms: number;
  readonly late: number;
}

interface CorpusResults {
  readonly corpus: string;
  readonly pages: number;
  readonly results: readonly ReaderResults[];
}

/**
 * The article's text against gold in Chromium, ours and two libraries' on each page in the same run. The page's own scripts
 * and the network are off. Ours and Readability take turns in being first; Defuddle is last, since it may touch the page.
 * @param most pages of each corpus
 */
export async function benchArticle(most: number): Promise<string> {
  const code = await bundleForPage('bench/article/contestants.ts');
  return inBareChromium(async (browser) => {
    const measured: CorpusResults[] = [];
    for (const corpus of corpora(most)) {
      measured.push(await benchCorpus(browser, code, corpus));
      console.error(`read ${corpus.name}`);
    }
    return [...measured.map(tableOf), asFigures('article', shownOf(measured))].join('\n\n');
  });
}

async function benchCorpus(browser: Browser, code: string, corpus: Corpus): Promise<CorpusResults> {
  const all: Record<Contestant, Measured[]> = { ours: [], readability: [], defuddle: [] };
  let turn = 0;
  for (const page of corpus.pages()) {
    const order: Contestant[] = turn++ % 2 === 0 ? ['ours', 'readability'] : ['readability', 'ours'];
    const measured = await benchPage(browser, code, page, [...order, 'defuddle']);
    for (const [name, result] of measured) all[name].push(result);
  }
  const results = (Object.keys(NAMES) as Contestant[]).map((name): ReaderResults => {
    const times = all[name].map(({ ms }) => ms).toSorted((a, b) => a - b);
    return {
      name: NAMES[name],
      ...scorePages(all[name].map(({ score }) => score)),
      ms: median(times),
      late: times[Math.floor(times.length * 0.95)] ?? Number.NaN,
    };
  });
  return { corpus: corpus.name, pages: all.ours.length, results };
}

function tableOf({ corpus, pages, results }: CorpusResults): string {
  const rows = results.map(({ name, f1, precision, recall, ms, late }) => [
    name,
    f1.toFixed(3),
    precision.toFixed(3),
    recall.toFixed(3),
    ms.toFixed(1),
    late.toFixed(0),
  ]);
  const head = ['reader', 'F1', 'precision', 'recall', 'ms, median', 'ms, 95 %'];
  return `${corpus}, ${pages} pages\n\n${table(head, rows)}`;
}

/** All corpora in one table: the F1 of the text, and the time. */
function shownOf(measured: readonly CorpusResults[]): string {
  const head = [
    'body text of saved pages: F1; ms, median',
    ...measured.map(({ corpus, pages }) => `${corpus}, ${pages} pages`),
  ];
  const rows = Object.values(NAMES).map((reader) => [
    reader,
    ...measured.map(({ results }) => {
      const own = results.find(({ name }) => name === reader);
      return own === undefined ? '–' : `${own.f1.toFixed(3)}; ${own.ms.toFixed(0)}`;
    }),
  ]);
  return table(head, rows);
}

async function benchPage(
  browser: Browser,
  code: string,
  { url, html, gold }: GoldPage,
  order: readonly Contestant[],
): Promise<Map<Contestant, Measured>> {
  const page = await browser.newPage();
  try {
    await serveSaved(page, html);
    await page.goto(url, { waitUntil: 'domcontentloaded' });
    const wanted = 'text' in gold ? gold.text : await storyAt(page, gold.selector);
    await page.evaluate(code);
    const measured = new Map<Contestant, Measured>();
    for (const name of order) {
      const { text, ms } = (await page.evaluate(`onRecordContestants.${name}()`)) as Reading;
      measured.set(name, { score: scorePage(text, wanted), ms });
    }
    return measured;
  } finally {
    await page.close();
  }
}

const storyAt = (page: Page, selector: string): Promise<string> =>
  page.$$eval(selector, (elements) => elements.map((element) => element.textContent).join('\n'));
