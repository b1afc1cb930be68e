import { basename } from 'node:path';
import { f1, percent } from '../../scripts/eval-figures.ts';
import type { Counts } from '../../scripts/eval-score.ts';
import { goldFiles, measureSet } from '../../scripts/eval-sets.ts';
import { readers } from '../detection/contestants.ts';
import { table } from '../measure.ts';
import { asFigures } from '../results/figures.ts';

/** Sets that the README shows, by the names of their files, in its order. */
const SHOWN: Readonly<Record<string, string>> = {
  english: 'own: English',
  german: 'own: German',
  french: 'own: French',
  'polnear.dev': 'US political news (PolNeAR, dev)',
  'polnear-british.dev': 'the same with British single marks',
  'german-news.dev': 'German Wikinews (dev)',
  'worldwide.dev': 'world newswire (dev)',
  'crossner-politics.dev': 'politics, Wikipedia (dev)',
};

/** Sets on which others are scored as well: English, since theirs is. */
const BESIDE_OTHERS = ['english', 'polnear.dev', 'worldwide.dev', 'crossner-politics.dev'];

const HEAD = [
  'set',
  'articles',
  'quotations F1',
  'speaker of direct',
  'of mixed',
  'of those named, right',
  '*he*, *the senator* → the right person',
  'people F1',
];

/** What is found on gold articles, in percent: ours on every set that is there, then beside others on the same articles. */
export function benchAccuracy(): string {
  const counted = new Map(goldFiles().map((file) => [setOf(file), measureSet(file)]));
  const rows = [...counted].map(([name, counts]) => [name, ...cellsOf(counts)]);
  const shown = Object.entries(SHOWN).flatMap(([name, title]) => {
    const counts = counted.get(name);
    return counts === undefined ? [] : [[title, ...cellsOf(counts)]];
  });
  return [
    'In percent; spans as `scripts/eval-score.ts` compares them. The first three sets are our own and tuned on.',
    table(HEAD, rows),
    asFigures('accuracy', table(HEAD, shown)),
    'The same scorer on what others find. People are exact spans; what compromise counts with a name (titles, possessives, stops) is left out for it.',
    asFigures('accuracy-beside-others', besideOthers(counted)),
  ].join('\n\n');
}

const setOf = (file: string): string => basename(file, '.jsonl');

function cellsOf(counts: Counts): string[] {
  const hasQuotes = counts.quoteRecall.all > 0;
  return [
    String(counts.articles),
    hasQuotes ? f1(counts.quotePrecision, counts.quoteRecall) : '–',
    percent(counts.direct),
    percent(counts.mixed),
    hasQuotes ? percent(counts.attribution) : '–',
    percent(counts.pronoun),
    f1(counts.peoplePrecision, counts.peopleRecall),
  ];
}

function besideOthers(own: ReadonlyMap<string, Counts>): string {
  const files = new Map(goldFiles().map((file) => [setOf(file), file]));
  const sets = BESIDE_OTHERS.flatMap((name) => {
    const [file, counts] = [files.get(name), own.get(name)];
    return file === undefined || counts === undefined ? [] : [{ name, file, counts }];
  });
  const rows = readers.map(({ peer, found, find }) => [
    found,
    ...sets.map(({ file, counts }) => both(peer === null ? counts : measureSet(file, find))),
  ]);
  return table(['quotations F1 / people F1', ...sets.map(({ name }) => SHOWN[name] ?? name)], rows);
}

function both(counts: Counts): string {
  const isIn = counts.quoteRecall.all > 0;
  const quotes = !isIn
    ? '–'
    : counts.quotePrecision.all === 0
      ? 'none'
      : f1(counts.quotePrecision, counts.quoteRecall);
  return `${quotes} / ${f1(counts.peoplePrecision, counts.peopleRecall)}`;
}
