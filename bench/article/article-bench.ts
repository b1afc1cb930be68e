import type { Browser, Page } from 'puppeteer-core';
import { median, table } from '../measure.ts';
import { bundleForPage, inBareChromium } from '../page-browser.ts';
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

/**
 * The article's text against gold in Chromium, ours and two libraries' on each page in the same run. The page's own scripts
 * and the network are off. Ours and Readability take turns in being first; Defuddle is last, since it may touch the page.
 * @param most pages of each corpus
 */
export async function benchArticle(most: number): Promise<string> {
  const code = await bundleForPage('bench/article/contestants.ts');
  return inBareChromium(async (browser) => {
    const tables: string[] = [];
    for (const corpus of corpora(most)) tables.push(await benchCorpus(browser, code, corpus));
    return `## Article\n\n${tables.join('\n\n')}`;
  });
}

async function benchCorpus(browser: Browser, code: string, corpus: Corpus): Promise<string> {
  const all: Record<Contestant, Measured[]> = { ours: [], readability: [], defuddle: [] };
  let turn = 0;
  for (const page of corpus.pages()) {
    const order: Contestant[] = turn++ % 2 === 0 ? ['ours', 'readability'] : ['readability', 'ours'];
    const measured = await benchPage(browser, code, page, [...order, 'defuddle']);
    for (const [name, result] of measured) all[name].push(result);
  }
  const rows = (Object.keys(NAMES) as Contestant[]).map((name) => {
    const { precision, recall, f1 } = scorePages(all[name].map(({ score }) => score));
    const times = all[name].map(({ ms }) => ms).toSorted((a, b) => a - b);
    const late = times[Math.floor(times.length * 0.95)] ?? Number.NaN;
    return [
      NAMES[name],
      f1.toFixed(3),
      precision.toFixed(3),
      recall.toFixed(3),
      median(times).toFixed(1),
      late.toFixed(0),
    ];
  });
  const head = ['reader', 'F1', 'precision', 'recall', 'ms, median', 'ms, 95 %'];
  return `${corpus.name}, ${all.ours.length} pages\n\n${table(head, rows)}`;
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
