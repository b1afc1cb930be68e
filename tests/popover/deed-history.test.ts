import { describe, expect, test } from 'vitest';
import { createDeedHistory } from '#popover/deed-history.ts';

type What = 'a' | 'b';

/** A history whose deeds write down what happens to them. */
function written() {
  const deeds = createDeedHistory<What>();
  const log: string[] = [];
  const did = (what: What): void =>
    deeds.did({
      what,
      back: () => void log.push(`-${what}`),
      again: () => void log.push(`+${what}`),
    });
  const told = (): string => {
    const now = deeds.told.value;
    return now === null ? '' : `${now.how} ${now.deed.what}`;
  };
  return { deeds, log, did, told };
}

describe('what was done on a card', () => {
  test('is taken back from the last to the first, and done again in the order in which it was', () => {
    const { deeds, log, did, told } = written();
    did('a');
    did('b');
    expect([deeds.undo(), told(), deeds.undo(), told()]).toEqual([true, 'undone b', true, 'undone a']);
    expect(deeds.undo()).toBe(false);
    expect([deeds.redo(), told(), deeds.redo(), told()]).toEqual([true, 'done a', true, 'done b']);
    expect(deeds.redo()).toBe(false);
    expect(log).toEqual(['-b', '-a', '+a', '+b']);
  });

  test('can no longer be done again once something else is done', () => {
    const { deeds, log, did } = written();
    did('a');
    deeds.undo();
    did('b');
    expect(deeds.redo()).toBe(false);
    deeds.undo();
    expect(log).toEqual(['-a', '-b']);
  });

  test('is taken back once, whatever was done since', () => {
    const { deeds, log, did } = written();
    did('a');
    const first = deeds.told.value?.deed;
    did('b');
    if (first === undefined) throw new Error('nothing was told');
    deeds.takeBack(first);
    deeds.takeBack(first);
    expect(log).toEqual(['-a']);
    deeds.undo();
    expect(log).toEqual(['-a', '-b']);
  });

  test('stays done where taking it back fails, and one does not overtake the other', async () => {
    const { deeds, log, did, told } = written();
    did('a');
    let answer: (isDone: boolean) => void = () => {};
    deeds.did({
      what: 'b',
      back: () => new Promise((resolve) => void (answer = resolve)),
      again: () => void log.push('+b'),
    });
    deeds.undo();
    expect(deeds.redo()).toBe(true);
    expect(log).toEqual([]);
    answer(true);
    await Promise.resolve();
    await Promise.resolve();
    expect([log, told()]).toEqual([['+b'], 'done b']);
    deeds.undo();
    answer(false);
    await Promise.resolve();
    await Promise.resolve();
    expect(deeds.told.value).toBeNull();
    deeds.undo();
    answer(true);
    await Promise.resolve();
    await Promise.resolve();
    deeds.undo();
    expect(log).toEqual(['+b', '-a']);
  });
});
