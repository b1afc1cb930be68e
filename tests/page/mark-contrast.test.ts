import { describe, expect, test } from 'vitest';
import { highlightCss, MARK_STYLES, type MarkStyle, THEMES, type Theme } from '#page/highlight-styles.ts';

/** Red, green, blue and alpha, 0 to 1. */
type Colour = readonly [number, number, number, number];

/** A colour as the styles write it: `rgb(1 2 3)`, `rgb(1 2 3 / 4%)`, `transparent`. */
function colourOf(css: string): Colour {
  if (css === 'transparent') return [0, 0, 0, 0];
  const found = /^rgb\((\d+) (\d+) (\d+)(?: \/ (\d+)%)?\)$/u.exec(css);
  if (found === null) throw new Error(`no colour that this test can read: ${css}`);
  const [red = 0, green = 0, blue = 0] = found.slice(1, 4).map((part) => Number(part) / 255);
  return [red, green, blue, found[4] === undefined ? 1 : Number(found[4]) / 100];
}

/** A colour laid over an opaque one. */
function over([red, green, blue, alpha]: Colour, [r, g, b]: Colour): Colour {
  const mix = (top: number, below: number): number => top * alpha + below * (1 - alpha);
  return [mix(red, r), mix(green, g), mix(blue, b), 1];
}

/** WCAG 2.2, "relative luminance". */
function luminance([red, green, blue]: Colour): number {
  const linear = (part: number): number =>
    part <= 0.040_45 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
}

/** WCAG 2.2, "contrast ratio", 1 to 21. */
function contrast(one: Colour, other: Colour): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

/** What newspapers print on, and what reading modes make of it: the palest ink and the least even paper that are usual. */
const pages: Readonly<Record<Theme, readonly (readonly [name: string, ink: string, paper: string])[]>> = {
  light: [
    ['black on white', 'rgb(0 0 0)', 'rgb(255 255 255)'],
    ['#333 on white', 'rgb(51 51 51)', 'rgb(255 255 255)'],
    ['#333 on salmon', 'rgb(51 48 46)', 'rgb(255 241 229)'],
    ['#222 on grey', 'rgb(34 34 34)', 'rgb(238 238 238)'],
    ['#222 on a darker grey', 'rgb(34 34 34)', 'rgb(220 220 220)'],
    ['brown on sepia', 'rgb(91 70 54)', 'rgb(244 236 216)'],
    ['brown on tan', 'rgb(60 45 30)', 'rgb(236 222 190)'],
    ['green on mint', 'rgb(40 60 45)', 'rgb(222 240 224)'],
  ],
  dark: [
    ['white on black', 'rgb(255 255 255)', 'rgb(0 0 0)'],
    ['#e6e6e6 on #121212', 'rgb(230 230 230)', 'rgb(18 18 18)'],
    ['#ddd on #1e1e1e', 'rgb(221 221 221)', 'rgb(30 30 30)'],
    ['#eee on navy', 'rgb(238 238 238)', 'rgb(20 28 48)'],
    ['sand on brown', 'rgb(216 199 168)', 'rgb(43 35 25)'],
    ['#c8c8c8 on #282828', 'rgb(200 200 200)', 'rgb(40 40 40)'],
    ['pale on slate', 'rgb(226 232 240)', 'rgb(45 55 72)'],
  ],
};

/** What a style paints, read from the very sheet that a page gets. */
function paintedAs(style: MarkStyle, theme: Theme): { readonly background: string; readonly line: string } {
  const rule = new RegExp(
    `::highlight\\(the-${style}\\) \\{ background-color: ([^;]+); text-decoration: [a-z ]+ \\d+px ([^;]+);`,
    'u',
  ).exec(highlightCss(theme, (name) => `the-${name}`));
  if (rule === null) throw new Error(`no rule for ${style}`);
  return { background: rule[1] ?? '', line: rule[2] ?? '' };
}

const cases = THEMES.flatMap((theme) =>
  pages[theme].flatMap(([page, ink, paper]) =>
    MARK_STYLES.map((style) => ({ style, page, ink, paper, theme })),
  ),
);

describe('a marked text can be read, and its mark be seen', () => {
  test.each(cases)('$style, $page', ({ style, ink, paper, theme }) => {
    const { background, line } = paintedAs(style, theme);
    const ground = over(colourOf(background), colourOf(paper));
    expect(contrast(colourOf(ink), ground), 'text on its mark').toBeGreaterThanOrEqual(4.5);
    // The line is what a mark is told by: it stands on the mark's own ground, and at its edge on the page's.
    expect(contrast(over(colourOf(line), ground), ground), 'line on the mark').toBeGreaterThanOrEqual(3);
    const onPaper = over(colourOf(line), colourOf(paper));
    expect(contrast(onPaper, colourOf(paper)), 'line on the page').toBeGreaterThanOrEqual(3);
  });
});
