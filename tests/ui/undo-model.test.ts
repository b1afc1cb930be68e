import { describe, expect, it } from 'vitest';
import { ownKeysOf } from '#core/own-keys.ts';
import { createUndoModel, type HistoryPort, type Undone } from '#ui/history/undo-model.ts';

const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

const keys = { read: () => Promise.resolve(ownKeysOf(null)), follow: () => {} };

/** A history of one deletion, number 7. */
function model(change: Partial<HistoryPort> = {}) {
  const asked: string[] = [];
  const troubles: unknown[] = [];
  const answer = (how: string) => (expected: number | null) => {
    asked.push(`${how} ${expected}`);
    return Promise.resolve({ number: 7, action: 'delete' as const });
  };
  const deletion: Undone = { number: 7, action: 'delete' };
  const state = () => Promise.resolve({ undo: deletion, redo: null });
  const port = { undo: answer('undo'), redo: answer('redo'), state, keys, ...change };
  return { asked, troubles, history: createUndoModel(port, (error) => troubles.push(error)) };
}

describe('undo and redo on a surface', () => {
  it('takes back what was changed last anywhere, then offers that very change to be made again, and back', async () => {
    const { asked, history } = model();
    history.undo();
    await settled();
    expect(history.last.value).toMatchObject({ next: 'redo', number: 7 });
    history.redo();
    await settled();
    expect(history.last.value).toMatchObject({ next: 'undo', number: 7 });
    history.undo();
    await settled();
    expect(asked).toEqual(['undo null', 'redo 7', 'undo 7']);
  });

  it('says what was done here, with the way back to that very change; what fails is not said', async () => {
    const { asked, history } = model();
    await history.tell(Promise.resolve(), 'It counts as a quotation again.');
    expect(history.last.value).toEqual({
      words: 'It counts as a quotation again.',
      next: 'undo',
      number: 7,
    });
    history.undo();
    await settled();
    expect(asked).toEqual(['undo 7']);
    const failing = model();
    await expect(failing.history.tell(Promise.reject(new Error('no')), 'Done.')).rejects.toThrow('no');
    expect(failing.history.last.value).toBeNull();
  });

  it('no longer offers what something done elsewhere stands before, so that the key takes back what was last', async () => {
    const later: Undone = { number: 8, action: 'tag' };
    const states = [
      { undo: { number: 7, action: 'delete' } as Undone, redo: null },
      { undo: { number: 7, action: 'delete' } as Undone, redo: null },
      { undo: later, redo: null },
    ];
    const { asked, history } = model({
      state: () => Promise.resolve(states.shift() ?? { undo: later, redo: null }),
    });
    await history.tell(Promise.resolve(), 'Deleted.');
    history.check();
    await settled();
    expect(history.last.value).not.toBeNull();
    history.check();
    await settled();
    expect(history.last.value).toBeNull();
    history.undo();
    await settled();
    expect(asked).toEqual(['undo null']);
  });

  it('says nothing when there is nothing, and tells what failed', async () => {
    const { history } = model({ undo: () => Promise.resolve(null) });
    history.undo();
    await settled();
    expect(history.last.value).toBeNull();
    const failing = model({ redo: () => Promise.reject(new Error('gone')) });
    failing.history.redo();
    await settled();
    expect(failing.troubles).toHaveLength(1);
  });
});
