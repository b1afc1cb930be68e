import 'fake-indexeddb/auto';
import { expect, it } from 'vitest';
import { parseAnnotation, parseArticle } from '#core/annotation-guard.ts';
import { exactOf } from '#core/annotation-passage.ts';
import { putAnnotation } from '#storage/annotations.ts';
import { createStorage } from '#storage/database.ts';
import { openExportReader } from '#storage/export-reader.ts';
import { addToLedger, ledgerId } from '#storage/ledger.ts';
import { annotation, article, at, freshName, saidBy, source } from './records.ts';

it('The ledger is taken out by itself, as annotations under their articles, with the same ids each time', async () => {
  const name = freshName();
  const storage = createStorage({ name });
  await putAnnotation(storage, { annotation: annotation({ number: 1 }), article: article() });
  const entries = ['one', 'two'].map((exact, index) => ({
    id: ledgerId(source, exact),
    source,
    title: index === 0 ? '' : 'A long story',
    exact,
    start: index * 10,
    seen: at(1),
    quotation: saidBy('Ana Ortiz'),
  }));
  await addToLedger(storage, entries);
  await storage.write(['ledger'], (transaction) =>
    transaction.objectStore('ledger').put({ ...entries[0], id: 'spoilt', quotation: 7 } as never),
  );
  const read = async () => {
    const reader = await openExportReader(name);
    const part = await reader?.read(async (from) => from.records((await from.plan()).ids, []), 'ledger');
    reader?.close();
    return part;
  };
  const part = await read();
  expect(part?.annotations.map(exactOf)).toEqual(['one', 'two']);
  for (const one of part?.annotations ?? []) expect(parseAnnotation(one)).toEqual(one);
  expect(part?.articles.map(({ title }) => title)).toEqual(['A long story']);
  for (const one of part?.articles ?? []) expect(parseArticle(one)).toEqual(one);
  expect(part?.broken).toBe(1);
  expect((await read())?.annotations.map(({ id }) => id)).toEqual(part?.annotations.map(({ id }) => id));
});
