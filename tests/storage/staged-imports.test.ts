import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { noRecords } from '#core/import/read-import.ts';
import { putAnnotation } from '#storage/annotations.ts';
import { commitImport, previewImport } from '#storage/import-records.ts';
import {
  beginImport,
  dropImport,
  importOutcome,
  stageImport,
  sweepImports,
} from '#storage/staged-imports.ts';
import { annotation, article, freshStorage } from './records.ts';
import { backups, everything, stage, time } from './staging.ts';

describe('what is put aside of an import', () => {
  it('forgets what was left behind, tells of it until it is dropped, and takes nothing more for it', async () => {
    const storage = freshStorage();
    await putAnnotation(storage, {
      annotation: annotation({ number: 1, note: 'A note' }),
      article: article(),
    });
    const before = await everything(storage);
    const records = { annotations: [annotation({ number: 7 })] };
    const [left, alive] = [await stage(storage, records), await stage(storage, records)];
    const told = [{ import: left, files: ['a.json'], done: null }];
    expect(await sweepImports(storage, new Set([alive]))).toEqual(told);
    expect(await sweepImports(storage, new Set([alive]))).toEqual(told);
    await expect(commitImport(storage, backups(), left, time)).rejects.toMatchObject({ reason: 'not-found' });
    const more = { import: left, part: 1, records: { ...noRecords, ...records } };
    await expect(stageImport(storage, more)).rejects.toMatchObject({ reason: 'not-found' });
    expect(await importOutcome(storage, left)).toBe('gone');
    expect(await everything(storage)).toEqual(before);
    await dropImport(storage, left);
    expect(await sweepImports(storage, new Set([alive]))).toEqual([]);
    expect(await importOutcome(storage, alive)).toBe('waiting');
    expect((await commitImport(storage, backups(), alive, time)).counted.annotations.added).toBe(1);
  });

  it('tells afterwards what was done, to a surface that was not told', async () => {
    const storage = freshStorage();
    const name = await stage(storage, { annotations: [annotation({ number: 7 })], articles: [article()] });
    const done = await commitImport(storage, backups(), name, time);
    expect(await importOutcome(storage, name)).toEqual(done);
    expect(await sweepImports(storage, new Set())).toEqual([{ import: name, files: ['a.json'], done }]);
  });

  it('a part that is put aside twice counts once', async () => {
    const storage = freshStorage();
    const name = crypto.randomUUID();
    await beginImport(storage, name, ['a.json']);
    const part = {
      import: name,
      part: 0,
      records: { ...noRecords, annotations: [annotation({ number: 1 })] },
    };
    await stageImport(storage, part);
    await stageImport(storage, part);
    const totals: number[] = [];
    const signal = new AbortController().signal;
    await previewImport(storage, name, { signal, tell: (_done, total) => totals.push(total) });
    expect(totals).toEqual([1]);
  });
});
