import type { Browser } from 'puppeteer-core';
import { longPage, spread } from '../anchoring/long-page.ts';
import { median, table } from '../measure.ts';
import { bundleForPage, inBareChromium } from '../page-browser.ts';
import { asFigures } from '../results/figures.ts';
import type { ContestantName } from './in-page.ts';
import { type Painted, paintOnce } from './paint-once.ts';

const NAMES: Readonly<Record<ContestantName, string>> = {
  ours: 'On Record: CSS Custom Highlight API',
  wrapped: '@apache-annotator/dom: a `<mark>` around each text',
  surrounded: 'no library: `range.surroundContents` of a `<mark>`',
};
const contestants = Object.keys(NAMES) as ContestantName[];
const PASSAGES = 1000;
/** Characters of the page for each passage: somewhat more than a sentence. */
const EACH = 200;
const ROUNDS = 7;

/** Painting in Chromium: marks on a page of a thousand passages, ours and elements put around the words, in turns. */
export async function benchPainting(article: string): Promise<string> {
  return inPaintingChromium(async (browser, code) => {
    const painted = new Map<ContestantName, Painted[]>(contestants.map((name) => [name, []]));
    for (let round = 0; round < ROUNDS; round++)
      for (const name of contestants)
        painted.get(name)?.push(await paintPassages(browser, code, article, name, PASSAGES));
    const middle = (name: ContestantName, of: (one: Painted) => number): number =>
      median((painted.get(name) ?? []).map(of).toSorted((a, b) => a - b));
    const rows = contestants.map((name) => [
      NAMES[name],
      ...COLUMNS.map(([, digits, of]) => middle(name, of).toFixed(digits)),
    ]);
    const head = [
      `${PASSAGES.toLocaleString('en')} passages on a page of ${(PASSAGES * EACH).toLocaleString('en')} characters`,
      ...COLUMNS.map(([what]) => what),
    ];
    return [
      `Processor time of the page's main thread, median of ${ROUNDS} turns, each on a fresh page; until two frames later, so that layout and drawing are in it.`,
      asFigures('painting', table(head, rows)),
    ].join('\n\n');
  });
}

const COLUMNS: readonly (readonly [what: string, digits: number, of: (one: Painted) => number])[] = [
  ['painting, ms', 1, ({ paint }) => paint.task],
  ['of it layout, ms', 1, ({ paint }) => paint.layout],
  ['of it style, ms', 1, ({ paint }) => paint.style],
  ['layouts', 0, ({ paint }) => paint.layouts],
  ['nodes added', 0, ({ nodes }) => nodes],
  ['changes that the page sees', 0, ({ changes }) => changes],
  ['heap, MB', 2, ({ heap }) => heap],
  ['taking away, ms', 1, ({ away }) => away.task],
  ['nodes left', 0, ({ nodesLeft }) => nodesLeft],
];

/** How painting grows with the number of passages, ours alone: for the section on growth. */
export async function growPainting(
  article: string,
  counts: readonly number[],
): Promise<readonly { readonly size: number; readonly ms: number; readonly mb: number }[]> {
  return inPaintingChromium(async (browser, code) => {
    await paintPassages(browser, code, article, 'ours', 100);
    const points: { size: number; ms: number; mb: number }[] = [];
    for (const size of counts) {
      const turns: Painted[] = [];
      for (let round = 0; round < 3; round++)
        turns.push(await paintPassages(browser, code, article, 'ours', size));
      const least = (of: (one: Painted) => number): number => Math.min(...turns.map(of));
      points.push({ size, ms: least(({ paint }) => paint.task), mb: least(({ heap }) => heap) });
    }
    return points;
  });
}

async function inPaintingChromium<T>(work: (browser: Browser, code: string) => Promise<T>): Promise<T> {
  const code = await bundleForPage('bench/painting/in-page.ts');
  return inBareChromium((browser) => work(browser, code));
}

async function paintPassages(
  browser: Browser,
  code: string,
  article: string,
  name: ContestantName,
  count: number,
): Promise<Painted> {
  const { text, sentences } = longPage(article, count * EACH);
  if (sentences.length < count) throw new Error(`only ${sentences.length} sentences for ${count} passages`);
  const paragraphs = text.split('\n\n').map((words) => `<p>${escaped(words)}</p>`);
  const html = `<!doctype html><html lang="en"><body><article>${paragraphs.join('')}</article></body></html>`;
  const painted = await paintOnce(browser, code, html, name, spread(sentences, count));
  if (painted.passages < count) throw new Error(`only ${painted.passages} of ${count} passages were found`);
  return painted;
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
