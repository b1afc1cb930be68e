import { afterEach, describe, expect, test, vi } from 'vitest';
import { maxHeight, reportHeight } from '#popover/report-height.ts';

/** An element so high, in a document with text so large; nothing of it is ever drawn. */
function content(height: number, fontSize = '16px'): Element {
  vi.stubGlobal(
    'ResizeObserver',
    class {
      observe(): void {}
      disconnect(): void {}
    },
  );
  vi.stubGlobal('getComputedStyle', () => ({ fontSize }));
  const box = { getBoundingClientRect: () => ({ height }), ownerDocument: { documentElement: null } };
  return box as unknown as Element;
}

const reported = async (element: Element, signal = new AbortController().signal): Promise<number[]> => {
  const heights: number[] = [];
  reportHeight(element, (height) => heights.push(height), signal);
  await Promise.resolve();
  return heights;
};

describe('the height of the popover', () => {
  afterEach(() => vi.unstubAllGlobals());

  test('is told before anything is drawn', async () => {
    expect(await reported(content(300.2))).toEqual([301]);
  });

  test.each([
    ['16px', maxHeight],
    ['20px', maxHeight * 1.25],
    ['64px', maxHeight * 1.6],
    ['8px', maxHeight],
    ['', maxHeight],
  ])('with text of %s it ends at %d', async (fontSize, limit) => {
    expect(await reported(content(5_000, fontSize))).toEqual([Math.ceil(limit)]);
  });

  test('is not told of what is empty, nor after the end', async () => {
    expect(await reported(content(0))).toEqual([]);
    expect(await reported(content(300), AbortSignal.abort())).toEqual([]);
  });
});
