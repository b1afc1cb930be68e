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
  if (name === 'people.namesakes') return [{ person: { id: 'other' } }];
  return { person: { articles: appearances.length }, appearances: appearances.slice(offset, offset + limit) };
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

test('does not wait for the figures, and asks for nothing else before the first words are there', async () => {
  const asked: string[] = [];
  const model = modelOf((name, input) => {
    asked.push(name);
    return name === 'people.figures' ? new Promise(() => undefined) : answering(name, input);
  });
  model.refresh();
  await vi.waitFor(() => expect(model.load.value.state).toBe('ready'));
  expect(asked).toEqual(['people.get']);
  model.complete();
  expect(asked).toEqual(['people.get', 'people.figures', 'people.namesakes']);
  expect(model.load.value.state).toBe('ready');
  expect(model.figures.value).toBeNull();
});

test.each(['before', 'after'])(
  'has the figures and the namesakes, completed %s the person has come; and anew',
  async (when) => {
    let counted = 0;
    const model = modelOf(async (name, input) => {
      if (name === 'people.figures') counted += 1;
      return answering(name, input);
    });
    model.refresh();
    if (when === 'after') await vi.waitFor(() => expect(model.load.value.state).toBe('ready'));
    model.complete();
    model.complete();
    await vi.waitFor(() => expect(model.namesakes.value).toHaveLength(1));
    expect(model.figures.value).not.toBeNull();
    expect(counted).toBe(1);
    model.refresh();
    await vi.waitFor(() => expect(counted).toBe(2));
  },
);

test('says who is gone, and what failed', async () => {
  const gone = modelOf(async () => null);
  gone.refresh();
  await vi.waitFor(() => expect(gone.load.value.state).toBe('gone'));
  const failed = modelOf(async (name, input) => {
    if (name === 'people.figures') throw new Error('disk');
    return answering(name, input);
  });
  failed.refresh();
  failed.complete();
  await vi.waitFor(() => expect(failed.load.value.state).toBe('failed'));
});
