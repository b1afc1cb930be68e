import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { transformSync } from 'esbuild';
import { describe, expect, test } from 'vitest';

/** What a person reads stands in public/_locales: code that draws holds no words of its own. */

const views = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((name) =>
  name.endsWith('.tsx'),
);

/** Attributes whose text is read or heard. */
const spoken = [
  'label',
  'title',
  'placeholder',
  'alt',
  'aria-label',
  'aria-description',
  'aria-roledescription',
];

/** Words that the code would put on the page: text between tags, and what spoken attributes say. */
function wordsOf(source: string): readonly string[] {
  // Drawn code as plain calls: text between tags is then a string called `children`, or a line of a list of that name.
  const options = { loader: 'tsx', jsx: 'automatic', jsxImportSource: 'preact', charset: 'utf8' } as const;
  const { code } = transformSync(source, options);
  const attributes = new RegExp(`"?(?:${['children', ...spoken].join('|')})"?: "([^"]*\\p{L}[^"]*)"`, 'gu');
  const lines = code.split('\n');
  const indent = (line: string): number => line.search(/\S|$/u);
  const opener = (at: number): string | undefined =>
    lines.slice(0, at).findLast((line) => indent(line) < indent(lines[at] ?? ''));
  const inLists = lines.flatMap((line, at) => {
    const words = /^\s*"([^"]*\p{L}[^"]*)",?$/u.exec(line);
    return words !== null && (opener(at)?.endsWith('children: [') ?? false) ? [words] : [];
  });
  return [...code.matchAll(attributes), ...inLists].map(([, words]) => words ?? '');
}

describe('words in code', () => {
  test('there are views to look through', () => expect(views.length).toBeGreaterThan(100));

  test.each([
    ['text between tags', '<p>Kept for you</p>', ['Kept for you']],
    ['text beside other things', '<p>{name} said <b>this</b></p>', [' said ', 'this']],
    ['what is heard', '<button aria-label="Close">×</button>', ['Close']],
    ['a placeholder', '<input placeholder="A name" />', ['A name']],
    ['a sentence that is asked for', "<p title={t('close')}>{t('close')}</p>", []],
    ['signs', '<p>{a} · {b}</p>', []],
  ])('%s', (_what, view, words) => {
    expect([...wordsOf(`export const View = () => ${view};`)].toSorted()).toEqual([...words].toSorted());
  });

  test.each(views)('%s has none', (name) => {
    expect(wordsOf(readFileSync(join('src', name), 'utf8'))).toEqual([]);
  });
});
