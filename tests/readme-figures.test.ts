import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { asFigures, figuresIn, withFigures } from '../bench/results/figures.ts';

/** What the README says of accuracy and speed is what `npm run bench` has measured: `npm run readme:figures` copies it. */

const readme = readFileSync('README.md', 'utf8');
const results = figuresIn(readFileSync('bench/RESULTS.md', 'utf8'));
const shown = figuresIn(readme);
/** The README without what was copied. */
const typed = withFigures(readme, new Map([...shown.keys()].map((name) => [name, ''])));

const FIGURE = /^[\s*]*[<>≤≥≈]?\d[\d.,\s/;:%×()–-]*(?:ms|s|MB|kB)?[\s*]*$/;

/** The tables' cells that hold nothing but figures. */
const figureCells = (text: string): string[] =>
  text
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .flatMap((line) => line.split('|'))
    .filter((cell) => FIGURE.test(cell));

/** Figures of time, memory, size or speed in running text. */
const measurements = (text: string): string[] =>
  text.match(/\d[\d.,]*(?:\s|\u00a0)(?:ms|MB|kB|×|seconds)(?![\p{L}\d])/gu) ?? [];

describe('The figures of the README', () => {
  it('are there', () => {
    expect([...shown.keys()].toSorted()).toEqual([
      'accuracy',
      'accuracy-beside-others',
      'anchoring',
      'article',
      'detection',
      'export',
      'growth',
      'library',
      'page',
      'painting',
      'search',
      'sizes',
      'sync',
    ]);
    for (const [name, markdown] of shown)
      expect([name, figureCells(markdown).length > 2]).toEqual([name, true]);
  });

  it.each([...shown])('%s: word for word what bench/RESULTS.md says', (name, markdown) => {
    expect(markdown, 'npm run readme:figures copies it').toBe(results.get(name));
  });

  it('stand nowhere else in a table', () => {
    expect(figureCells(typed)).toEqual([]);
  });

  it('stand in no sentence of "How good it is"', () => {
    const [, section = ''] = /\n## How good it is\n([\s\S]*?)\n## /.exec(typed) ?? [];
    expect(section).not.toBe('');
    expect(measurements(section)).toEqual([]);
  });

  it('would be seen', () => {
    expect(figureCells('| a | 12.5 | 3 / 4 | 5 ms | about 5 days |')).toEqual([
      ' 12.5 ',
      ' 3 / 4 ',
      ' 5 ms ',
    ]);
    expect(measurements('It takes 1.4 ms and 57 kB, 23.0 × less, on 40 pages.')).toHaveLength(3);
  });
});

describe('Figures', () => {
  const one = asFigures('one', '| 1 |');
  const text = `before\n\n${one}\n\nbetween\n\n${asFigures('two', 'x')}\n`;

  it('are found by name', () => {
    expect([...figuresIn(text)]).toEqual([
      ['one', '| 1 |'],
      ['two', 'x'],
    ]);
  });

  it('are put in where their name is, and nothing else changes', () => {
    const next = withFigures(text, new Map([['two', '| $& $1 |']]));
    expect(next).toBe(`before\n\n${one}\n\nbetween\n\n${asFigures('two', '| $& $1 |')}\n`);
    expect(withFigures(next, figuresIn(text))).toBe(text);
  });

  it('are put in where there were none yet', () => {
    const empty = '<!-- figures: one -->\n\n<!-- /figures -->';
    expect(withFigures(empty, figuresIn(text))).toBe(one);
  });
});
