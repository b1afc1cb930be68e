import { PNG } from 'pngjs';
import { describe, expect, test } from 'vitest';
import { type Boxes, compareBoxes, OTHER_FONTS, SAME_FONTS } from './baseline/boxes.ts';
import { comparePictures, TOLERANCE } from './baseline/compare-pictures.ts';

const layout: Boxes = {
  'main 1': [0, 0, 360, 460],
  'button.keep 1': [16, 400, 90, 30],
  'h1 1': [16, 16, 200, 24],
};
const withBox = (name: string, box: Boxes[string]): Boxes => ({ ...layout, [name]: box });
const { 'h1 1': _, ...headless } = layout;

describe('the layout is compared', () => {
  test.each<[string, Boxes, boolean, boolean]>([
    ['the same', layout, true, true],
    ['a pixel aside', withBox('button.keep 1', [17, 400, 90, 30]), true, true],
    ['a word that is a fifth wider', withBox('button.keep 1', [16, 400, 108, 30]), false, true],
    ['a line more above it', withBox('button.keep 1', [16, 424, 90, 30]), false, true],
    ['off the edge', withBox('button.keep 1', [330, 400, 90, 30]), false, false],
    ['at the top', withBox('button.keep 1', [16, 10, 90, 30]), false, false],
    ['as wide as everything', withBox('button.keep 1', [16, 400, 328, 30]), false, false],
    ['one is gone', headless, false, false],
    ['one is new', withBox('button.other 1', [16, 200, 90, 30]), false, true],
  ])('%s', (_name, now, isSame, isAlike) => {
    expect(compareBoxes(layout, now, SAME_FONTS).length === 0).toBe(isSame);
    expect(compareBoxes(layout, now, OTHER_FONTS).length === 0).toBe(isAlike);
  });
});

/** A white picture with a black square of this size in it. */
function square(side: number, width = 360): Uint8Array {
  const png = new PNG({ width, height: 460 });
  png.data.fill(255);
  for (let y = 0; y < side; y += 1)
    for (let x = 0; x < side; x += 1) png.data.fill(0, (y * width + x) * 4, (y * width + x) * 4 + 3);
  return PNG.sync.write(png);
}

describe('pictures are compared', () => {
  test.each([
    ['the same', square(20), true],
    ['a few pixels', square(21), true],
    ['a letter', square(24), false],
    ['another size', square(20, 361), false],
  ])('%s', (_name, now, isSame) => {
    expect(comparePictures(square(20), now).share <= TOLERANCE).toBe(isSame);
  });
});
