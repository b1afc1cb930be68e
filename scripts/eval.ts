/**
 * Measures the detector on gold files and prints a table.
 *
 *     npm run eval                                our own gold set, and the dev sets beside the project when they are there
 *     npm run eval -- --gold FILE [--gold FILE]   these files (the format is in scripts/eval-score.ts)
 *     npm run eval -- --calibration               also: right speakers by stated confidence
 */
import { basename } from 'node:path';
import { f1, percent } from './eval-figures.ts';
import type { Counts } from './eval-score.ts';
import { goldFiles, measureSet } from './eval-sets.ts';

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
  const files = given.length > 0 ? given : goldFiles();
  if (files.length === 0) {
    process.stderr.write(`eval: no gold file found; name one with --gold FILE\n`);
    process.exitCode = 1;
    return;
  }
  const rows: string[][] = [];
  const all: Counts[] = [];
  for (const file of files) {
    try {
      const counts = measureSet(file);
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
