import { expect, test, vi } from 'vitest';
import { createPersonModel } from '#library/person-model.ts';
import type { request } from '#messaging/client.ts';

vi.mock('webextension-polyfill', () => ({ default: {} }));

const appearances = Array.from({ length: 180 }, (_, index) => ({
  name: 'Ana Ortiz',
  source: `https://www.example.com/${index}`,
  article: null,
  roles: [],
}));

type Ask = (name: string, input: { readonly offset: number; readonly limit: number }) => Promise<unknown>;

const modelOf = (ask: Ask) => createPersonModel('p', ask as unknown as typeof request);

const answering: Ask = async (name, { offset, limit }) => {
  if (name === 'people.figures') return { outlets: [], tags: [], months: [], table: null };
  return {
    person: { articles: appearances.length },
    appearances: appearances.slice(offset, offset + limit),
    namesakes: [],
  };
};

const seen = (model: ReturnType<typeof modelOf>): number => {
  const load = model.load.value;
  return load.state === 'ready' ? load.appearances.length : -1;
};

test('looks at the first articles, and at more when asked', async () => {
  const model = modelOf(answering);
  expect(model.load.value.state).toBe('loading');
  model.refresh();
  await vi.waitFor(() => expect(seen(model)).toBe(50));
  model.more();
  await vi.waitFor(() => expect(seen(model)).toBe(180));
  model.refresh();
  await vi.waitFor(() => expect(seen(model)).toBe(180));
});

test('does not wait for the figures', async () => {
  const model = modelOf((name, input) =>
    name === 'people.figures' ? new Promise(() => undefined) : answering(name, input),
  );
  model.refresh();
  await vi.waitFor(() => expect(model.load.value.state).toBe('ready'));
  expect(model.figures.value).toBeNull();
});

test('says who is gone, and what failed', async () => {
  const gone = modelOf(async () => null);
  gone.refresh();
  await vi.waitFor(() => expect(gone.load.value.state).toBe('gone'));
  const failed = modelOf(async (name, input) => {
    if (name === 'people.figures') throw new Error('disk');
    return answering(name, input);
  });
  failed.refresh();
  await vi.waitFor(() => expect(failed.load.value.state).toBe('failed'));
});
