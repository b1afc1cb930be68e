import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { noteOf, withNote } from '#core/annotation-edit.ts';
import type { Annotation } from '#core/annotation.ts';
import { mergeAnnotation } from '#core/merge-annotation.ts';
import type { request } from '#messaging/client.ts';
import { createKeptRecord } from '#popover/kept-record.ts';
import { createNoteWriting, withoutWritten } from '#popover/note-writing.ts';
import { annotation, article, at } from '../storage/records.ts';

const here = annotation({ number: 1, exact: 'The boats were never counted.', start: 40 });
const rule = '\n\n---\n\n';

/** A store that makes one record of one passage, as the background does. */
function background(stored: Annotation | null) {
  const state = { stored };
  const ask = (async (name: string, input: { annotation: Annotation; base: string | null }) => {
    if (name === 'annotations.ofArticle') return state.stored === null ? [] : [state.stored];
    if (name === 'annotations.get') return state.stored;
    const { annotation: next, base } = input;
    const there = state.stored;
    if (there === null || there.modified === base) state.stored = next;
    else state.stored = { ...mergeAnnotation(next, there), id: there.id };
    return state.stored;
  }) as unknown as typeof request;
  return { state, ask };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('what another window has kept of the very same passage is taken over, and nothing else', async () => {
  const theirs = withNote({ ...here, id: annotation({ number: 2 }).id }, 'theirs', at(5));
  const { state, ask } = background(annotation({ number: 3 }));
  const kept = createKeptRecord(null, article(), ask, () => here);
  await kept.refresh();
  expect(kept.record.value).toBeNull();
  state.stored = theirs;
  await kept.refresh();
  expect([kept.record.value, kept.stored.value, kept.isJoined.value]).toEqual([theirs, theirs, false]);
});

test('two windows that keep one passage at once have one record with both notes, and both are told', async () => {
  const { state, ask } = background(null);
  const [one, other] = ['alpha', 'beta'].map((note, index) => {
    const mine = withNote({ ...here, id: annotation({ number: index + 1 }).id }, note, at(5 + index));
    const kept = createKeptRecord(null, article(), ask, () => mine);
    kept.record.value = mine;
    kept.wrote(note);
    kept.saving.set(mine, 'now');
    return kept;
  });
  await vi.advanceTimersByTimeAsync(400);
  await one?.refresh();
  const both = `beta${rule}alpha`;
  expect(state.stored && noteOf(state.stored)).toBe(both);
  for (const kept of [one, other])
    expect([kept?.record.value?.id, kept?.isJoined.value]).toEqual([annotation({ number: 1 }).id, true]);
});

test('a note that is taken back leaves what another place has written beside it', () => {
  const writing = createNoteWriting();
  const old = withNote(here, 'old', at(5));
  writing.write(old, 'old and new');
  const joined = withNote(here, `old and new${rule}theirs`, at(6));
  const written = writing.end(joined);
  const then = written && withoutWritten(joined, written, at(7));
  expect(then && noteOf(then)).toBe(`old${rule}theirs`);
});
