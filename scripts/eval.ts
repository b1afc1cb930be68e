/**
 * Measures the detector on gold files and prints a table.
 *
 *     npm run eval                                our own gold set, and the dev sets beside the project when they are there
 *     npm run eval -- --gold FILE [--gold FILE]   these files (the format is in scripts/eval-score.ts)
 *     npm run eval -- --calibration               also: right speakers by stated confidence
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { detect } from '#core/detect/detect.ts';
import { emptyCounts, scoreArticle, type Counts, type GoldArticle, type Share } from './eval-score.ts';

const OWN = 'tests/fixtures/gold';
const OTHERS = ['../shared/eval/quotes', '../shared/eval/people'];

function filesIn(folder: string, ending: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith(ending))
    .sort()
    .map((name) => join(folder, name));
}

function readGold(file: string): GoldArticle[] {
  const lines = readFileSync(file, 'utf8').split('\n');
  return lines
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const value = JSON.parse(line) as Partial<GoldArticle>;
      if (typeof value.text !== 'string') throw new Error(`${file}: a line has no "text"`);
      return {
        ...value,
        id: value.id ?? '',
        text: value.text,
        quotes: value.quotes ?? [],
        people: value.people ?? [],
      };
    });
}

/** The language of a set whose lines do not say it, from the file's name. */
function languageOf(file: string): string {
  return basename(file).startsWith('german-news') ? 'de' : 'en';
}

function measure(file: string): Counts {
  const counts = emptyCounts();
  const articles = readGold(file);
  const labelled = {
    quotes: articles.some((article) => article.quotes.length > 0),
    people: articles.some((article) => article.people.length > 0),
  };
  for (const article of articles) {
    const start = performance.now();
    const found = detect(article.text, { language: article.language ?? languageOf(file) });
    scoreArticle(counts, article, found, performance.now() - start, labelled);
  }
  return counts;
}

const percent = (share: Share): string =>
  share.all === 0 ? '–' : ((100 * share.right) / share.all).toFixed(1);

function f1(precision: Share, recall: Share): string {
  if (precision.all === 0 || recall.all === 0) return '–';
  const p = precision.right / precision.all;
  const r = recall.right / recall.all;
  return p + r === 0 ? '0.0' : ((200 * p * r) / (p + r)).toFixed(1);
}

function row(file: string, c: Counts): string[] {
  const speed = c.milliseconds > 0 ? Math.round(c.characters / c.milliseconds).toString() : '–';
  const quotes = c.quoteRecall.all > 0 ? f1(c.quotePrecision, c.quoteRecall) : '–';
  const people = f1(c.peoplePrecision, c.peopleRecall);
  const attribution = c.quoteRecall.all > 0 ? percent(c.attribution) : '–';
  return [
    basename(file, '.jsonl'),
    `${c.articles}`,
    quotes,
    percent(c.direct),
    percent(c.mixed),
    attribution,
    percent(c.pronoun),
    people,
    speed,
  ];
}

const HEAD = [
  'set',
  'articles',
  'quotes F1',
  'direct',
  'mixed',
  'speakers right',
  'pronoun',
  'people F1',
  'chars/ms',
];

function table(rows: readonly string[][]): string {
  const all = [HEAD, ...rows];
  const widths = HEAD.map((_, i) => Math.max(...all.map((cells) => (cells[i] ?? '').length)));
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell, i) => (i === 0 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0))).join(' | ')} |`;
  const rule = `|${widths.map((w, i) => (i === 0 ? '-'.repeat(w + 2) : `${'-'.repeat(w + 1)}:`)).join('|')}|`;
  return [line(HEAD), rule, ...rows.map(line)].join('\n');
}

function calibration(counts: readonly Counts[]): string {
  const lines: string[] = ['', 'confidence  right    of'];
  for (let tenth = 0; tenth < 10; tenth++) {
    const sum = { right: 0, all: 0 };
    for (const c of counts) {
      sum.right += c.calibration.get(tenth)?.right ?? 0;
      sum.all += c.calibration.get(tenth)?.all ?? 0;
    }
    if (sum.all > 0)
      lines.push(
        `${(tenth / 10).toFixed(1)}–${((tenth + 1) / 10).toFixed(1)}   ${percent(sum).padStart(6)} ${String(sum.all).padStart(6)}`,
      );
  }
  return lines.join('\n');
}

function main(args: readonly string[]): void {
  const given = args.flatMap((arg, i) => (args[i - 1] === '--gold' ? [arg] : []));
  const files =
    given.length > 0
      ? given
      : [...filesIn(OWN, '.jsonl'), ...OTHERS.flatMap((folder) => filesIn(folder, '.dev.jsonl'))];
  if (files.length === 0) {
    process.stderr.write(`eval: no gold file in ${OWN}; name one with --gold FILE\n`);
    process.exitCode = 1;
    return;
  }
  const rows: string[][] = [];
  const all: Counts[] = [];
  for (const file of files) {
    try {
      const counts = measure(file);
      all.push(counts);
      rows.push(row(file, counts));
    } catch (error) {
      process.stderr.write(`eval: ${file}: ${error instanceof Error ? error.message : String(error)}\n`);
      process.exitCode = 1;
    }
  }
  process.stdout.write(`${table(rows)}\n`);
  if (args.includes('--calibration')) process.stdout.write(`${calibration(all)}\n`);
}

main(process.argv.slice(2));
