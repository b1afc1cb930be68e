import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { PersonRecord } from '#core/person-record.ts';
import { mergeNotes } from '#core/merge-notes.ts';
import { createPersonNoteModel } from '#library/person-note-model.ts';
import type { request } from '#messaging/client.ts';

vi.mock('webextension-polyfill', () => ({ default: {} }));

const start: PersonRecord = {
  id: 'p',
  name: 'Ana Ortiz',
  note: '',
  follows: [],
  apart: [],
  created: '2026-01-01T00:00:00.000Z',
  modified: '2026-01-01T00:00:00.000Z',
};

/** A store of one person that keeps both of two notes, as the background does. */
function store() {
  let person = start;
  let clock = Date.parse(start.modified);
  const put = ({ note, base }: { readonly note: string; readonly base: string }): PersonRecord => {
    const next = person.modified === base ? note : mergeNotes(note, person.note);
    clock += 1_000;
    person = { ...person, note: next, modified: new Date(clock).toISOString() };
    return person;
  };
  const ask = (async (_: string, input: { note: string; base: string }) =>
    put(input)) as unknown as typeof request;
  return { ask, put, now: () => person };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('a note is saved as it is typed, and the next save builds on that', async () => {
  const { ask, now } = store();
  const model = createPersonNoteModel(start, ask);
  model.setNote('one');
  await vi.advanceTimersByTimeAsync(300);
  model.setNote('one two');
  await vi.advanceTimersByTimeAsync(300);
  expect(now().note).toBe('one two');
  expect(model.saving.state.value).toBe('saved');
});

test('what another surface wrote meanwhile is kept, and shown', async () => {
  const { ask, put } = store();
  const model = createPersonNoteModel(start, ask);
  put({ note: 'theirs', base: start.modified });
  model.setNote('mine');
  await vi.advanceTimersByTimeAsync(300);
  for (const part of ['mine', 'theirs']) expect(model.note.value).toContain(part);
});

test('what the store holds now is taken over, but not over what is being typed', () => {
  const { ask } = store();
  const model = createPersonNoteModel(start, ask);
  model.adopt({ ...start, note: 'theirs' });
  expect(model.note.value).toBe('theirs');
  model.setNote('typing');
  model.adopt({ ...start, note: 'later' });
  expect(model.note.value).toBe('typing');
});

test('what another place wrote while a save was under way is not wiped out by the next key', async () => {
  const { ask, put, now } = store();
  const slow = (async (name: string, input: { note: string; base: string }) => {
    const answer = await (ask as unknown as (name: string, input: unknown) => Promise<PersonRecord>)(
      name,
      input,
    );
    await new Promise((resolve) => setTimeout(resolve, 100));
    return answer;
  }) as unknown as typeof request;
  const model = createPersonNoteModel(start, slow);
  put({ note: 'theirs', base: start.modified });
  model.setNote('mine');
  await vi.advanceTimersByTimeAsync(300);
  model.setNote('mine, and more');
  await vi.advanceTimersByTimeAsync(1_000);
  for (const part of ['mine, and more', 'theirs']) expect(now().note).toContain(part);
  expect(model.note.value).toBe(now().note);
  expect(model.isJoined.value).toBe(true);
});

test('a note that another place has added to says so where it was written, and not where it was only read', () => {
  const { ask } = store();
  const model = createPersonNoteModel(start, ask);
  model.adopt({ ...start, note: 'theirs' });
  expect(model.isJoined.value).toBe(false);
});

test('writing has ended once, when it has changed something', async () => {
  const { ask } = store();
  const model = createPersonNoteModel(start, ask);
  expect(model.endNote()).toBe(false);
  model.setNote('a');
  model.setNote('');
  expect(model.endNote()).toBe(false);
  model.setNote('a');
  await vi.advanceTimersByTimeAsync(300);
  expect([model.endNote(), model.endNote()]).toEqual([true, false]);
});
