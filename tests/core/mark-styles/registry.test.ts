import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { markStyles } from '#core/mark-styles/registry.ts';

const folder = 'src/core/mark-styles';
/** What is no style. */
const others = ['mark-style.ts', 'chosen-styles.ts', 'registry.ts'];

describe('mark styles', () => {
  test('a file in src/core/mark-styles is a style, and has its line in registry.ts', () => {
    const files = readdirSync(folder).filter((name) => !others.includes(name));
    expect(files.sort()).toEqual(markStyles.map(({ id }) => `${id}.ts`).sort());
  });

  test('each has a name in _locales', () => {
    const english = JSON.parse(readFileSync('public/_locales/en/messages.json', 'utf8')) as object;
    expect(markStyles.filter(({ label }) => !Object.hasOwn(english, label))).toEqual([]);
  });

  test('no two have the same shape, nor that of what is kept without a style, changed, or only found', () => {
    const page = readFileSync('src/page/highlight-styles.ts', 'utf8');
    const taken = [...page.matchAll(/shape: '(underline \w+ \dpx)'/gu)].map(([, shape]) => shape);
    expect(taken.length).toBeGreaterThan(5);
    const shapes = [...new Set(taken), ...markStyles.map(({ shape }) => shape)];
    expect(new Set(shapes).size).toBe(shapes.length);
  });

  // WCAG 2.2, 1.4.11 for the lines and 1.4.3 for text on the backgrounds, on the common grounds of pages.
  test.each(markStyles)('$id can be read and seen on light and dark pages', ({ light, dark }) => {
    for (const [ground, ink, { background, line }] of [
      [[255, 255, 255], [51, 51, 51], light],
      [[250, 245, 235], [51, 51, 51], light],
      [[18, 18, 18], [221, 221, 221], dark],
      [[40, 44, 52], [221, 221, 221], dark],
    ] as const) {
      const under = blend(background, ground);
      expect.soft(contrast(under, ink)).toBeGreaterThanOrEqual(4.5);
      expect.soft(contrast(blend(line, ground), under)).toBeGreaterThanOrEqual(3);
    }
  });
});

type Rgb = readonly [number, number, number];

function blend(colour: string, [r, g, b]: Rgb): Rgb {
  const found = /^rgb\((\d+) (\d+) (\d+)(?: \/ (\d+)%)?\)$/u.exec(colour);
  if (found === null) throw new Error(`not understood: ${colour}`);
  const alpha = found[4] === undefined ? 1 : Number(found[4]) / 100;
  const mix = (over: string | undefined, under: number): number => Number(over) * alpha + under * (1 - alpha);
  return [mix(found[1], r), mix(found[2], g), mix(found[3], b)];
}

function contrast(one: Rgb, other: Rgb): number {
  const [a, b] = [luminance(one), luminance(other)];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

function luminance(colour: Rgb): number {
  const [r = 0, g = 0, b = 0] = colour.map((value) => {
    const part = value / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
