import { describe, expect, test } from 'vitest';
import { placeInView, quotationPlaces } from '#content/reading-place.ts';

/** A quotation that begins at `start` and stands between two heights of the viewport, in CSS px. */
const at = (start: number, top: number, bottom: number) => ({
  start,
  box: () => ({ top, bottom }),
});

describe('placeInView', () => {
  test.each([
    ['nothing is quoted', [], null],
    ['the one that the eye is on', [at(1, -300, -200), at(2, 100, 500), at(3, 600, 700)], 2],
    ['the last above the line, of two', [at(1, 10, 60), at(2, 200, 260), at(3, 600, 700)], 2],
    ['the next, when the last has gone', [at(1, -300, -200), at(2, 700, 800)], 2],
    ['none, between two that are out of sight', [at(1, -300, -200), at(2, 2000, 2100)], null],
    ['the last, at the end of the article', [at(1, -900, -800), at(2, -50, 30)], 2],
  ])('%s', (_, places, expected) => expect(placeInView(places, 1000)).toBe(expected));

  test('looks at few of many', () => {
    let looks = 0;
    const places = Array.from({ length: 10_000 }, (_, index) => ({
      start: index,
      box: () => {
        looks += 1;
        return { top: index * 100 - 400_000, bottom: index * 100 - 399_950 };
      },
    }));
    expect(placeInView(places, 1000)).toBe(4004);
    expect(looks).toBeLessThan(20);
  });
});

test('a reading without marks has no places', () => expect(quotationPlaces([])).toEqual([]));
