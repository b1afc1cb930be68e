import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { noteOf, withNote, withSpeaker, withTags } from '#core/annotation-edit.ts';
import { deleteAnnotation, restoreAnnotations } from '#storage/trash.ts';
import { getAnnotation, putAnnotation } from '#storage/annotations.ts';
import { createStorage, type Storage } from '#storage/database.ts';
import { listPeople, mergePeople, notePerson, splitPerson } from '#storage/people.ts';
import { absorbJournal } from '#storage/absorb-journal.ts';
import { noteSent, takeIntoStorage, waitingDocuments } from '#storage/replica-records.ts';
import { annotation, article, id } from './records.ts';

/** Two machines with real stores, whose documents are carried from one to the other by hand. */

let databases = 0;
const machine = (): Storage => createStorage({ name: `machine-${databases++}`, isJournalled: () => true });

async function carry(from: Storage, to: Storage, names: readonly [string, string]): Promise<number> {
  await absorbJournal(from, { replica: names[0], now: Date.now() });
  const waiting = await waitingDocuments(from, 1_000);
  const came = waiting.map(({ document }) => ({ document, leaf: '1-a' }));
  const count = await takeIntoStorage(to, came, { replica: names[1], now: Date.now() }, () => {});
  await noteSent(
    from,
    waiting.map(({ document }) => ({ document, next: '1-a' })),
  );
  return count;
}

async function meet(one: Storage, other: Storage): Promise<void> {
  for (let round = 0; round < 2; round++) {
    await carry(one, other, ['one', 'other']);
    await carry(other, one, ['other', 'one']);
  }
  expect(await everything(other)).toEqual(await everything(one));
}

const everything = (storage: Storage): Promise<unknown> =>
  storage.read(['annotations', 'people', 'appearances', 'articles', 'tallies'], async (transaction) =>
    Object.fromEntries(
      await Promise.all(
        (['annotations', 'people', 'appearances', 'articles', 'tallies'] as const).map(
          async (store) => [store, await transaction.objectStore(store).getAll()] as const,
        ),
      ),
    ),
  );

describe('two machines with real stores', () => {
  it('have one notebook, its people and its counts', async () => {
    const [one, other] = [machine(), machine()];
    for (const number of [1, 2, 3])
      await putAnnotation(one, {
        annotation: annotation({ number, note: `note ${number}` }),
        article: article(),
      });
    await meet(one, other);
    expect(noteOf((await getAnnotation(other, id(2))) ?? annotation({ number: 1 }))).toBe('note 2');
    expect((await listPeople(other, 'name', 10)).total).toBe((await listPeople(one, 'name', 10)).total);
    expect(await waitingDocuments(one, 10)).toEqual([]);
    expect(await carry(one, other, ['one', 'other'])).toBe(0);
  });

  it('keep both notes, take a deletion to the trash, and bring it back', async () => {
    const [one, other] = [machine(), machine()];
    await putAnnotation(one, { annotation: annotation({ number: 1 }), article: article() });
    await meet(one, other);
    const record = (await getAnnotation(one, id(1))) ?? annotation({ number: 1 });
    const later = (text: string, at: string) => withNote(record, text, at);
    await putAnnotation(one, { annotation: later('Here.', '2026-01-06T10:00:00.000Z'), article: article() });
    await putAnnotation(other, {
      annotation: later('There.', '2026-01-06T11:00:00.000Z'),
      article: article(),
    });
    await meet(one, other);
    expect(noteOf((await getAnnotation(one, id(1))) ?? annotation({ number: 1 }))).toBe(
      'Here.\n\n---\n\nThere.',
    );
    await deleteAnnotation(one, id(1), Date.now());
    await meet(one, other);
    expect(await getAnnotation(other, id(1))).toBeNull();
    await restoreAnnotations(other, [id(1)]);
    await meet(one, other);
    expect(await getAnnotation(one, id(1))).not.toBeNull();
  });

  it('an edit stands against a deletion that did not know of it', async () => {
    const [one, other] = [machine(), machine()];
    await putAnnotation(one, { annotation: annotation({ number: 1, note: 'Old.' }), article: article() });
    await meet(one, other);
    const record = (await getAnnotation(other, id(1))) ?? annotation({ number: 1 });
    await deleteAnnotation(one, id(1), Date.now());
    const tagged = withTags(record, ['tax'], '2026-01-06T11:00:00.000Z');
    await putAnnotation(other, { annotation: tagged, article: article() });
    await meet(one, other);
    expect(await getAnnotation(one, id(1))).toMatchObject({ id: id(1) });
  });

  it('people are joined and split on both', async () => {
    const [one, other] = [machine(), machine()];
    for (const [number, speaker] of [
      [1, 'Ada Blum'],
      [2, 'Blum'],
      [3, 'Cem Dal'],
    ] as const) {
      const source = `https://news.example/${number}`;
      await putAnnotation(one, {
        annotation: withSpeaker(annotation({ number, source }), speaker, '2026-01-06T08:00:00.000Z'),
        article: article({ source }),
      });
    }
    await meet(one, other);
    const named = async (storage: Storage, name: string): Promise<string> =>
      (await listPeople(storage, 'name', 10)).items.find(({ person }) => person.name === name)?.person.id ??
      '';
    await mergePeople(
      one,
      { into: await named(one, 'Ada Blum'), from: [await named(one, 'Blum')], follow: true },
      Date.now(),
    );
    const blum = (await listPeople(other, 'name', 10)).items.find(
      ({ person }) => person.name === 'Blum',
    )?.person;
    await notePerson(other, blum?.id ?? '', 'Met in May.', blum?.modified ?? '', Date.now(), (mine) => mine);
    await meet(one, other);
    const ada = (await listPeople(other, 'name', 10)).items.find(({ person }) => person.name === 'Ada Blum');
    expect(ada).toMatchObject({ person: { note: 'Met in May.' }, articles: 2 });
    expect((await listPeople(one, 'name', 10)).items).toHaveLength(2);
    await splitPerson(
      other,
      { id: ada?.person.id ?? '', sources: ['https://news.example/2'], name: null },
      Date.now(),
    );
    await meet(one, other);
    expect((await listPeople(one, 'name', 10)).items).toHaveLength(3);
  });
});
