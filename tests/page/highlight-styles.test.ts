import { describe, expect, test } from 'vitest';
import { highlightCss, MARK_STYLES, type Theme } from '#page/highlight-styles.ts';

describe('the sheet', () => {
  test.each(['light', 'dark'] as const)(
    'every style has a colour and a shape of its own, on screen, in forced colours and in print (%s)',
    (theme) => {
      const css = highlightCss(theme, (style) => `name-${style}`);
      for (const style of MARK_STYLES) expect(css.split(`::highlight(name-${style})`)).toHaveLength(4);
      const shapes = css
        .split('@media')[0]
        ?.match(/underline (?:overline )?(?:solid|dotted|dashed|wavy|double) \dpx/g);
      expect(new Set(shapes).size).toBe(MARK_STYLES.length);
    },
  );

  /** The lines of each style in a part of the sheet: shape, thickness and colour. */
  const linesIn = (theme: Theme, part: 'forced-colors' | 'print'): Map<string, string> => {
    const css = highlightCss(theme, (style) => `name-${style}`);
    const section = css.split('@media').find((text) => text.includes(part)) ?? '';
    const rules = section.matchAll(/::highlight\(name-([\w-]+)\) \{ ([^}]*) \}/g);
    return new Map([...rules].map(([, style = '', rule = '']) => [style, rule]));
  };
  const lineOf = (rule = ''): string => /text-decoration: ([^;]*);/.exec(rule)?.[1] ?? '';

  test.each(['light', 'dark'] as const)(
    'in print each style but what passes has lines of its own, and no background (%s)',
    (theme) => {
      const rules = linesIn(theme, 'print');
      expect(rules.size).toBe(MARK_STYLES.length);
      const lasting = MARK_STYLES.filter((style) => style !== 'open' && style !== 'flash');
      const lines = lasting.map((style) => lineOf(rules.get(style)));
      expect(new Set(lines).size).toBe(lasting.length);
      for (const line of lines) expect(line).toMatch(/^underline .*\dpx currentColor$/);
      for (const rule of rules.values()) expect(rule).toContain('background-color: transparent;');
    },
  );

  test('in print the words of a dark page’s marks can be read on paper and on its own background', () => {
    const light = (channel: number): number =>
      channel <= 0.040_45 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
    for (const rule of linesIn('dark', 'print').values()) {
      const [, grey = ''] = /(?:^|; )color: #([0-9a-f]{2})\1\1;/.exec(rule) ?? [];
      const luminance = light(Number.parseInt(grey, 16) / 255);
      expect(1.05 / (luminance + 0.05)).toBeGreaterThan(4.5);
      expect((luminance + 0.05) / 0.05).toBeGreaterThan(4.5);
    }
    // A light page's own colours are right for paper.
    for (const rule of linesIn('light', 'print').values()) expect(rule).not.toMatch(/(?:^|; )color:/);
  });

  test.each(['light', 'dark'] as const)(
    'in forced colours each style has lines of its own, in a colour that stands out from what is behind them (%s)',
    (theme) => {
      const rules = linesIn(theme, 'forced-colors');
      expect(new Set([...rules.values()].map(lineOf)).size).toBe(MARK_STYLES.length);
      for (const [style, rule] of rules) {
        const isFilled = rule.includes('background-color: Mark;');
        expect(lineOf(rule).endsWith(' MarkText'), style).toBe(isFilled);
        // What is thicker reaches below the fill, onto the canvas.
        if (isFilled) expect(lineOf(rule)).toMatch(/^underline \w+ [12]px/);
        else expect(lineOf(rule)).toMatch(/ (?:CanvasText|LinkText)$/);
      }
      expect(rules.get('saved')).toContain('background-color: Mark;');
      expect(rules.get('quotation')).toContain('background-color: transparent;');
    },
  );
});
