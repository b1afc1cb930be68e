// @vitest-environment happy-dom
import { h, render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Annotation } from '#core/annotation.ts';
import { useChanges } from '#popover/use-changes.ts';
import { useSubject } from '#popover/use-subject.ts';
import { keepUnsent } from '#popover/unsent.ts';
import { annotation, article } from '../storage/records.ts';

/** What a popover shows is what the store holds, whatever comes into it while the answer is on its way. */

const store = vi.hoisted(() => ({
  note: 'old',
  listeners: new Set<() => void>(),
  asked: [] as string[],
  /** Ends the waiting for a subject's answer, whose contents were read before. */
  answer: [] as (() => void)[],
  put: (): Promise<void> => Promise.resolve(),
}));

vi.mock('#messaging/client.ts', () => ({
  request: async (name: string, input: { annotation: Annotation }) => {
    store.asked.push(name);
    if (name === 'annotations.put') {
      await store.put();
      const [body] = input.annotation.body;
      store.note = body !== undefined && 'value' in body ? body.value : '';
      for (const tell of store.listeners) tell();
      return input.annotation;
    }
    const view = { note: store.note };
    await new Promise<void>((resolve) => store.answer.push(resolve));
    return view;
  },
  onRevision: (callback: () => void, signal: AbortSignal) => {
    store.listeners.add(callback);
    signal.addEventListener('abort', () => store.listeners.delete(callback));
  },
}));

const change = (note: string): void => {
  store.note = note;
  for (const tell of store.listeners) tell();
};

let reads = 0;
const read = (): void => void (reads += 1);
const isShown = (): boolean => document.body.textContent !== '';

function Card({
  id,
  note,
  changes,
}: {
  id: string;
  note: string;
  changes: Parameters<typeof useChanges>[0];
}) {
  useChanges(changes, read);
  return h('p', null, `${id}: ${note}`);
}
function Frame({ id }: { id: string }) {
  const { shown, changes } = useSubject(id);
  if (shown === null || !('view' in shown)) return null;
  const { note } = shown.view as unknown as { note: string };
  return h(Card, { key: id, id, note, changes });
}
const show = (id: string): void | Promise<void> => act(() => render(h(Frame, { id }), document.body));
const answer = (): Promise<void> => act(async () => store.answer.splice(0).forEach((end) => end()));

beforeEach(() => {
  localStorage.clear();
  Object.assign(store, { note: 'old', asked: [], answer: [], put: () => Promise.resolve() });
  reads = 0;
});
afterEach(() => {
  render(null, document.body);
  expect(store.listeners.size).toBe(0);
});

test('a record that is changed while the answer is on its way is read again as soon as that is shown', async () => {
  await show('first');
  await vi.waitFor(() => expect(store.answer).toHaveLength(1));
  await act(() => change('new'));
  expect(isShown()).toBe(false);
  await answer();
  await vi.waitFor(() => expect(document.body.textContent).toBe('first: old'));
  expect(reads).toBe(1);
  await act(() => change('newer'));
  expect(reads).toBe(2);
});

test('what was changed before it was asked for is not read again', async () => {
  await show('first');
  await vi.waitFor(() => expect(store.answer).toHaveLength(1));
  await answer();
  await act(() => change('new'));
  reads = 0;
  await show('second');
  await vi.waitFor(() => expect(store.answer).toHaveLength(1));
  await answer();
  await vi.waitFor(() => expect(document.body.textContent).toBe('second: new'));
  expect(reads).toBe(0);
});

test('what an earlier popover could not send goes before what this one shows is asked for', async () => {
  keepUnsent({ annotation: annotation({ number: 1, note: 'unsent' }), article: article(), base: null });
  let take = (): void => {};
  store.put = () => new Promise((resolve) => void (take = resolve));
  await show('first');
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(store.asked).toEqual(['annotations.put']);
  take();
  await vi.waitFor(() => expect(store.answer).toHaveLength(1));
  await answer();
  await vi.waitFor(() => expect(document.body.textContent).toBe('first: unsent'));
});

test('a store that does not answer keeps nobody from seeing it; what it then takes is read', async () => {
  keepUnsent({ annotation: annotation({ number: 1, note: 'unsent' }), article: article(), base: null });
  let take = (): void => {};
  store.put = () => new Promise((resolve) => void (take = resolve));
  await show('first');
  await vi.waitFor(() => expect(store.answer).toHaveLength(1), 4_000);
  await answer();
  await vi.waitFor(() => expect(document.body.textContent).toBe('first: old'));
  await act(async () => take());
  await vi.waitFor(() => expect(reads).toBe(1));
});
