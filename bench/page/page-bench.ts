import { loadavg } from 'node:os';
import { readFileSync } from 'node:fs';
import { type ChromiumSession, startChromium } from '../../scripts/driver/chromium.ts';
import { builtExtension } from '../built-extension.ts';
import { corpora } from '../article/gold-pages.ts';
import { median, table, timesOf } from '../measure.ts';
import { asFigures } from '../results/figures.ts';
import { servePages, tamed } from './page-server.ts';
import { timeToFirstMarks, type Visit, visitPage } from './visit-page.ts';

/** The manifest names the one and not the other: the same page with the extension and without. */
const ON = 'www.hindustantimes.com';
const OFF = 'off.example';
/** What the issue allows. Heap in MB; a frame of scrolling may cost so much more CPU time, in ms. */
const LONGEST_TASK_MS = 50;
const FIRST_MARKS_MS = 300;
const MOST_HEAP = 8;
const MOST_FRAME_MS = 1;
const LONG_PAGE = '/news/2026/the-long-page-of-ten-thousand-words-101.html';
const ROUNDS = 5;

interface Compared {
  readonly path: string;
  readonly on: Visit;
  readonly off: Visit;
}

/**
 * What the extension costs the reader of a page: saved pages in real Chromium, each with the extension on and off.
 * @param most pages in all
 */
export async function benchPage(most: number): Promise<string> {
  builtExtension();
  const pages = new Map([...savedPages(Math.min(most, 40)), [LONG_PAGE, longHtml()]]);
  const server = await servePages(pages);
  // Everything else leads to the same server, which has nothing for it: no page reaches the network.
  const session = await startChromium({ hosts: { '*': server.port } });
  try {
    // The first visit starts the background and has the browser compile the script.
    await visitPage(session, `http://${ON}${LONG_PAGE}`, true);
    const compared: Compared[] = [];
    const broken: string[] = [];
    for (const path of pages.keys()) {
      const one = await compare(session, path).catch((error: unknown) => `${path}: ${String(error)}`);
      if (typeof one === 'string') broken.push(one);
      else compared.push(one);
      console.error(`${compared.length + broken.length} of ${pages.size}`);
    }
    const marked = await firstMarks(session);
    const shown = asFigures('page', shownOf(compared, marked.scaled));
    return [table(HEAD, compared.map(rowOf)), marked.table, summary(compared, broken), shown].join('\n\n');
  } finally {
    await session.close();
    await server.close();
  }
}

/** A page that fails is visited once more: what is ours fails again, and what the machine or the page's own loading did does not. */
async function compare(session: ChromiumSession, path: string): Promise<Compared> {
  const once = async (): Promise<Compared> => {
    const off = await visitPage(session, `http://${OFF}${path}`, false);
    return { path, off, on: await visitPage(session, `http://${ON}${path}`, true) };
  };
  const first = await once();
  if (failuresOf(first).length === 0) return first;
  const second = await once();
  return failuresOf(second).length < failuresOf(first).length ? second : first;
}

function savedPages(most: number): [string, string][] {
  const kinds = corpora(Math.ceil(most / 2));
  return kinds.flatMap((corpus) =>
    [...corpus.pages()].map(({ url, html }) => [new URL(url).pathname, tamed(html)]),
  );
}

/** Ten thousand words with 330 quotations of 30 people. */
function longHtml(): string {
  const names = readFileSync('tests/fixtures/sample/article.html', 'utf8').match(/[A-Z][a-z]{3,9}/g) ?? [];
  const paragraphs = Array.from({ length: 330 }, (_, i) => {
    const [first, last] = [names[i % 6] ?? 'Ada', names[(i % 30) + 6] ?? 'Quill'];
    return `<p>“We have said so ${i} times, and nobody came,” said ${first} ${last}, who lives at number ${i} beside the harbour and its old crane, to those who had come to hear what the council had decided.</p>`;
  });
  return `<!doctype html><html lang="en"><head><title>The long page of ten thousand words</title><meta property="og:type" content="article"></head><body><main><article><h1>The long page of ten thousand words</h1>${paragraphs.join('\n')}</article></main></body></html>`;
}

const HEAD = [
  'page',
  'marks',
  'longest task of ours, CPU ms',
  'by the clock',
  'our tasks over 16 ms',
  'long tasks, on / off',
  'heap of ours, MB',
  'layout shift, on / off',
  'a frame of scrolling, CPU ms, on / off',
  'by the clock, median',
  '95 %',
  'fails',
];

const longest = ({ tasks }: Visit, time: 'cpu' | 'wall'): number =>
  Math.max(0, ...tasks.map((task) => task[time]));
const heapOf = ({ on, off }: Compared): number => on.heap - off.heap;

function failuresOf(compared: Compared): string[] {
  const { on, off } = compared;
  return [
    longest(on, 'cpu') > LONGEST_TASK_MS ? 'long task' : '',
    heapOf(compared) > MOST_HEAP ? 'memory' : '',
    on.shift > off.shift + 0.001 ? 'layout shift' : '',
    on.frameCpu > off.frameCpu + MOST_FRAME_MS ? 'scrolling' : '',
  ].filter((failure) => failure !== '');
}

function rowOf(compared: Compared): string[] {
  const { path, on, off } = compared;
  const pair = (of: (visit: Visit) => number, digits: number): string =>
    `${of(on).toFixed(digits)} / ${of(off).toFixed(digits)}`;
  return [
    path
      .split('/')
      .findLast((part) => part !== '')
      ?.slice(0, 32) ?? '/',
    String(on.marks),
    longest(on, 'cpu').toFixed(1),
    longest(on, 'wall').toFixed(1),
    String(on.tasks.filter(({ cpu }) => cpu > 16).length),
    pair(({ longTasks }) => longTasks, 0),
    heapOf(compared).toFixed(1),
    pair(({ shift }) => shift, 3),
    pair(({ frameCpu }) => frameCpu, 2),
    pair(({ frame }) => frame, 1),
    pair(({ lateFrame }) => lateFrame, 1),
    failuresOf(compared).join(', '),
  ];
}

/** By the clock, so on a busy machine as much slower as the same loop runs in this process now than at its best. */
async function firstMarks(
  session: ChromiumSession,
): Promise<{ readonly table: string; readonly scaled: number }> {
  const times: number[] = [];
  const loops: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    loops.push(...timesOf(calibrate, 20));
    times.push((await timeToFirstMarks(session, `http://${ON}${LONG_PAGE}`)) ?? Infinity);
  }
  const sorted = times.toSorted((a, b) => a - b);
  const slowdown = loops.reduce((sum, ms) => sum + ms, 0) / loops.length / Math.min(...loops);
  const middle = median(sorted);
  const scaled = middle / slowdown;
  const rows = [
    [
      sorted.map((ms) => ms.toFixed(0)).join(', '),
      middle.toFixed(0),
      slowdown.toFixed(2),
      scaled.toFixed(0),
      String(FIRST_MARKS_MS),
      scaled > FIRST_MARKS_MS ? 'too late' : '',
    ],
  ];
  const head = [
    'first marks on 10,000 words after the document is parsed, ms',
    'median',
    'the machine is slower by',
    'scaled',
    'allowed',
    'fails',
  ];
  return { table: table(head, rows), scaled };
}

function calibrate(): number {
  let sum = 0;
  for (let i = 0; i < 400_000; i++) sum = (sum * 31 + i) | 0;
  return sum;
}

/** What the extension costs at most, and the middle of the pages. */
function shownOf(compared: readonly Compared[], firstMarks: number): string {
  const most = (of: (one: Compared) => number): string => Math.max(...compared.map(of)).toFixed(1);
  const middle = (of: (one: Compared) => number, digits: number): string =>
    median(compared.map(of).toSorted((a, b) => a - b)).toFixed(digits);
  const rows = [
    ['longest task on the page’s thread, ms of processor', (one: Compared) => longest(one.on, 'cpu')],
    ['memory of the page, MB more than without', heapOf],
    [
      'a frame of scrolling, ms of processor more than without',
      ({ on, off }: Compared) => on.frameCpu - off.frameCpu,
    ],
  ] as const;
  return table(
    [`what the extension costs on ${compared.length} pages`, 'median', 'most'],
    [
      ...rows.map(([what, of]) => [what, middle(of, 1), most(of)]),
      [
        '10,000 words with 330 quotations: from the parsed page to the first marks, ms',
        firstMarks.toFixed(0),
        '',
      ],
    ],
  );
}

function summary(compared: readonly Compared[], broken: readonly string[]): string {
  const failing = compared.filter((one) => failuresOf(one).length > 0).length;
  const worst = (of: (one: Compared) => number): string => Math.max(...compared.map(of)).toFixed(1);
  const frames = (side: 'on' | 'off'): string =>
    median(compared.map((one) => one[side].frameCpu).toSorted((a, b) => a - b)).toFixed(2);
  return [
    `${compared.length} pages; ${compared.filter(({ on }) => on.marks > 0).length} have marks; ${failing} fail.`,
    `Longest task of ours: ${worst(({ on }) => longest(on, 'cpu'))} ms of CPU. Most heap: ${worst(heapOf)} MB. A frame of scrolling, median: ${frames('on')} ms of CPU with us, ${frames('off')} without.`,
    `Times of the CPU are fair on a busy machine; load was ${loadavg()[0]?.toFixed(1) ?? '?'}.`,
    ...broken.map((line) => `Could not be measured: ${line}`),
  ].join('\n');
}
