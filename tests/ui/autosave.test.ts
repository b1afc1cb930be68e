import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createAutosave } from '#ui/autosave.ts';

/** A store whose answers come when the test says so. */
function slowStore() {
  const sent: string[] = [];
  const answers: { resolve: () => void; reject: (error: unknown) => void }[] = [];
  const save = (value: string): Promise<void> => {
    sent.push(value);
    return new Promise((resolve, reject) => answers.push({ resolve, reject }));
  };
  const answer = async (index: number, error?: unknown): Promise<void> => {
    if (error === undefined) answers[index]?.resolve();
    else answers[index]?.reject(error);
    await vi.advanceTimersByTimeAsync(0);
  };
  return { sent, save, answer };
}

describe('autosave', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  test('waits for the last key, then sends the newest value once', async () => {
    const { sent, save } = slowStore();
    const autosave = createAutosave(save, 250);
    autosave.set('a');
    await vi.advanceTimersByTimeAsync(249);
    autosave.set('ab');
    await vi.advanceTimersByTimeAsync(249);
    expect(sent).toEqual([]);
    await vi.advanceTimersByTimeAsync(1);
    expect(sent).toEqual(['ab']);
  });

  test('does not wait for ever while somebody types without a pause', async () => {
    const { sent, save } = slowStore();
    const autosave = createAutosave(save, 250);
    for (let i = 1; i <= 10; i++) {
      autosave.set('x'.repeat(i));
      await vi.advanceTimersByTimeAsync(100);
    }
    expect(sent[0]).toBe('xxxxx');
  });

  test('says saved only after the answer', async () => {
    const { save, answer } = slowStore();
    const autosave = createAutosave(save, 250);
    autosave.set('a', 'now');
    expect(autosave.state.value).toBe('saving');
    expect(autosave.pending()).toBe(true);
    await answer(0);
    expect(autosave.state.value).toBe('saved');
    expect(autosave.pending()).toBe(false);
  });

  test('an answer to an older value does not say that the newer one is saved', async () => {
    const { sent, save, answer } = slowStore();
    const autosave = createAutosave(save, 250);
    autosave.set('a', 'now');
    autosave.set('ab');
    await answer(0);
    expect(autosave.state.value).toBe('unsaved');
    await vi.advanceTimersByTimeAsync(250);
    expect(sent).toEqual(['a', 'ab']);
    await answer(1);
    expect(autosave.state.value).toBe('saved');
  });

  test('keeps one save under way and sends the newest after it', async () => {
    const { sent, save, answer } = slowStore();
    const autosave = createAutosave(save, 250);
    for (const value of ['a', 'ab', 'abc']) autosave.set(value, 'now');
    expect(sent).toEqual(['a']);
    await answer(0);
    expect(sent).toEqual(['a', 'abc']);
  });

  test('a flush does not wait for the save under way: the page may be gone before it ends', () => {
    const { sent, save } = slowStore();
    const autosave = createAutosave(save, 250);
    autosave.set('a', 'now');
    autosave.set('ab');
    autosave.flush();
    expect(sent).toEqual(['a', 'ab']);
    autosave.flush();
    expect(sent).toEqual(['a', 'ab']);
  });

  test('a failed save keeps the value, tells the code, and can be sent again', async () => {
    const { sent, save, answer } = slowStore();
    const autosave = createAutosave(save, 250);
    autosave.set('a', 'now');
    await answer(0, { code: 'disk-full' });
    expect(autosave.state.value).toBe('failed');
    expect(autosave.failure.value).toBe('disk-full');
    expect(autosave.pending()).toBe(true);
    autosave.flush();
    expect(sent).toEqual(['a', 'a']);
    await answer(1);
    expect(autosave.state.value).toBe('saved');
    expect(autosave.failure.value).toBeNull();
  });

  test.each(['disconnected', 'kept-for-later', 'storage-closed'])(
    'a save that was cut off (%s) is tried once more before the reader is told',
    async (code) => {
      const { sent, save, answer } = slowStore();
      const autosave = createAutosave(save, 250);
      autosave.set('a', 'now');
      await answer(0, { code });
      expect([autosave.state.value, autosave.failure.value]).toEqual(['unsaved', null]);
      await vi.advanceTimersByTimeAsync(500);
      expect(sent).toEqual(['a', 'a']);
      await answer(1, { code });
      expect([autosave.state.value, autosave.failure.value]).toEqual(['failed', code]);
      await vi.advanceTimersByTimeAsync(60_000);
      expect(sent).toHaveLength(2);
      expect(autosave.pending()).toBe(true);
      autosave.set('ab', 'now');
      await answer(2, { code });
      await vi.advanceTimersByTimeAsync(500);
      await answer(3);
      expect(autosave.state.value).toBe('saved');
    },
  );

  test('what is typed meanwhile is sent instead, and a flush does not wait', async () => {
    const { sent, save, answer } = slowStore();
    const autosave = createAutosave(save, 250);
    autosave.set('a', 'now');
    await answer(0, { code: 'disconnected' });
    autosave.set('ab');
    autosave.flush();
    await vi.advanceTimersByTimeAsync(5_000);
    expect(sent).toEqual(['a', 'ab']);
  });

  test('settled waits for what is under way; drop forgets what could not be saved', async () => {
    const { save, answer } = slowStore();
    const autosave = createAutosave(save, 250);
    autosave.set('a');
    let settled = false;
    const wait = autosave.settled().then(() => {
      settled = true;
    });
    await vi.advanceTimersByTimeAsync(0);
    expect(settled).toBe(false);
    await answer(0, new Error('no'));
    await wait;
    expect(autosave.pending()).toBe(true);
    autosave.drop();
    expect(autosave.pending()).toBe(false);
    expect(autosave.state.value).toBe('idle');
  });
});
