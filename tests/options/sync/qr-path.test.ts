import { describe, expect, test } from 'vitest';
import { qrPath } from '#options/sync/qr-path.ts';

/** The modules that a path covers. */
function modules({ path, size }: { path: string; size: number }): readonly (readonly boolean[])[] {
  const grid = Array.from({ length: size }, () => Array.from({ length: size }, () => false));
  for (const [, x, y, width] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g))
    for (let at = Number(x); at < Number(x) + Number(width); at++) {
      const row = grid[Number(y)];
      if (row !== undefined) row[at] = true;
    }
  return grid;
}

const finder = ['#######', '#.....#', '#.###.#', '#.###.#', '#.###.#', '#.....#', '#######'];

describe('a QR code as a path', () => {
  const code = qrPath(`onrecord1.${'a9_-'.repeat(80)}`);
  const grid = code === null ? [] : modules(code);
  const at = (x: number, y: number): readonly string[] =>
    grid.slice(y, y + 7).map((row) =>
      row
        .slice(x, x + 7)
        .map((dark) => (dark ? '#' : '.'))
        .join(''),
    );

  test('has its three corners, four modules from the edge', () => {
    const far = grid.length - 11;
    expect([at(4, 4), at(far, 4), at(4, far)]).toEqual([finder, finder, finder]);
    expect(at(far, far)).not.toEqual(finder);
  });

  test('has an empty edge of four modules', () => {
    const edge = grid.flatMap((row, y) =>
      row.filter((_, x) => Math.min(x, y, grid.length - 1 - x, grid.length - 1 - y) < 4),
    );
    expect(edge.length).toBeGreaterThan(500);
    expect(edge).not.toContain(true);
  });

  test('has a size that such a code can have', () => {
    expect((grid.length - 8 - 17) % 4).toBe(0);
  });

  test.each(['', 'a', 'Zoë’s code: 読書'])('%j has one', (text) =>
    expect(qrPath(text)?.path).toMatch(/^M4 4h7/),
  );

  test('what no telephone could read off a screen has none', () =>
    expect(qrPath('a'.repeat(5_000))).toBeNull());
});
