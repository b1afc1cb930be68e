import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { noteOf, tagsOf } from '#core/annotation-edit.ts';
import { jsonLd } from '#core/export/json-ld.ts';
import { json } from '#core/export/json.ts';
import { getAnnotation, putAnnotation } from '#storage/annotations.ts';
import { getArticle, listArticles } from '#storage/articles.ts';
import { listBackups } from '#storage/backups.ts';
import type { Storage } from '#storage/database.ts';
import { flushIndex } from '#storage/flush-index.ts';
import { redo, undo } from '#storage/history.ts';
import { commitImport, previewImport } from '#storage/import-records.ts';
import { searchAnnotations } from '#storage/search-annotations.ts';
import { dropImport } from '#storage/staged-imports.ts';
import { putDecision } from '#storage/decide.ts';
import { deleteAnnotation } from '#storage/trash.ts';
import { readFile } from '#tests/core/import/read-file.ts';
import { written } from '#tests/core/export/written.ts';
import { annotation, article, at, freshStorage, id, saidBy, source } from './records.ts';
import { backups, everything, stage, time } from './staging.ts';

async function filled(): Promise<Storage> {
  const storage = freshStorage();
  const said = { ...saidBy('Ann Teller'), detectedSpeaker: 'Ann Teller' };
  const styled = annotation({ number: 1, note: 'A note', tags: ['one', 'two'], quotation: said });
  const marked = { ...styled, target: { ...styled.target, styleClass: 'green' } };
  await putAnnotation(storage, { annotation: marked, article: article() });
  await putAnnotation(storage, {
    annotation: annotation({ number: 2, quotation: saidBy('Ann Teller') }),
    article: article(),
  });
  const other = 'https://www.example.com/news/another';
  await putAnnotation(storage, {
    annotation: annotation({ number: 3, source: other, quotation: saidBy(null, 'rejected') }),
    article: article({ source: other, title: 'Another' }),
  });
  await putDecision(
    storage,
    { source, kind: 'not-a-person', about: 'The Mill', value: null, at: at(4) },
    false,
    Date.parse(at(4)),
  );
  return storage;
}

describe('importing', () => {
  it.each([
    ['a.json', json],
    ['a.jsonld', jsonLd],
  ] as const)(
    'export, wipe, import gives a deep-equal store: %s; and twice adds nothing',
    async (name, exporter) => {
      const before = await everything(await filled());
      const read = readFile(name, written(exporter, before, { exportedAt: at(50) }));
      expect(read.problems).toEqual([]);
      const storage = freshStorage();
      const kept = backups();
      const done = await commitImport(storage, kept, await stage(storage, read.records), time);
      expect(await everything(storage)).toEqual(before);
      expect(done.counted.annotations).toEqual({ added: 3, changed: 0, known: 0 });
      const again = await stage(storage, read.records);
      expect((await previewImport(storage, again)).annotations).toEqual({ added: 0, changed: 0, known: 3 });
      expect(await commitImport(storage, kept, again, time)).toMatchObject({ change: null });
      expect(await everything(storage)).toEqual(before);
    },
  );

  it('makes no backup where nothing is staged: it would drive out an older one', async () => {
    const storage = await filled();
    const kept = backups();
    await expect(commitImport(storage, kept, 'never begun', time)).rejects.toMatchObject({
      code: 'not-found',
    });
    const once = await stage(storage, { annotations: [annotation({ number: 9 })], articles: [article()] });
    await commitImport(storage, kept, once, time);
    expect(await listBackups(kept)).toHaveLength(1);
    await expect(commitImport(storage, kept, once, time)).rejects.toMatchObject({ code: 'not-found' });
    expect(await listBackups(kept)).toHaveLength(1);
  });

  it('what is brought in is found, and an article without a passage is listed', async () => {
    const storage = freshStorage();
    const saved = article({ source: 'https://www.example.com/reading-list', title: 'To read', saved: at(1) });
    const records = {
      articles: [article(), saved],
      annotations: [annotation({ number: 1, exact: 'The beds are older' })],
    };
    await commitImport(storage, backups(), await stage(storage, records), time);
    expect((await searchAnnotations(storage, { query: 'beds older', limit: 9 })).total).toBe(1);
    expect((await listArticles(storage, 0)).total).toBe(2);
    expect((await listArticles(storage, 9)).items.map((one) => one.count).toSorted((a, b) => a - b)).toEqual([
      0, 1,
    ]);
  });

  it('counts whom it quotes, each name of an article as one person, however many are looked at side by side', async () => {
    const storage = freshStorage();
    const shared = {
      id: id(900),
      name: 'Ann Teller',
      note: '',
      follows: [],
      apart: [],
      created: at(1),
      modified: at(1),
    };
    const sources = Array.from({ length: 40 }, (_, index) => `https://www.example.com/${index}`);
    const records = {
      articles: sources.map((one) => article({ source: one })),
      people: [shared],
      // In half of the articles she is the same; Bo is somebody else in each, and nobody has said who.
      appearances: sources
        .slice(20)
        .map((one) => ({ source: one, key: 'ann teller', name: 'Ann Teller', person: shared.id })),
      annotations: sources.flatMap((one, index) =>
        ['Ann Teller', 'Ann Teller', 'Bo Miller', 'Bo Miller', 'Bo Miller'].map((name, place) =>
          annotation({ number: 5 * index + place, source: one, quotation: saidBy(name) }),
        ),
      ),
    };
    await commitImport(storage, backups(), await stage(storage, records), time);
    await flushIndex(storage);
    const tallies = await storage.read(['tallies'], (transaction) =>
      transaction.objectStore('tallies').getAll(),
    );
    const counts = tallies.map(({ id: person, count }) =>
      person === shared.id ? `shared ${count}` : String(count),
    );
    expect(counts.toSorted()).toEqual(
      [...Array<string>(20).fill('2'), ...Array<string>(40).fill('3'), 'shared 40'].toSorted(),
    );
    expect((await searchAnnotations(storage, { query: 'miller', limit: 9 })).total).toBe(120);
  });

  it('keeps both notes, joins the tags, and says beforehand what it will do', async () => {
    const storage = freshStorage();
    const mine = annotation({ number: 1, note: 'Mine', tags: ['a'], minute: 5 });
    await putAnnotation(storage, { annotation: mine, article: article() });
    const theirs = { ...annotation({ number: 1, note: 'Theirs', tags: ['b'], minute: 9 }) };
    const name = await stage(storage, { annotations: [theirs, annotation({ number: 2 })] });
    const preview = await previewImport(storage, name);
    expect(preview.annotations).toEqual({ added: 1, changed: 1, known: 0 });
    const kept = backups();
    const done = await commitImport(storage, kept, name, time);
    expect(done.counted).toEqual(preview);
    const merged = await getAnnotation(storage, id(1));
    expect(merged && noteOf(merged).split('\n\n---\n\n')).toEqual(['Theirs', 'Mine']);
    expect(merged && tagsOf(merged)).toEqual(['b', 'a']);
    expect(await listBackups(kept)).toHaveLength(1);
  });

  it('is undone as a whole', async () => {
    const storage = await filled();
    const before = await everything(storage);
    const lists = await listArticles(storage, 9);
    const brought = {
      articles: [
        article({ title: 'A newer title', lastSeen: at(60) }),
        article({ source: 'https://www.example.com/new', saved: at(7) }),
      ],
      annotations: [annotation({ number: 1, note: 'More', minute: 60 }), annotation({ number: 9 })],
      versions: [{ annotation: id(1), seen: at(61), outcome: 'changed', exact: 'x' } as const],
    };
    const { change } = await commitImport(storage, backups(), await stage(storage, brought), time);
    expect(await everything(storage)).not.toEqual(before);
    await undo(storage, change ?? -1);
    expect(await everything(storage)).toEqual(before);
    expect(await listArticles(storage, 9)).toEqual(lists);
  });

  it('is undone as a whole, and done again, when it has more records than are looked at at a time', async () => {
    const storage = await filled();
    const [before, lists] = [await everything(storage), await listArticles(storage, 9)];
    const sources = Array.from({ length: 300 }, (_, index) => `https://www.example.com/${index}`);
    const records = {
      articles: sources.map((one) => article({ source: one, saved: at(2) })),
      annotations: sources.flatMap((one, index) =>
        [0, 1, 2].map((place) => annotation({ number: 1_000 + 3 * index + place, source: one })),
      ),
    };
    const { change } = await commitImport(storage, backups(), await stage(storage, records), time);
    const after = await everything(storage);
    await undo(storage, change ?? -1);
    expect(await everything(storage)).toEqual(before);
    expect(await listArticles(storage, 9)).toEqual(lists);
    await redo(storage, change ?? -1);
    expect(await everything(storage)).toEqual(after);
  });

  it('changes nothing when it is stopped half-way, when it was dropped, and when nothing was staged', async () => {
    const storage = await filled();
    const before = await everything(storage);
    const stopping = new AbortController();
    const many = Array.from({ length: 40 }, (_, index) => annotation({ number: 100 + index }));
    const name = await stage(storage, { annotations: many.slice(0, 20) }, { annotations: many.slice(20) });
    const tell = (done: number): void => {
      if (done > 25) stopping.abort();
    };
    await expect(
      commitImport(storage, backups(), name, time, { signal: stopping.signal, tell }),
    ).rejects.toMatchObject({ reason: 'aborted' });
    expect(await everything(storage)).toEqual(before);
    await dropImport(storage, name);
    await expect(commitImport(storage, backups(), name, time)).rejects.toMatchObject({ reason: 'not-found' });
    expect(await everything(storage)).toEqual(before);
  });

  it('a name of an article that means somebody goes on meaning that person, who gets the other note too', async () => {
    const storage = await filled();
    const [mine] = (await everything(storage)).people;
    const stranger = {
      id: id(77),
      name: 'A. Teller',
      note: 'Harbour master',
      follows: [],
      apart: [],
      created: at(1),
      modified: at(90),
    };
    const appearance = { source, key: 'ann teller', name: 'Ann Teller', person: stranger.id };
    await commitImport(
      storage,
      backups(),
      await stage(storage, { people: [stranger], appearances: [appearance] }),
      time,
    );
    const { people } = await everything(storage);
    expect(people.map((person) => [person.id, person.name, person.note])).toEqual([
      [mine?.id, 'Ann Teller', 'Harbour master'],
    ]);
  });

  it('in whatever order the file names that person', async () => {
    const storage = await filled();
    const [mine] = (await everything(storage)).people;
    const person = {
      id: id(77),
      name: 'A. Teller',
      note: 'n',
      follows: [],
      apart: [],
      created: at(1),
      modified: at(9),
    };
    const other = 'https://www.example.com/news/before';
    const appearances = [
      { source: other, key: 'ann teller', name: 'Ann Teller', person: id(77) },
      { source, key: 'ann teller', name: 'Ann Teller', person: id(77) },
    ];
    const records = { articles: [article({ source: other, saved: at(1) })], people: [person], appearances };
    await commitImport(storage, backups(), await stage(storage, records), time);
    const after = await everything(storage);
    expect(after.people.map((one) => one.id)).toEqual([mine?.id]);
    expect(new Set(after.appearances.map((one) => one.person))).toEqual(new Set([mine?.id]));
  });

  it('brings back what lies in the trash', async () => {
    const storage = await filled();
    await deleteAnnotation(storage, id(1), Date.parse(at(30)));
    await commitImport(
      storage,
      backups(),
      await stage(storage, { annotations: [annotation({ number: 1 })] }),
      time,
    );
    const back = await getAnnotation(storage, id(1));
    expect(back && noteOf(back)).toBe('A note');
    expect(await getArticle(storage, source)).not.toBeNull();
  });
});
