import { expect, it } from 'vitest';
import { noteOf, styleOf, tagsOf } from '#core/annotation-edit.ts';
import { createNotebook, readable, type Notebook } from './notebook.ts';

const ID = 'urn:uuid:00000000-0000-4000-8000-00000000000a';
const [ONE, TWO, THREE] = ['https://one.example/1', 'https://two.example/2', 'https://three.example/3'];
const START = Date.UTC(2026, 10, 1);

/** Two machines that hold the same passages, the second an hour behind. Each call of a clock is a second later. */
async function twoMachines(): Promise<readonly [Notebook, Notebook]> {
  let seconds = 0;
  const one = createNotebook('laptop', () => START + seconds++ * 1_000);
  const other = createNotebook('desk', () => START - 3_600_000 + seconds++ * 1_000);
  one.keep(ID, ONE, 'Ada Blum');
  one.keep(ID.replace(/a$/, 'b'), TWO, 'A. Blum');
  one.keep(ID.replace(/a$/, 'c'), THREE, 'Blum');
  await meet(one, other);
  return [one, other];
}

/** Each takes what the other has. */
async function meet(one: Notebook, other: Notebook): Promise<void> {
  await other.take(await one.documents());
  await one.take(await other.documents());
  await other.take(await one.documents());
  expect(readable(other)).toEqual(readable(one));
}

const first = (notebook: Notebook) => {
  const found = notebook.annotations().find(({ id }) => id === ID);
  if (found === undefined) throw new Error('it is gone');
  return found;
};

const people = (notebook: Notebook): readonly string[] =>
  notebook
    .people()
    .map(({ name }) => name)
    .sort();

const person = (notebook: Notebook, name: string): string =>
  notebook.people().find((one) => one.name === name)?.id ?? '';

it('edits of two fields stand beside each other', async () => {
  const [one, other] = await twoMachines();
  one.tag(ID, ['tax', 'vote']);
  other.style(ID, 'wave');
  await meet(one, other);
  expect(tagsOf(first(one))).toEqual(['tax', 'vote']);
  expect(styleOf(first(one))).toBe('wave');
});

it('of one field the newest stands, whatever the clocks say of who knew of whom', async () => {
  const [one, other] = await twoMachines();
  one.style(ID, 'wave');
  await meet(one, other);
  // An hour behind, and made after it all the same.
  other.style(ID, 'box');
  await meet(one, other);
  expect(styleOf(first(one))).toBe('box');
});

it('two notes are both kept and shown, and are one note after the next edit', async () => {
  const [one, other] = await twoMachines();
  one.note(ID, 'At work.');
  other.note(ID, 'At home.');
  await meet(one, other);
  expect(noteOf(first(one))).toBe('At home.\n\n---\n\nAt work.');
  other.note(ID, 'Both.');
  await meet(one, other);
  expect(noteOf(first(one))).toBe('Both.');
});

it('a tag that one takes off and the other leaves is off; one that the other puts on is on', async () => {
  const [one, other] = await twoMachines();
  one.tag(ID, ['tax', 'vote']);
  await meet(one, other);
  one.tag(ID, ['vote']);
  other.tag(ID, ['tax', 'vote', 'new']);
  await meet(one, other);
  expect(tagsOf(first(one))).toEqual(['vote', 'new']);
});

it('a deletion takes what it knew of, and an edit that it did not know of stands', async () => {
  const [one, other] = await twoMachines();
  one.note(ID, 'Old.');
  await meet(one, other);
  one.remove(ID);
  other.tag(ID, ['tax']);
  await meet(one, other);
  expect(noteOf(first(one))).toBe('Old.');
  expect(tagsOf(first(one))).toEqual(['tax']);
  other.remove(ID);
  await meet(one, other);
  expect(one.annotations().map(({ id }) => id)).not.toContain(ID);
});

it('what is brought back from the trash comes back everywhere, as it was', async () => {
  const [one, other] = await twoMachines();
  one.note(ID, 'Precious.');
  await meet(one, other);
  one.remove(ID);
  await meet(one, other);
  one.restore(ID);
  await meet(one, other);
  expect(noteOf(first(other))).toBe('Precious.');
});

it("the reader's word on a quotation stands against the detector's of another machine, though that came later", async () => {
  let seconds = 0;
  const one = createNotebook('laptop', () => START + seconds++ * 1_000);
  const other = createNotebook('desk', () => START + 7_200_000 + seconds++ * 1_000);
  one.keep(ID, ONE, 'Ada Blum');
  one.decide(ID, 'rejected');
  await one.documents();
  other.keep(ID, ONE, 'Ada Blum');
  await meet(one, other);
  expect(first(other).quotation?.status).toBe('rejected');
});

it('joined on one machine and noted on the other: one person with the note', async () => {
  const [one, other] = await twoMachines();
  one.join(person(one, 'Ada Blum'), person(one, 'Blum'));
  other.notePerson(person(other, 'Blum'), 'Met her in May.');
  await meet(one, other);
  expect(people(one)).toEqual(['A. Blum', 'Ada Blum']);
  expect(one.people().find(({ name }) => name === 'Ada Blum')?.note).toBe('Met her in May.');
});

it('joined in two ways: all three are one', async () => {
  const [one, other] = await twoMachines();
  one.join(person(one, 'Ada Blum'), person(one, 'Blum'));
  other.join(person(other, 'Blum'), person(other, 'A. Blum'));
  await meet(one, other);
  expect(people(one)).toEqual(['Ada Blum']);
  expect(namesOf(one)).toEqual(['a. blum', 'ada blum', 'blum']);
});

it('joined to each other in opposite ways: one of the two stands for both', async () => {
  const [one, other] = await twoMachines();
  one.join(person(one, 'Ada Blum'), person(one, 'Blum'));
  other.join(person(other, 'Blum'), person(other, 'Ada Blum'));
  await meet(one, other);
  expect(one.people()).toHaveLength(2);
  const both = one.people().find(({ name }) => name !== 'A. Blum')?.id;
  expect(namesOf(one, both)).toEqual(['ada blum', 'blum']);
  one.notePerson(both ?? '', 'Still one.');
  await meet(one, other);
  expect(other.people().find(({ id }) => id === both)?.note).toBe('Still one.');
});

it('joined on one machine and split on the other: what was split off is somebody else', async () => {
  const [one, other] = await twoMachines();
  one.join(person(one, 'Ada Blum'), person(one, 'Blum'));
  await meet(one, other);
  one.join(person(one, 'Ada Blum'), person(one, 'A. Blum'));
  other.split(person(other, 'Ada Blum'), 'urn:uuid:new');
  await meet(one, other);
  expect(one.people()).toHaveLength(2);
  expect(namesOf(one, 'urn:uuid:new')).toHaveLength(1);
  expect(namesOf(one, person(one, 'Ada Blum'))).toHaveLength(2);
});

it('the same name of the same article, met on both machines, is one person', async () => {
  const one = createNotebook('laptop', () => START);
  const other = createNotebook('desk', () => START + 5_000);
  one.keep(ID, ONE, 'Ada Blum');
  other.keep(ID.replace(/a$/, 'b'), ONE, 'Ada Blum');
  await meet(one, other);
  expect(people(one)).toEqual(['Ada Blum']);
  expect(one.annotations()).toHaveLength(2);
});

/** The names that mean somebody, or anybody. */
function namesOf(notebook: Notebook, id?: string): readonly string[] {
  return [...notebook.records]
    .filter(([key]) => key.startsWith('["appearances"'))
    .map(([, record]) => record as { readonly key: string; readonly person: string })
    .filter((one) => id === undefined || one.person === id)
    .map(({ key }) => key)
    .sort();
}
