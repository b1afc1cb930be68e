import { markStyles } from '#core/mark-styles/registry.ts';

/** What a mark is painted as when the reader has given it no style of its own. */
type OwnStyle = 'quotation' | 'person' | 'saved' | 'changed' | 'open' | 'flash';

/** What a kept passage is painted as: as ours, or with the id of a mark style behind `kept-`. */
export type KeptStyle = 'saved' | 'changed' | `kept-${string}`;
export type MarkStyle = OwnStyle | KeptStyle;

/** Whether something is painted as a kept passage. */
export function isKeptStyle(style: MarkStyle): style is KeptStyle {
  return style === 'saved' || style === 'changed' || style.startsWith('kept-');
}

/** In the order in which they are painted over each other, lowest first. */
export const MARK_STYLES: readonly MarkStyle[] = [
  'quotation',
  'saved',
  ...markStyles.map(({ id }) => `kept-${id}` as const),
  'changed',
  'open',
  'person',
  'flash',
];

/** What a kept passage is painted as that has this mark style; one that we do not know is painted as if it had none. */
export function keptStyle(styleClass: string | null): KeptStyle {
  return markStyles.some(({ id }) => id === styleClass) ? `kept-${styleClass ?? ''}` : 'saved';
}

/** Whether the page is light or dark where a mark stands. */
export type Theme = 'light' | 'dark';
export const THEMES: readonly Theme[] = ['light', 'dark'];

interface Look {
  readonly background: string;
  readonly line: string;
  /** The shape, for those who cannot tell the colours apart. */
  readonly shape: string;
}

/**
 * Colours with enough contrast on light and on dark pages; each style has an underline of its own kind as well.
 * Backgrounds are thin enough for the page's own text colour to stay readable on them.
 */
const LOOKS: Readonly<Record<Theme, Readonly<Record<OwnStyle, Look>>>> = {
  light: {
    quotation: {
      background: 'rgb(37 99 235 / 7%)',
      line: 'rgb(37 99 235 / 94%)',
      shape: 'underline solid 1px',
    },
    person: { background: 'transparent', line: 'rgb(15 118 110 / 90%)', shape: 'underline dotted 2px' },
    saved: { background: 'rgb(250 204 21 / 38%)', line: 'rgb(161 98 7)', shape: 'underline solid 2px' },
    changed: { background: 'rgb(249 115 22 / 24%)', line: 'rgb(194 65 12)', shape: 'underline wavy 1px' },
    open: { background: 'transparent', line: 'rgb(29 78 216)', shape: 'underline solid 3px' },
    flash: { background: 'rgb(250 204 21 / 85%)', line: 'rgb(113 63 18)', shape: 'underline double 1px' },
  },
  dark: {
    quotation: {
      background: 'rgb(96 165 250 / 14%)',
      line: 'rgb(147 197 253 / 85%)',
      shape: 'underline solid 1px',
    },
    person: { background: 'transparent', line: 'rgb(94 234 212 / 90%)', shape: 'underline dotted 2px' },
    saved: { background: 'rgb(202 138 4 / 40%)', line: 'rgb(253 224 71)', shape: 'underline solid 2px' },
    changed: { background: 'rgb(194 65 12 / 45%)', line: 'rgb(253 186 116)', shape: 'underline wavy 1px' },
    open: { background: 'transparent', line: 'rgb(191 219 254)', shape: 'underline solid 3px' },
    flash: { background: 'rgb(133 77 14 / 80%)', line: 'rgb(254 240 138)', shape: 'underline double 1px' },
  },
};

function lookOf(style: MarkStyle, theme: Theme): Look {
  const chosen = markStyles.find(({ id }) => style === `kept-${id}`);
  return chosen ? { ...chosen[theme], shape: chosen.shape } : LOOKS[theme][style as OwnStyle];
}

/** Read on white paper and on a dark page that is printed with its background: 4.5 to 1 on both. */
const EITHER_WAY = '#767676';

/** What the system's own marking pen stands for: its line runs inside what it fills. Those of the mark styles reach below. */
const isFilled = (style: MarkStyle): boolean => style === 'saved' || style === 'changed' || style === 'flash';

/** In forced colours each shape is to be seen on the canvas, whatever that is: black lines below a filled box are lost on a black one. */
function forcedLook(style: MarkStyle, shape: string): string {
  if (isFilled(style)) return `background-color: Mark; color: MarkText; text-decoration: ${shape} MarkText;`;
  const line = style === 'quotation' || style === 'person' ? 'LinkText' : 'CanvasText';
  return `background-color: transparent; text-decoration: ${shape} ${line};`;
}

/**
 * In print there are lines and no backgrounds. Chromium darkens a dark page's text for white paper, but not text that is highlighted:
 * that gets a colour here.
 */
function printedLook(style: MarkStyle, shape: string, theme: Theme): string {
  const colour = theme === 'dark' ? `color: ${EITHER_WAY}; ` : '';
  const line = style === 'flash' || style === 'open' ? 'none' : `${shape} currentColor`;
  return `background-color: transparent; ${colour}text-decoration: ${line};`;
}

/**
 * The sheet for the highlights of these names, one a style.
 * (In forced colours Chromium paints every highlight of a page in its own pair, lines as well, whatever a sheet says: the lines' shapes
 * are what tells them apart there.)
 */
export function highlightCss(theme: Theme, nameOf: (style: MarkStyle) => string): string {
  const rules = (declarations: (style: MarkStyle, look: Look) => string): string =>
    MARK_STYLES.map(
      (style) => `::highlight(${nameOf(style)}) { ${declarations(style, lookOf(style, theme))} }`,
    ).join('\n');
  return [
    rules(
      (_, { background, line, shape }) =>
        `background-color: ${background}; text-decoration: ${shape} ${line};`,
    ),
    `@media (forced-colors: active) {\n${rules((style, { shape }) => forcedLook(style, shape))}\n}`,
    `@media print {\n${rules((style, { shape }) => printedLook(style, shape, theme))}\n}`,
  ].join('\n');
}
