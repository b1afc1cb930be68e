// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { withNote } from '#core/annotation-edit.ts';
import type { Annotation } from '#core/annotation.ts';
import { createKeptRecord } from '#popover/kept-record.ts';
import { followUnsent, forgetUnsent, keepUnsent, sendUnsent } from '#popover/unsent.ts';
import { annotation, article, at, id } from '../storage/records.ts';

/** What is written while the extension is updated is sent by the next frame. */

const record = annotation({ number: 1, note: 'kept' });
const written = withNote(record, 'kept, and written on', at(9));
const unsent = { annotation: written, article: article(), base: record.modified };
const refusal = (code: string): Error => Object.assign(new Error(code), { code });

beforeEach(() => localStorage.clear());
afterEach(() => vi.unstubAllGlobals());

test('a record that nobody has taken is kept, as it was written last, until it is taken', async () => {
  let isThere = false;
  const ask = vi.fn(async (_name: string, input: { annotation: Annotation }) => {
    if (!isThere) throw refusal('disconnected');
    return input.annotation;
  });
  const kept = createKeptRecord(record, article(), ask as never, () => record);
  kept.saving.set(withNote(record, 'kept, and', at(8)), 'now');
  kept.saving.set(written);
  await vi.waitFor(() => expect(kept.saving.failure.value).toBe('kept-for-later'), 5_000);
  expect(localStorage).toHaveLength(1);
  expect(Object.values(localStorage).join()).toContain('written on');
  isThere = true;
  kept.saving.flush();
  await kept.saving.settled();
  expect(kept.saving.state.value).toBe('saved');
  expect(localStorage).toHaveLength(0);
});

test('what nobody has taken is sent by itself as soon as somebody answers again', async () => {
  let isThere = false;
  const ask = vi.fn(async (name: string, input: { annotation: Annotation } | null) => {
    if (!isThere) throw refusal('disconnected');
    return name === 'annotations.put' ? input?.annotation : [];
  });
  const kept = createKeptRecord(record, article(), ask as never, () => record);
  kept.saving.set(written, 'now');
  await vi.waitFor(() => expect(kept.saving.failure.value).toBe('kept-for-later'), 5_000);
  isThere = true;
  await vi.waitFor(() => expect(kept.saving.state.value).toBe('saved'), 5_000);
  expect(ask.mock.calls.filter(([name]) => name === 'annotations.put')).toHaveLength(3);
  expect(localStorage).toHaveLength(0);
});

test('the next frame sends it with what it was made of, and keeps it no longer', async () => {
  expect(keepUnsent(unsent)).toBe(true);
  const ask = vi.fn(async () => written);
  await sendUnsent(ask as never);
  expect(ask).toHaveBeenCalledWith('annotations.put', unsent);
  await sendUnsent(ask as never);
  expect(ask).toHaveBeenCalledTimes(1);
});

test('and so does one that is there already, when the frame goes that could not', async () => {
  const life = new AbortController();
  const ask = vi.fn(async () => written);
  followUnsent(ask as never, life.signal);
  keepUnsent(unsent);
  dispatchEvent(new Event('pagehide'));
  // A frame is not told of what it has written itself: the other one is.
  expect(localStorage.getItem('unsent-left')).not.toBeNull();
  dispatchEvent(Object.assign(new Event('storage'), { key: 'unsent-left' }));
  await vi.waitFor(() => expect(ask).toHaveBeenCalledTimes(1));
  life.abort();
});

test('what this frame has sent is not what another has not: each keeps its own of one record', async () => {
  keepUnsent(unsent);
  const [own = ''] = Object.keys(localStorage);
  const others = { ...unsent, annotation: withNote(record, 'kept elsewhere', at(9)) };
  localStorage.setItem(`${own}-other`, JSON.stringify(others));
  forgetUnsent(record.id);
  expect(Object.keys(localStorage)).toEqual([`${own}-other`]);
  const ask = vi.fn(async () => written);
  await sendUnsent(ask as never);
  expect(ask).toHaveBeenCalledExactlyOnceWith('annotations.put', others);
  expect(localStorage).toHaveLength(0);
});

test('what is written on while it is being sent is not forgotten with it', async () => {
  keepUnsent(unsent);
  const longer = { ...unsent, annotation: withNote(record, 'kept, and written on and on', at(9)) };
  await sendUnsent((async () => void keepUnsent(longer)) as never);
  expect(Object.values(localStorage).join()).toContain('written on and on');
});

test('what an ended background did not take is sent again when one answers', async () => {
  const life = new AbortController();
  let isThere = false;
  const ask = vi.fn(async (name: string) => {
    if (!isThere) throw refusal('disconnected');
    return name === 'annotations.put' ? written : [];
  });
  keepUnsent(unsent);
  followUnsent(ask as never, life.signal);
  await vi.waitFor(() => expect(ask).toHaveBeenCalledTimes(1));
  isThere = true;
  await vi.waitFor(() => expect(localStorage).toHaveLength(0), 5_000);
  life.abort();
});

test.each(['disk-full', 'storage-unavailable', 'disconnected', 'newer-version'])(
  'what cannot be taken now (%s) waits for the next',
  async (code) => {
    keepUnsent(unsent);
    await sendUnsent(async () => Promise.reject(refusal(code)));
    expect(localStorage).toHaveLength(1);
  },
);

test('what is no record, or is refused as none, does not wait for ever', async () => {
  keepUnsent(unsent);
  localStorage.setItem('unsent:torn', '{"annotation":');
  localStorage.setItem('unsent:other', '{"annotation":{}}');
  localStorage.setItem('theirs', 'x');
  await sendUnsent(async () => Promise.reject(refusal('bad-message')));
  expect(Object.keys(localStorage)).toEqual(['theirs']);
  forgetUnsent(id(1));
});

test('a browser that gives a frame no storage is no failure', async () => {
  vi.stubGlobal('localStorage', undefined);
  expect(keepUnsent(unsent)).toBe(false);
  await sendUnsent(vi.fn() as never);
  forgetUnsent(id(1));
});
