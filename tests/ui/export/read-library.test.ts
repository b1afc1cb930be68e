import 'fake-indexeddb/auto';
import { expect, it } from 'vitest';
import { putAnnotation } from '#storage/annotations.ts';
import { createStorage } from '#storage/database.ts';
import { openExportReader } from '#storage/export-reader.ts';
import { defaultOptions } from '#core/export/exporter.ts';
import { readJson } from '#core/export/read-json.ts';
import { eachPart } from '#ui/export/each-part.ts';
import { createFileWriter } from '#ui/export/file-writer.ts';
import { annotation, article, freshName, id } from '#tests/storage/records.ts';

const COUNT = 30;
const other = 'https://b.example/of-its-own';
const about = { exportedAt: '2026-01-07T10:00:00.000Z', title: '', options: defaultOptions };

it('a file that a change overtakes is written anew, whole, within one transaction, part after part', async () => {
  const name = freshName();
  const storage = createStorage({ name });
  const put = (number: number, note: string): Promise<unknown> =>
    putAnnotation(storage, { annotation: annotation({ number, note }), article: article() });
  for (let number = 1; number <= COUNT; number++) await put(number, '');
  await storage.write(['articles'], (transaction) =>
    transaction.objectStore('articles').put(article({ source: other })),
  );
  const reader = await openExportReader(name);
  let runs = 0;
  const text = await reader?.read(async (source) => {
    runs++;
    const isFirst = runs === 1;
    const writer = createFileWriter({ format: 'json', layout: 'one', about });
    let parts = 0;
    const write = async (records: Parameters<typeof writer.add>[0]): Promise<void> => {
      writer.add(records);
      // Between two parts of the first file two records change that belong together.
      if (isFirst && ++parts === 3) await Promise.all([put(1, 'both'), put(COUNT, 'both')]);
    };
    const counted = await eachPart(source.records, await source.plan(), 4, write, () => {});
    expect(counted).toEqual({ count: COUNT, skipped: 0 });
    return (await writer.end()).blob.text();
  });
  reader?.close();
  expect(runs).toBe(2);
  const read = readJson(text ?? '');
  expect(read.problems).toEqual([]);
  expect(read.annotations).toHaveLength(COUNT);
  expect(read.articles.map(({ source }) => source).toSorted()).toEqual([article().source, other].toSorted());
  const noted = read.annotations.filter(({ body }) => body.length > 0);
  expect(noted.map((one) => [one.id, one.body[0]?.value])).toEqual([
    [id(1), 'both'],
    [id(COUNT), 'both'],
  ]);
});
