import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { noteOf, tagsOf, withNote } from '#core/annotation-edit.ts';
import type { Annotation } from '#core/annotation.ts';
import { mergeAnnotation } from '#core/merge-annotation.ts';
import { createRecordModel } from '#library/record-model.ts';
import type { request } from '#messaging/client.ts';
import { annotation, article, at } from '../storage/records.ts';

vi.mock('webextension-polyfill', () => ({ default: {} }));

const start = annotation({ number: 1 });

/** A store of one record that keeps both of two notes, as the background does, and answers after a while. */
function store() {
  let stored = start;
  const put = (next: Annotation, base: string | null): Annotation => {
    stored = stored.modified === base ? next : mergeAnnotation(next, stored);
    return stored;
  };
  const ask = (async (_: string, input: { annotation: Annotation; base: string | null }) => {
    const answer = put(input.annotation, input.base);
    await new Promise((resolve) => setTimeout(resolve, 100));
    return answer;
  }) as unknown as typeof request;
  return { ask, put, now: () => stored };
}

const model = (ask: typeof request) => createRecordModel({ annotation: start, article: article() }, ask);

beforeEach(() => {
  vi.useFakeTimers();
  vi.setSystemTime(at(60));
});
afterEach(() => void vi.useRealTimers());

test('what another window wrote while a save was under way is not wiped out by the next key', async () => {
  const { ask, put, now } = store();
  const mine = model(ask);
  put(withNote(start, 'theirs', at(61)), start.modified);
  mine.setNote('mine');
  await vi.advanceTimersByTimeAsync(300);
  mine.setNote('mine, and more');
  await vi.advanceTimersByTimeAsync(1_000);
  for (const part of ['mine, and more', 'theirs']) expect(noteOf(now())).toContain(part);
  expect(noteOf(mine.record.value)).toBe(noteOf(now()));
  expect(mine.isJoined.value).toBe(true);
});

test('what another window adds to a note that was written here is told, and nothing else is', async () => {
  const { ask, put, now } = store();
  const mine = model(ask);
  mine.adopt(put(withNote(start, 'theirs', at(61)), start.modified));
  expect(mine.isJoined.value).toBe(false);
  mine.setTags(['river']);
  await vi.advanceTimersByTimeAsync(1_000);
  expect([noteOf(now()), tagsOf(now()), mine.isJoined.value]).toEqual(['theirs', ['river'], false]);
  mine.setNote('theirs, and mine');
  await vi.advanceTimersByTimeAsync(1_000);
  mine.adopt(put(withNote(now(), 'theirs, and mine, and theirs again', at(62)), now().modified));
  expect(mine.isJoined.value).toBe(true);
});
