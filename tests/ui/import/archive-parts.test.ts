import 'fake-indexeddb/auto';
import { strToU8, zipSync } from 'fflate';
import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { exactOf } from '#core/annotation-passage.ts';
import { byArticle, type ExportRecords } from '#core/export/by-article.ts';
import type { ExportPart } from '#core/export/exporter.ts';
import { json } from '#core/export/json.ts';
import { beginExport } from '#core/export/write-export.ts';
import { joined, type ReadImport } from '#core/import/read-import.ts';
import { createBackupDatabase } from '#storage/backup-database.ts';
import type { Storage } from '#storage/database.ts';
import { exportPlan } from '#storage/export-plan.ts';
import { exportRecords } from '#storage/export-records.ts';
import { commitImport } from '#storage/import-records.ts';
import { beginImport, stageImport } from '#storage/staged-imports.ts';
import { archiveParts } from '#ui/import/archive-parts.ts';
import { isZipFile } from '#ui/import/zip-files.ts';
import { about, textsAside } from '#tests/core/export/written.ts';
import { annotation, article, at, freshName, freshStorage, id, saidBy } from '#tests/storage/records.ts';

const now = '2026-01-05T08:00:00.000Z';
const head = 'title,url,time_added\n';
const fixture = (name: string): Uint8Array =>
  readFileSync(new URL(`../../fixtures/import/${name}`, import.meta.url));

async function readAll(bytes: Uint8Array): Promise<ReadImport & { readonly parts: number }> {
  const reading = archiveParts(new File([new Uint8Array(bytes)], 'a.zip'), now);
  let whole: ReadImport = { label: '', records: {}, problems: [], refused: null };
  for (let parts = 1; ; parts++) {
    const { part, isEnd, bytes: done } = await reading.next();
    expect(done).toBeLessThanOrEqual(bytes.length);
    whole = {
      label: part.label,
      records: joined(whole.records, part.records),
      problems: [...whole.problems, ...part.problems],
      refused: part.refused,
    };
    if (isEnd) return { ...whole, parts };
  }
}

async function archived(records: ExportRecords, layout: 'articles' | 'people'): Promise<Uint8Array> {
  const run = beginExport(json, about, layout === 'people' ? { layout, makeAside: textsAside } : { layout });
  const parts: ExportPart[] = byArticle(records).map(run.add);
  for await (const part of run.end()) parts.push(part);
  return Buffer.concat(parts.map((part) => Buffer.from(part)));
}

async function everything(storage: Storage): Promise<unknown> {
  const { ids, sources } = await exportPlan(storage, null);
  return exportRecords(storage, ids, sources);
}

async function bring(storage: Storage, { records }: ReadImport): ReturnType<typeof commitImport> {
  const name = crypto.randomUUID();
  await beginImport(storage, name, ['a.zip']);
  await stageImport(storage, { import: name, part: 0, records: joined(records, {}) });
  return commitImport(storage, createBackupDatabase(freshName()), name, Date.parse(now));
}

const two = ['https://www.example.com/one', 'https://www.example.com/two'] as const;
const person = { id: id(900), name: 'Ida Marlow', note: 'Engineer', follows: [], apart: [], created: at(1), modified: at(2) }; // prettier-ignore
const other = { ...person, id: id(901), name: 'Tomas Reed' };
const library: ExportRecords = {
  articles: two.map((source) => article({ source })),
  annotations: [1, 2, 3, 4].map((number) =>
    annotation({ number, source: two[number % 2] ?? '', note: `Note ${number} \ud83e`, quotation: number === 4 ? null : saidBy(number === 3 ? 'Tomas Reed' : 'Ida Marlow', 'confirmed') }),
  ), // prettier-ignore
  people: [person, other],
  appearances: two.flatMap((source) =>
    [person, other].map(({ id, name }) => ({ source, key: name.toLowerCase(), name, person: id })),
  ),
  decisions: [{ source: two[0], kind: 'not-a-person', about: 'May', value: null, at: at(3) }],
  versions: [{ annotation: id(1), seen: at(5), outcome: 'changed', exact: 'Other words' }],
};

describe('a Zip archive that is brought in', () => {
  it.each(['articles', 'people'] as const)('gives all back that was exported by %s', async (layout) => {
    const read = await readAll(await archived(library, layout));
    expect([read.refused, read.problems, read.label]).toEqual([null, [], 'importJson']);
    const [storage, plain] = [freshStorage(), freshStorage()];
    await bring(storage, read);
    await bring(plain, { label: '', records: library, problems: [], refused: null });
    const expected = await everything(plain);
    expect(await everything(storage)).toEqual(expected);
    // A second time it adds nothing.
    expect((await bring(storage, read)).change).toBeNull();
    expect(await everything(storage)).toEqual(expected);
  });

  it('is read file by file, whatever is between them, and what is of no format is named', async () => {
    const read = await readAll(
      zipSync({
        'pocket/': new Uint8Array(),
        'pocket/part_000000.csv': fixture('pocket-csv.csv'),
        'pocket/annotations/part_000000.json': [fixture('pocket-highlights.json'), { level: 0 }],
        'pocket/read me.txt': strToU8('Hello'),
        '__MACOSX/pocket/._part_000000.csv': strToU8('Mac'),
      }),
    );
    expect([read.refused, read.label]).toEqual([null, 'importPocket']);
    expect(read.records.annotations?.map(exactOf)).toContain('“It holds,” said the lock-keeper.');
    expect(read.records.articles?.length).toBeGreaterThan(2);
    expect(read.problems.filter(({ code }) => code === 'not-this-format')).toEqual([
      { code: 'not-this-format', entry: 'pocket/read me.txt', line: 0, field: '', lost: 'record' },
    ]);
    expect(read.problems.find(({ line }) => line === 4)).toMatchObject({ entry: 'pocket/part_000000.csv' });
  });

  it.each([
    ['Markdown', { 'a note.md': '# A note\n\n> Words' }, 'a-markdown-file', 'a note.md'],
    ['nothing', {}, 'not-this-format', undefined],
    ['a picture', { 'a.png': '\u0089PNG' }, 'not-this-format', 'a.png'],
    ['a file that is cut off', { 'a.csv': `${head}A,https://www.example.com/a,1609459200\n"B,`, 'b.csv': head }, 'cut-off', 'a.csv'],
  ] as const)('is refused when there is %s in it', async (_what, files, code, entry) => {
    const bytes = Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)]));
    const { refused } = await readAll(zipSync(bytes));
    expect(refused).toMatchObject({ code, ...(entry === undefined ? {} : { entry }) });
  }); // prettier-ignore

  it('of many small files is few parts', async () => {
    const row = (number: number): string => `${head}T,https://www.example.com/${number},1609459200\n`;
    const files = Array.from(
      { length: 500 },
      (_, number) => [`${number}.csv`, strToU8(row(number))] as const,
    );
    const read = await readAll(zipSync(Object.fromEntries(files), { level: 1 }));
    expect(read.records.articles).toHaveLength(500);
    expect(read.parts).toBeLessThan(4);
  });
});

const good = zipSync({ 'a.csv': strToU8(`${head}A,https://www.example.com/a,1609459200\n`) });
/** The archive with some of its bytes changed, counted from the beginning of its directory's first entry. */
function changed(bytes: Uint8Array, at: number, ...values: readonly number[]): Uint8Array {
  const view = Buffer.from(bytes);
  const directory = view.indexOf(Buffer.from([0x50, 0x4b, 1, 2]));
  for (const [index, value] of values.entries()) view[directory + at + index] = value;
  return view;
}

describe('an archive that is made to break its reader', () => {
  const bomb = zipSync({ 'a.json': new Uint8Array(30_000_000).fill(32) });
  it.each([
    ['is cut off', good.subarray(0, -10), 'damaged-archive'],
    ['has bytes that were changed', Buffer.from(good).fill(0x55, 40, 50), 'damaged-archive'],
    ['is encrypted', changed(good, 8, 1), 'damaged-archive'],
    ['is packed in another way', changed(good, 10, 14), 'damaged-archive'],
    ['says that it holds less than it does', changed(good, 24, 3, 0, 0, 0), 'damaged-archive'],
    ['says that it holds more than it does', changed(good, 24, 255, 0, 0, 0), 'damaged-archive'],
    ['has another checksum', changed(good, 16, 1, 2, 3, 4), 'damaged-archive'],
    ['begins behind its end', changed(good, 42, 255, 255, 255, 0), 'damaged-archive'],
    ['would fill the memory', bomb, 'too-long'],
    ['would fill the memory, and hides it', changed(bomb, 24, 9, 0, 0, 0), 'damaged-archive'],
  ] as const)('is refused when it %s', async (_what, bytes, code) => {
    const read = await readAll(bytes);
    expect(read.refused?.code).toBe(code);
    expect(Object.values(read.records).flat()).toEqual([]);
  });

  it('is refused when its files share their bytes', async () => {
    const view = Buffer.from(good);
    const directory = view.indexOf(Buffer.from([0x50, 0x4b, 1, 2]));
    const end = view.length - 22;
    const entry = view.subarray(directory, end);
    const whole = Buffer.concat([
      view.subarray(0, directory),
      ...Array<Buffer>(50).fill(entry),
      view.subarray(end),
    ]);
    whole.writeUInt16LE(50, whole.length - 12);
    whole.writeUInt32LE(50 * entry.length, whole.length - 10);
    expect((await readAll(whole)).refused?.code).toBe('damaged-archive');
  });

  it('never throws, and brings in what the archive had or nothing', async () => {
    const change = fc.tuple(fc.nat(good.length - 1), fc.nat(255));
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 6 }), async (changes) => {
        const bytes = new Uint8Array(good);
        for (const [at, value] of changes) bytes[at] = value;
        const read = await readAll(bytes);
        const titles = read.records.articles?.map(({ title }) => title) ?? [];
        expect(read.refused === null ? titles : ['A']).toEqual(['A']);
      }),
      { numRuns: 300 },
    );
  });

  it('is told from other files by its first bytes', async () => {
    expect(await isZipFile(new Blob([new Uint8Array(good)]))).toBe(true);
    for (const text of ['', 'P', 'PK', '{"format":"on-record"}'])
      expect(await isZipFile(new Blob([text]))).toBe(false);
  });
});
