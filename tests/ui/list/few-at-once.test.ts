import { describe, expect, it } from 'vitest';
import { createFewAtOnce } from '#ui/list/few-at-once.ts';

const rows = (from: number, to: number): number[] => Array.from({ length: to - from }, (_, i) => from + i);

describe('createFewAtOnce', () => {
  it('draws so many new rows a frame, however often it is asked in one, and the rest in the frames after', () => {
    const few = createFewAtOnce<number>(() => 6);
    expect([...few.admit(rows(0, 15))]).toEqual(rows(0, 6));
    expect([...few.admit(rows(0, 15))]).toEqual(rows(0, 6));
    expect(few.waits()).toBe(true);
    few.next();
    expect([...few.admit(rows(0, 15))]).toEqual(rows(0, 12));
    few.next();
    expect([...few.admit(rows(0, 15))]).toEqual(rows(0, 15));
    expect(few.waits()).toBe(false);
  });

  it('never takes away a row that is drawn and still wanted, in whatever order', () => {
    const few = createFewAtOnce<number>(() => 2);
    few.admit([1, 2]);
    expect(few.admit([9, 8, 2, 1])).toEqual(new Set([2, 1]));
  });

  it('forgets a row that has gone: when it comes back it is new', () => {
    const few = createFewAtOnce<number>(() => 2);
    few.admit([1, 2]);
    few.next();
    few.admit([3, 4]);
    expect(few.admit([3, 4, 1])).toEqual(new Set([3, 4]));
    few.next();
    expect(few.admit([3, 4, 1])).toEqual(new Set([3, 4, 1]));
  });
});
