import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import type { PersonRecord } from '#core/person-record.ts';
import { putAnnotation } from '#storage/annotations.ts';
import type { Storage } from '#storage/database.ts';
import { redo, undo } from '#storage/history.ts';
import { commitImport } from '#storage/import-records.ts';
import {
  listPeople,
  mergePeople,
  namesakesOf,
  notePerson,
  personOf,
  renamePerson,
  splitPerson,
} from '#storage/people.ts';
import { searchAnnotations } from '#storage/search-annotations.ts';
import { tellApart } from '#storage/tell-apart.ts';
import { give, machine, meet, waitingOn } from './carried-machines.ts';
import { annotation, article, at, id, saidBy } from './records.ts';
import { backups, stage, time } from './staging.ts';

/** Whom a name of an article means is one person on all machines; who is called the same elsewhere is not, until the reader says so. */

const ONE = 'https://one.example/story';
const TWO = 'https://two.example/story';

async function keep(storage: Storage, number: number, source: string, speaker: string): Promise<void> {
  await putAnnotation(storage, {
    annotation: annotation({ number, source, quotation: saidBy(speaker) }),
    article: article({ source }),
  });
}

/** A library of before: its people have ids that no other machine gives. */
async function kept(storage: Storage, person: string, sources: readonly string[], note = ''): Promise<void> {
  const people = [
    { id: person, name: 'Ana Ortiz', note, follows: [], apart: [], created: at(1), modified: at(1) },
  ];
  const appearances = sources.map((source) => ({ source, key: 'ana ortiz', name: 'Ana Ortiz', person }));
  const articles = sources.map((source) => article({ source }));
  await commitImport(storage, backups(), await stage(storage, { people, appearances, articles }), time);
}

const people = async (storage: Storage): Promise<readonly PersonRecord[]> =>
  storage.read(['people'], (transaction) => transaction.objectStore('people').getAll());
const listed = async (storage: Storage): Promise<readonly string[]> =>
  (await listPeople(storage, 'name', 100)).items.map(({ person }) => person.name);
const meant = async (storage: Storage, source: string): Promise<string> =>
  (await personOf(storage, source, 'ana ortiz'))?.person.id ?? '';
const note = async (storage: Storage, person: string, text: string): Promise<void> => {
  const record = (await people(storage)).find((one) => one.id === person);
  await notePerson(storage, person, text, record?.modified ?? '', Date.now(), (mine) => mine);
};

describe('a name of an article that both machines have met', () => {
  it('is one person, met under one id', async () => {
    const [one, other] = [machine(), machine()];
    await keep(one, 1, ONE, 'Ana Ortiz');
    await keep(other, 2, ONE, 'Ana Ortiz');
    await meet(one, other);
    expect(await people(one)).toHaveLength(1);
    expect((await listPeople(other, 'name', 9)).items).toMatchObject([{ quotations: 2, articles: 1 }]);
  });

  it('is one person where machines had given ids of their own: the least stands, with both notes', async () => {
    const [one, other] = [machine(), machine()];
    await kept(one, 'urn:uuid:b', [ONE], 'Met in May.');
    await kept(other, 'urn:uuid:a', [ONE], 'Met in June.');
    await meet(one, other);
    expect(await people(one)).toMatchObject([
      { id: 'urn:uuid:a', note: 'Met in May.\n\n---\n\nMet in June.' },
    ]);
    expect(await meant(one, ONE)).toBe('urn:uuid:a');
    await note(other, 'urn:uuid:a', 'Both.');
    await meet(one, other);
    expect((await people(one)).map((person) => person.note)).toEqual(['Both.']);
  });

  it('is nobody of another article, though called the same: the reader is asked', async () => {
    const [one, other] = [machine(), machine()];
    await keep(one, 1, ONE, 'Ana Ortiz');
    await keep(other, 2, TWO, 'Ana Ortiz');
    await meet(one, other);
    expect(await listed(one)).toEqual(['Ana Ortiz', 'Ana Ortiz']);
    expect(await namesakesOf(one, await meant(one, ONE), 9)).toHaveLength(1);
    await tellApart(other, await meant(other, ONE), await meant(other, TWO), Date.now());
    await meet(one, other);
    expect(await namesakesOf(one, await meant(one, ONE), 9)).toEqual([]);
  });

  it('joins whom the reader has joined on either machine', async () => {
    const [one, other] = [machine(), machine()];
    await kept(one, 'urn:uuid:a', [ONE, TWO]);
    await kept(other, 'urn:uuid:b', [ONE]);
    await kept(other, 'urn:uuid:c', [TWO]);
    await meet(one, other);
    expect((await people(other)).map((person) => person.id)).toEqual(['urn:uuid:a']);
  });

  it('stays split off where the reader has said so before the other machine was heard of', async () => {
    const [one, other] = [machine(), machine()];
    await kept(one, 'urn:uuid:a', [ONE, TWO]);
    await waitingOn(one, 'one');
    const split = await splitPerson(one, { id: 'urn:uuid:a', sources: [TWO], name: null }, Date.now());
    // Met later, by a machine that has not heard of it.
    await kept(other, 'urn:uuid:b', [TWO]);
    await meet(one, other);
    expect(await meant(other, TWO)).toBe(split.id);
    expect(await meant(other, ONE)).not.toBe(split.id);
  });

  it('leaves apart whom the reader has told apart', async () => {
    const [one, other] = [machine(), machine()];
    await kept(one, 'urn:uuid:a', [ONE]);
    await kept(other, 'urn:uuid:b', [TWO]);
    await meet(one, other);
    await tellApart(one, 'urn:uuid:a', 'urn:uuid:b', Date.now());
    await meet(one, other);
    // A third had met both as one name of one article.
    const third = machine();
    await kept(third, 'urn:uuid:b', [ONE]);
    const documents = await waitingOn(third, 'third');
    await give(one, 'one', documents);
    await give(other, 'other', documents);
    await meet(one, other);
    expect((await people(one)).map((person) => person.id)).toEqual(['urn:uuid:a', 'urn:uuid:b']);
  });

  it('has the name that the reader has given, though the other machine has met it later', async () => {
    const [one, other] = [machine(), machine()];
    await kept(one, 'urn:uuid:a', [ONE]);
    await waitingOn(one, 'one');
    await renamePerson(one, 'urn:uuid:a', 'Minister Ortiz', Date.parse(at(2)));
    await kept(other, 'urn:uuid:b', [ONE]);
    await meet(one, other);
    expect(await listed(other)).toEqual(['Minister Ortiz']);
  });

  it('is found by the name that the reader gives on the other machine', async () => {
    const [one, other] = [machine(), machine()];
    await keep(one, 1, ONE, 'Ana Ortiz');
    await meet(one, other);
    await renamePerson(one, await meant(one, ONE), 'Quartermaine', Date.now());
    await meet(one, other);
    const found = await searchAnnotations(other, { query: 'quartermaine', limit: 9 });
    expect(found.items.map((item) => item.annotation.id)).toEqual([id(1)]);
  });

  it('is joined under all of its ids, and is itself again when that is undone', async () => {
    const [one, other] = [machine(), machine()];
    await kept(one, 'urn:uuid:b', [ONE]);
    await keep(one, 3, TWO, 'Cem Dal');
    await kept(other, 'urn:uuid:a', [ONE]);
    await meet(one, other);
    const cem = (await personOf(one, TWO, 'cem dal'))?.person.id ?? '';
    await mergePeople(one, { into: cem, from: ['urn:uuid:a'], follow: false }, Date.now());
    await meet(one, other);
    expect(await meant(other, ONE)).toBe(cem);
    await undo(one);
    await meet(one, other);
    expect(await meant(other, ONE)).toBe('urn:uuid:a');
    await redo(one);
    await meet(one, other);
    expect(await meant(other, ONE)).toBe(cem);
    await note(other, cem, 'Still one.');
    await meet(one, other);
    expect(await people(one)).toMatchObject([{ id: cem, note: 'Still one.' }]);
  });
});

describe('a merge that is undone and done again', () => {
  it('is one person on the other machine, with what was noted there', async () => {
    const [one, other] = [machine(), machine()];
    await keep(one, 1, ONE, 'Ana Ortiz');
    await keep(one, 2, TWO, 'Ana Ortiz');
    await meet(one, other);
    const [into, from] = [await meant(one, ONE), await meant(one, TWO)];
    await mergePeople(one, { into, from: [from], follow: false }, Date.now());
    await undo(one);
    await redo(one);
    await note(other, from, 'Met in May.');
    await meet(one, other);
    expect(await people(other)).toMatchObject([{ id: into, note: 'Met in May.' }]);
    expect(await meant(other, TWO)).toBe(into);
  });

  it('a split that is undone is one again', async () => {
    const [one, other] = [machine(), machine()];
    await kept(one, 'urn:uuid:a', [ONE, TWO]);
    await meet(one, other);
    await splitPerson(other, { id: 'urn:uuid:a', sources: [TWO], name: null }, Date.now());
    await meet(one, other);
    expect(await people(one)).toHaveLength(2);
    await undo(other);
    await meet(one, other);
    expect(await people(one)).toHaveLength(1);
    expect(await meant(one, TWO)).toBe('urn:uuid:a');
  });
});

describe('what comes in parts', () => {
  it.each([
    ['whom it names last', ['annotations', 'appearances', 'articles', 'people']],
    ['names last', ['annotations', 'people', 'articles', 'appearances']],
    ['in the order in which it is sent', ['people', 'appearances', 'articles', 'annotations']],
  ])('%s: makes nobody twice, and is found by the person', async (_what, order) => {
    const [one, other] = [machine(), machine()];
    await kept(one, 'urn:uuid:a', [ONE]);
    await keep(one, 1, ONE, 'Ana Ortiz');
    const documents = await waitingOn(one, 'one');
    for (const store of order)
      await give(
        other,
        'other',
        documents.filter((document) => document.store === store),
      );
    expect((await people(other)).map((person) => person.id)).toEqual(['urn:uuid:a']);
    expect(await meant(other, ONE)).toBe('urn:uuid:a');
    const search = { query: '', filter: { person: 'urn:uuid:a' }, limit: 9 };
    expect((await searchAnnotations(other, search)).items.map((item) => item.annotation.id)).toEqual([id(1)]);
    expect((await listPeople(other, 'name', 9)).items).toMatchObject([{ quotations: 1 }]);
    await meet(one, other);
  });

  it('people are sent before what quotes them', async () => {
    const one = machine();
    await keep(one, 1, ONE, 'Ana Ortiz');
    expect((await waitingOn(one, 'one')).map(({ store }) => store)).toEqual([
      'people', 'appearances', 'articles', 'annotations',
    ]);
  }); // prettier-ignore
});
