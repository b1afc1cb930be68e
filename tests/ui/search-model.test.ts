import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createSearchModel } from '#ui/search-model.ts';

describe('search as one types', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  test('asks once after the last key', async () => {
    const search = vi.fn(async (query: string) => [query]);
    const model = createSearchModel(search);
    for (const query of ['b', 'br', 'bri ']) model.setQuery(query);
    expect(model.state.value).toEqual({ state: 'searching' });
    await vi.advanceTimersByTimeAsync(200);
    expect(search.mock.calls).toEqual([['bri']]);
    expect(model.state.value).toEqual({ state: 'found', query: 'bri', hits: ['bri'] });
  });

  test('an answer to an older query is never shown over a newer one', async () => {
    const answers = new Map<string, (hits: string[]) => void>();
    const model = createSearchModel(
      (query) => new Promise<string[]>((resolve) => answers.set(query, resolve)),
    );
    model.setQuery('old');
    await vi.advanceTimersByTimeAsync(200);
    model.setQuery('new');
    await vi.advanceTimersByTimeAsync(200);
    answers.get('new')?.(['n']);
    await vi.advanceTimersByTimeAsync(0);
    answers.get('old')?.(['o']);
    await vi.advanceTimersByTimeAsync(0);
    expect(model.state.value).toEqual({ state: 'found', query: 'new', hits: ['n'] });
  });

  test('an emptied field is off, whatever still comes', async () => {
    const model = createSearchModel(async () => ['x']);
    model.setQuery('a');
    await vi.advanceTimersByTimeAsync(200);
    model.setQuery('ab');
    model.setQuery(' ');
    await vi.advanceTimersByTimeAsync(500);
    expect(model.state.value).toEqual({ state: 'off' });
  });

  test('a failure is told', async () => {
    const error = new Error('no');
    const model = createSearchModel(async () => Promise.reject(error));
    model.setQuery('a');
    await vi.advanceTimersByTimeAsync(200);
    expect(model.state.value).toEqual({ state: 'failed', error });
  });
});
