import { describe, expect, it } from 'vitest';
import { EDGE, isAtEdge, lastSpan, SPAN, spanAround, spanAt, spanBeyond } from '#ui/list/list-span.ts';

const million = 1_000_000;

describe('the part of a list that is laid out', () => {
  it('is the whole of a list that is not too long', () => {
    expect([lastSpan(SPAN), spanAt(SPAN, 1), spanAround(SPAN, SPAN - 1)]).toEqual([0, 0, 0]);
    expect(spanBeyond(SPAN, 0, SPAN - 10, SPAN - 1)).toBe(0);
    expect(isAtEdge(SPAN, 0, 0) || isAtEdge(SPAN, 0, SPAN - 1)).toBe(false);
  });

  it('goes along with the handle of the scroll bar from the first rows to the last', () => {
    expect(spanAt(million, 0)).toBe(0);
    expect(spanAt(million, 1) + SPAN).toBe(million);
    expect(spanAt(million, 0.5) + SPAN / 2).toBe(million / 2);
    expect(spanAt(million, -1)).toBe(0);
    expect(spanAt(million, 7)).toBe(lastSpan(million));
  });

  it.each([0, 1, 999, 19_999, 20_000, 500_000, 987_654, million - 1])(
    'has row %i when one goes there',
    (row) => {
      const base = spanAround(million, row);
      expect(row - base).toBeGreaterThanOrEqual(0);
      expect(row - base).toBeLessThan(SPAN);
    },
  );

  it('moves on when one comes near to its end by small steps, never back, and so far that one does not come there at once', () => {
    const first = SPAN - EDGE - 8;
    expect(spanBeyond(million, 0, first, first + 7)).toBe(0);
    const next = spanBeyond(million, 0, first + 1, first + 8);
    expect(next).toBeGreaterThanOrEqual(SPAN / 2);
    expect(first + 1 - next).toBeGreaterThan(EDGE);
    const back = spanBeyond(million, next, next + EDGE - 1, next + EDGE + 6);
    expect(back).toBeLessThan(next);
    expect(next + EDGE + 6 - back).toBeLessThan(SPAN - EDGE);
  });

  it('comes to the very ends by small steps', () => {
    let base = 0;
    for (let row = 0; row < 90_000; row += 7) {
      base = spanBeyond(90_000, base, row, Math.min(row + 7, 89_999));
      expect(row - base).toBeGreaterThanOrEqual(0);
      expect(row - base).toBeLessThan(SPAN);
    }
    expect(base).toBe(lastSpan(90_000));
    for (let row = 89_992; row >= 0; row -= 7) base = spanBeyond(90_000, base, row, row + 7);
    expect(base).toBe(0);
  });
});
