import { rm } from 'node:fs/promises';
import { loadavg } from 'node:os';
import { startChromium } from '../../scripts/driver/chromium.ts';
import { builtExtension } from '../built-extension.ts';
import { growthExponent, table } from '../measure.ts';
import { asFigures } from '../results/figures.ts';
import { LISTS, scrollThrough, timeToJump, timeToList, timeToUse } from './library-page.ts';
import { libraryProfile } from './library-profile.ts';
import { measureStore } from './library-store.ts';

/** What is measured, and how much it may be with 100,000 annotations; ms, if nothing else is said. */
const ROWS: readonly (readonly [name: string, most?: number])[] = [
  ['saving one, median', 15],
  ['saving one, of 100 the slowest but five'],
  ['annotations of one article, cold worker', 60],
  ['search, cold worker', 300],
  ['search, warm, median of 12 queries', 60],
  ['search, warm, the slowest of them'],
  ['one person: a tenth of all, first screen’s message', 200],
  ['memory of the background, the most during these, MB', 80],
  ['library page until it can be used, cold worker', 500],
  ['one person’s page until its first row', 200],
  ...Object.keys(LISTS).flatMap((list): (readonly [string, number])[] => [
    [`scrolling ${list}: longest frame`, 33],
    [`… processor time in any frame`, 33],
  ]),
  ...Object.keys(LISTS).flatMap((list): (readonly [string])[] => [
    [`a jump anywhere in ${list}, median of 5`],
    ['… the longest'],
  ]),
  ['for comparison: a message that reads nothing'],
  ['for comparison: load of the machine (processes)'],
];

/** One library of a size: its values in the order of the rows. */
interface Figures {
  readonly size: number;
  readonly values: readonly number[];
}

/**
 * The library in real Chromium at these numbers of annotations: the store through the messages that our pages send, and the page itself.
 */
export async function benchLibrary(sizes: readonly number[]): Promise<string> {
  builtExtension();
  const figures: Figures[] = [];
  for (const size of sizes) {
    figures.push({ size, values: await measure(size) });
    console.error(`measured at ${size}`);
  }
  const rows = ROWS.map(([name, most], i) => {
    const values = figures.map(({ values: of }) => of[i] ?? Number.NaN);
    const points = figures.map(({ size }, k) => ({ size, ms: values[k] ?? 1 }));
    return [
      name,
      most === undefined ? '' : String(most),
      ...values.map((value) => value.toFixed(1)),
      name.startsWith('for comparison') || sizes.length < 2 ? '' : growthExponent(points).toFixed(2),
    ];
  });
  const head = [
    'ms',
    'at most, at 100,000',
    ...sizes.map((size) => size.toLocaleString('en')),
    'grows with size^',
  ];
  return [
    'Annotations, five an article, a tenth by one person.',
    table(head, rows),
    asFigures('library', shownOf(figures)),
  ].join('\n\n');
}

/** What the README shows, and the rows that say it; of several the most. */
const SHOWN: readonly (readonly [what: string, digits: number, rows: RegExp])[] = [
  ['saving one, median, ms', 0, /^saving one, median$/],
  ['the passages of one article, background asleep, ms', 0, /^annotations of one article/],
  ['a search, background asleep, ms', 0, /^search, cold/],
  ['a search, background awake, median, ms', 0, /^search, warm, median/],
  ['the library’s page until it can be used, background asleep, ms', 0, /^library page until/],
  ['a person’s page with a tenth of all, until its first row, ms', 0, /^one person’s page/],
  [
    'scrolling by wheel and by the drawn handle: most processor time in any frame, ms',
    0,
    /^… processor time/,
  ],
  ['memory of the background at most, MB', 0, /^memory of the background/],
];

function shownOf(figures: readonly Figures[]): string {
  const rows = SHOWN.map(([what, digits, names]) => [
    what,
    ...figures.map(({ values }) =>
      Math.max(...ROWS.flatMap(([name], i) => (names.test(name) ? [values[i] ?? Number.NaN] : []))).toFixed(
        digits,
      ),
    ),
  ]);
  const sizes = figures.map(({ size }) => size.toLocaleString('en'));
  return table(['a library in Chromium: five passages an article, a tenth by one person', ...sizes], rows);
}

async function measure(size: number): Promise<readonly number[]> {
  const profile = await libraryProfile(size);
  const session = await startChromium({ profile });
  try {
    const [load = 0] = loadavg();
    const store = await measureStore(session, size);
    const usable = await timeToUse(session);
    const page = await session.openOwn('src/library/library.html');
    const person = await timeToList(page, LISTS['one person’s quotations']);
    const frames: number[] = [];
    for (const fragment of Object.values(LISTS)) {
      const { wall, cpu } = await scrollThrough(page, fragment);
      frames.push(wall, cpu);
    }
    const jumps: number[] = [];
    for (const fragment of Object.values(LISTS)) jumps.push(...(await timeToJump(page, fragment)));
    const { plain, save, slowSave, article, coldSearch, warmSearch, slowSearch, heap } = store;
    return [
      save, slowSave, article, coldSearch, warmSearch, slowSearch, store.person, heap, usable, person, ...frames, ...jumps, plain, load,
    ]; // prettier-ignore
  } finally {
    await session.close();
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  }
}
