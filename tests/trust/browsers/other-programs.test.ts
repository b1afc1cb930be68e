import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import Papa from 'papaparse';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { byArticle } from '#core/export/by-article.ts';
import { csv } from '#core/export/csv.ts';
import { defaultOptions } from '#core/export/exporter.ts';
import { html } from '#core/export/html.ts';
import { notes } from '#core/export/notes.ts';
import { beginExport } from '#core/export/write-export.ts';
import { about, textsAside, written } from '#tests/core/export/written.ts';
import { annotation, article, saidBy } from '#tests/storage/records.ts';

/** What is exported, opened by programs of this machine. Where one is not installed its tests are skipped, and said to be. */

const run = promisify(execFile);

/** Where a program is; null when it is not installed. */
function installed(...names: readonly string[]): string | null {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  return (
    folders.flatMap((folder) => names.map((name) => join(folder, name))).find((path) => existsSync(path)) ??
    null
  );
}

const office = installed('soffice', 'libreoffice');
const unzip = installed('unzip');

const words = [
  '“We will not wait,” she said; nobody did.',
  '=1+1',
  '@SUM(A1:A9)',
  '＋1',
  'Two\nlines, a "mark", a ; and a\ttab',
  '漢字 é 🛥 עברית',
  '0012',
];
const records = {
  articles: [article({ title: 'The <b>bridge</b> & the “river”' })],
  annotations: words.map((exact, index) =>
    annotation({
      number: index + 1,
      exact,
      note: `-note ${index}`,
      tags: ['a, b'],
      quotation: saidBy('Ida “I.” Marlow', 'confirmed'),
    }),
  ),
};

describe('programs of this machine', () => {
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'on-record-programs-'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  /** Has LibreOffice read a file and write it in a format of its own, and gives that as text. */
  async function converted(
    name: string,
    text: string,
    to: string,
    ...more: readonly string[]
  ): Promise<string> {
    const path = join(folder, name);
    await writeFile(path, text);
    const profile = pathToFileURL(join(folder, 'profile')).href;
    const all = [
      `-env:UserInstallation=${profile}`,
      '--headless',
      ...more,
      '--convert-to',
      to,
      '--outdir',
      join(folder, 'out'),
      path,
    ];
    await run(office ?? '', all, { timeout: 120_000 });
    const extension = to.split(':')[0] ?? to;
    return readFile(join(folder, 'out', `${name.split('.')[0]}.${extension}`), 'utf8');
  }

  /** Its rows end as Unix has it; line ends within a cell become those of RFC 4180 with them, and are taken back. */
  const rowsOf = (text: string): readonly (readonly string[])[] => {
    const standard = text.replace(/^\ufeff/, '').replace(/\r?\n/g, '\r\n');
    const { data } = Papa.parse(standard, { newline: '\r\n', delimiter: ',' });
    return data.map((row) => row.map((cell) => cell.replaceAll('\r\n', '\n')));
  };

  it.skipIf(office === null).each([true, false])(
    'LibreOffice opens the CSV, with a byte order mark: %s, row by row, and reckons nothing',
    async (bom) => {
      const options = { ...defaultOptions, bom };
      const text = written(csv, records, { options });
      const table = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,true,false,false';
      // Read as UTF-8 with commas, each cell as it would be when one opens the file.
      const read = await converted(
        `table-${bom}.csv`,
        text,
        table,
        '--infilter=Text - txt - csv (StarCalc):44,34,76,1',
      );
      const [head = [], ...rows] = rowsOf(read);
      const column = (name: string): readonly (string | undefined)[] =>
        rows.map((row) => row[head.indexOf(name)]);
      const guarded = words.map((exact) => (/^[=+\-@\uff0b]/.test(exact) ? `'${exact}` : exact));
      // A cell of digits alone is a number to a spreadsheet, whatever one writes.
      expect(column('quotation').slice(0, words.length - 1)).toEqual(guarded.slice(0, -1));
      expect(column('note').slice(0, words.length)).toEqual(words.map((_, index) => `'-note ${index}`));
      expect(new Set(column('speaker').slice(0, words.length))).toEqual(new Set(['Ida “I.” Marlow']));
    },
  );

  it.skipIf(office === null)(
    'LibreOffice opens the page of HTML, and shows every passage and note',
    async () => {
      const text = await converted(
        'page.html',
        written(html, records),
        'txt:Text (encoded):UTF8',
        '--writer',
      );
      const flat = text.replace(/\s+/g, ' ');
      for (const exact of words) expect(flat).toContain(exact.replace(/\s+/g, ' '));
      for (const index of words.keys()) expect(flat).toContain(`-note ${index}`);
      expect(flat).toContain('The <b>bridge</b> & the “river”');
    },
  );

  it.skipIf(unzip === null).each(['articles', 'people'] as const)(
    'unzip finds a Zip archive of %s whole, with the names of its files',
    async (layout) => {
      const target = layout === 'people' ? { layout, makeAside: textsAside } : { layout };
      const archive = beginExport(notes, about, target);
      const parts = byArticle(records).map(archive.add);
      for await (const part of archive.end()) parts.push(part);
      const path = join(folder, `${layout}.zip`);
      await writeFile(path, Buffer.concat(parts.map((part) => Buffer.from(part))));
      const { stdout: tested } = await run(unzip ?? '', ['-t', path]);
      expect(tested).toContain('No errors detected');
      const { stdout: text } = await run(unzip ?? '', ['-p', path]);
      for (const index of words.keys()) expect(text).toContain(`-note ${index}`);
    },
  );
});
