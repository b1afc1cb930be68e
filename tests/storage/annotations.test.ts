import 'fake-indexeddb/auto';
import { describe, expect, it, vi } from 'vitest';
import { noteOf, tagsOf, withNote, withTags } from '#core/annotation-edit.ts';
import type { Annotation } from '#core/annotation.ts';
import { allAnnotations, annotationsOf, getAnnotation, putAnnotation } from '#storage/annotations.ts';
import { getArticle } from '#storage/articles.ts';
import type { Storage } from '#storage/database.ts';
import { deleteAnnotation, listTrash, restoreAnnotation } from '#storage/trash.ts';
import { annotation, article, at, freshStorage, id, source } from './records.ts';

/** Writes what no guard has seen, as a broken disk or an older mistake would. */
async function plant(storage: Storage, value: unknown): Promise<void> {
  await storage.write(['annotations'], (transaction) =>
    transaction.objectStore('annotations').put(value as Annotation),
  );
}

describe('putAnnotation and getAnnotation', () => {
  it('stores the record and its article together, and answers what is stored', async () => {
    const storage = freshStorage();
    const record = annotation({ number: 1, note: 'a note', tags: ['one'] });
    expect(await putAnnotation(storage, { annotation: record, article: article() })).toEqual(record);
    expect(await getAnnotation(storage, record.id)).toEqual(record);
    expect(await getArticle(storage, source)).toEqual(article());
  });

  it('makes one record of one passage that two windows keep at once, neither of which knew of the other', async () => {
    const storage = freshStorage();
    const words = 'The boats were never counted.';
    const mine = annotation({ number: 1, exact: words, start: 40, note: 'mine', tags: ['a'] });
    const theirs = annotation({ number: 2, exact: words, start: 40, note: 'theirs', tags: ['b'] });
    await putAnnotation(storage, { annotation: mine, article: article(), base: null });
    const stored = await putAnnotation(storage, { annotation: theirs, article: article(), base: null });
    expect([stored.id, tagsOf(stored).toSorted()]).toEqual([mine.id, ['a', 'b']]);
    for (const text of ['mine', 'theirs']) expect(noteOf(stored)).toContain(text);
    // Typed on before the answer has come.
    const later = withNote(theirs, 'theirs, and more', at(9));
    const again = await putAnnotation(storage, { annotation: later, article: article(), base: null });
    for (const text of ['mine', 'theirs, and more']) expect(noteOf(again)).toContain(text);
    expect((await annotationsOf(storage, source)).items).toEqual([again]);
  });

  it('takes the same words at another place for another passage', async () => {
    const storage = freshStorage();
    for (const [number, start] of [[1, 40], [2, 90]] as const)
      await putAnnotation(storage, { annotation: annotation({ number, exact: 'No.', start }), article: article(), base: null }); // prettier-ignore
    expect((await annotationsOf(storage, source)).items).toHaveLength(2);
  });

  it('answers null for what is not there', async () => {
    const storage = freshStorage();
    expect(await getAnnotation(storage, id(1))).toBeNull();
    expect(await getArticle(storage, source)).toBeNull();
  });

  it('keeps every character of a note, halves of characters included', async () => {
    const storage = freshStorage();
    const note = '\u0000 \ud83d half, \u{1f600} whole, \u202e\r\n\t  ';
    await putAnnotation(storage, { annotation: annotation({ number: 1, note }), article: article() });
    const stored = await getAnnotation(storage, id(1));
    expect(stored && noteOf(stored)).toBe(note);
  });

  it('keeps what was known of an article when a later visit knows less', async () => {
    const storage = freshStorage();
    await putAnnotation(storage, { annotation: annotation({ number: 1 }), article: article() });
    const later = article({ title: '', byline: null, lastSeen: at(9), firstSeen: at(9) });
    await putAnnotation(storage, { annotation: annotation({ number: 2 }), article: later });
    expect(await getArticle(storage, source)).toEqual(article({ lastSeen: at(9) }));
  });
});

describe('two editors of one note', () => {
  const first = annotation({ number: 1, note: 'first', tags: ['a'] });

  it('simply stores when nobody else has', async () => {
    const storage = freshStorage();
    await putAnnotation(storage, { annotation: first, article: article(), base: null });
    const next = withNote(first, 'second', at(5));
    expect(
      await putAnnotation(storage, { annotation: next, article: article(), base: first.modified }),
    ).toEqual(next);
  });

  it('loses neither text', async () => {
    const storage = freshStorage();
    await putAnnotation(storage, { annotation: first, article: article(), base: null });
    const mine = withTags(withNote(first, 'mine', at(5)), ['a', 'b'], at(5));
    const theirs = withTags(withNote(first, 'theirs', at(6)), ['c'], at(6));
    await putAnnotation(storage, { annotation: mine, article: article(), base: first.modified });
    const merged = await putAnnotation(storage, {
      annotation: theirs,
      article: article(),
      base: first.modified,
    });
    expect(noteOf(merged)).toBe('theirs\n\n---\n\nmine');
    expect(tagsOf(merged)).toEqual(['c', 'a', 'b']);
    expect(await getAnnotation(storage, first.id)).toEqual(merged);
    expect(merged.modified > theirs.modified).toBe(true);
  });

  it('adds nothing when the same editor goes on typing on the base it knows', async () => {
    const storage = freshStorage();
    await putAnnotation(storage, {
      annotation: withNote(first, 'other', at(2)),
      article: article(),
      base: null,
    });
    for (const note of ['m', 'mi', 'min', 'mine']) {
      await putAnnotation(storage, {
        annotation: withNote(first, note, at(3)),
        article: article(),
        base: at(1),
      });
    }
    const stored = await getAnnotation(storage, first.id);
    expect(stored && noteOf(stored)).toBe('mine\n\n---\n\nother');
  });

  it('loses nothing when both write at the same moment', async () => {
    const storage = freshStorage();
    await putAnnotation(storage, { annotation: first, article: article(), base: null });
    const notes = ['one thing', 'another', 'a third', 'and more'];
    await Promise.all(
      notes.map((note) =>
        putAnnotation(storage, {
          annotation: withNote(first, note, at(5)),
          article: article(),
          base: first.modified,
        }),
      ),
    );
    const stored = await getAnnotation(storage, first.id);
    for (const note of notes) expect(stored && noteOf(stored)).toContain(note);
  });

  it('brings a record that was deleted meanwhile back, with both texts', async () => {
    const storage = freshStorage();
    await putAnnotation(storage, {
      annotation: withNote(first, 'deleted', at(2)),
      article: article(),
      base: null,
    });
    await deleteAnnotation(storage, first.id, Date.parse(at(3)));
    await putAnnotation(storage, {
      annotation: withNote(first, 'typed', at(4)),
      article: article(),
      base: at(1),
    });
    const stored = await getAnnotation(storage, first.id);
    expect(stored && noteOf(stored)).toBe('typed\n\n---\n\ndeleted');
    expect((await listTrash(storage, 10)).items).toEqual([]);
    expect(await restoreAnnotation(storage, first.id)).toEqual(stored);
  });
});

describe('annotationsOf', () => {
  it('answers those of one article by position', async () => {
    const storage = freshStorage();
    const records = [3, 1, 2].map((number) => annotation({ number, start: number * 100 }));
    for (const record of records) await putAnnotation(storage, { annotation: record, article: article() });
    const other = `${source}-2`;
    const elsewhere = annotation({ number: 9, source: other });
    await putAnnotation(storage, { annotation: elsewhere, article: article({ source: other }) });
    const { items, skipped } = await annotationsOf(storage, source);
    expect(items.map((item) => item.id)).toEqual([1, 2, 3].map(id));
    expect(skipped).toBe(0);
    expect((await annotationsOf(storage, 'https://nowhere.example/')).items).toEqual([]);
  });

  it('skips broken records, counts them, and shows the others', async () => {
    const storage = freshStorage();
    await putAnnotation(storage, { annotation: annotation({ number: 1 }), article: article() });
    await plant(storage, { id: id(2), target: { source }, modified: at(1) });
    await plant(storage, { ...annotation({ number: 3 }), body: 'gone' });
    const { items, skipped } = await annotationsOf(storage, source);
    expect(items).toHaveLength(1);
    expect(skipped).toBe(2);
    expect(await getAnnotation(storage, id(2))).toBeNull();
  });
});

describe('allAnnotations', () => {
  it('passes over every record once, broken ones by name', async () => {
    const storage = freshStorage();
    const numbers = Array.from({ length: 1_203 }, (_, index) => index + 1);
    await storage.write(['annotations'], async (transaction) => {
      const store = transaction.objectStore('annotations');
      await Promise.all(numbers.map((number) => store.put(annotation({ number }))));
    });
    await plant(storage, { id: id(77), broken: true });
    const broken: string[] = [];
    const seen: string[] = [];
    for await (const item of allAnnotations(storage, (key) => broken.push(key))) seen.push(item.id);
    expect(seen).toEqual(numbers.filter((number) => number !== 77).map(id));
    expect(broken).toEqual([id(77)]);
  });

  it('ends at once when there is nothing', async () => {
    const seen: unknown[] = [];
    for await (const item of allAnnotations(freshStorage())) seen.push(item);
    expect(seen).toEqual([]);
  });
});

describe('A first save in an article with many records', () => {
  it('reads a few of them, and becomes one with what another window has just saved of the very same passage', async () => {
    const storage = freshStorage();
    for (let number = 1; number <= 90; number++)
      await putAnnotation(storage, {
        annotation: annotation({ number, exact: `Words ${number}` }),
        article: article(),
      });
    const read = vi.spyOn(IDBObjectStore.prototype, 'get');
    const whole = vi.spyOn(IDBIndex.prototype, 'getAll');
    const twin = await putAnnotation(storage, {
      annotation: { ...annotation({ number: 90, exact: 'Words 90' }), id: id(200) },
      article: article(),
      base: null,
    });
    expect(twin.id).toBe(id(90));
    const records = await Promise.all(
      whole.mock.results.map(async ({ value }) => (value as IDBRequest<unknown[]>).result.length),
    );
    expect(read.mock.calls.length + records.reduce((sum, count) => sum + count, 0)).toBeLessThan(130);
    expect(whole.mock.contexts.map((index) => (index as IDBIndex).name)).not.toContain('source');
    vi.restoreAllMocks();
  });
});
