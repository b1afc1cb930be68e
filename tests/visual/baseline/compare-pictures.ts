import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';

/** How two pictures differ: how many pixels by more than the eye lets pass, and a picture of where. */
export interface Difference {
  readonly pixels: number;
  readonly share: number;
  readonly diff: Buffer | null;
}

/** Of the pixels of a picture, those that may differ: a corner that is smoothed otherwise, and no letter. */
export const TOLERANCE = 0.000_5;

/** Compares two PNGs. Pictures of different sizes differ wholly. */
export function comparePictures(expected: Uint8Array, actual: Uint8Array): Difference {
  const [a, b] = [PNG.sync.read(Buffer.from(expected)), PNG.sync.read(Buffer.from(actual))];
  if (a.width !== b.width || a.height !== b.height)
    return { pixels: a.width * a.height, share: 1, diff: null };
  const diff = new PNG({ width: a.width, height: a.height });
  const pixels = pixelmatch(a.data, b.data, diff.data, a.width, a.height, { threshold: 0.1 });
  return { pixels, share: pixels / (a.width * a.height), diff: PNG.sync.write(diff) };
}
