import type { Page } from 'puppeteer-core';

/** Where an element stands, in whole CSS px: left, top, width, height. */
type Box = readonly [number, number, number, number];

/** The elements of a picture by name: tag, first class and which of its kind. */
export type Boxes = Readonly<Record<string, Box>>;

/** What is looked at: landmarks, titles, everything one can press or fill in, and the blocks that they stand in. */
const NAMED =
  'main, header, footer, nav, section, article, h1, h2, h3, button, a, input, textarea, select, summary, [role], .card, .card-foot, .row, .notice, .dialog';

/** The boxes of what is in sight. */
export function boxesOf(page: Page): Promise<Boxes> {
  return page.evaluate((selector) => {
    const seen = new Map<string, number>();
    const boxes: Record<string, [number, number, number, number]> = {};
    for (const element of document.querySelectorAll(`#root :is(${selector})`)) {
      const { left, top, width, height } = element.getBoundingClientRect();
      if (width <= 1 || height <= 1 || top >= innerHeight) continue;
      const kind = [element.localName, element.classList[0]].filter((part) => part !== undefined).join('.');
      const count = (seen.get(kind) ?? 0) + 1;
      seen.set(kind, count);
      boxes[`${kind} ${count}`] = [Math.round(left), Math.round(top), Math.round(width), Math.round(height)];
    }
    return boxes;
  }, NAMED);
}

/** How far a layout may differ. */
export interface Slack {
  /** In CSS px. */
  readonly px: number;
  /** Of a length or a distance from the edge, as a share of it: other letters are wider, and lines break elsewhere. */
  readonly share: number;
}

/** With the same fonts. */
export const SAME_FONTS: Slack = { px: 2, share: 0 };
/** With others: words may take a third more room, a button may go on to the next line. */
export const OTHER_FONTS: Slack = { px: 48, share: 0.35 };

const sides = ['left', 'top', 'width', 'height'] as const;

/** What differs by more than it may, one line each; elements that are gone or new among them. */
export function compareBoxes(expected: Boxes, actual: Boxes, { px, share }: Slack): readonly string[] {
  const lines: string[] = [];
  for (const [name, box] of Object.entries(expected)) {
    const now = actual[name];
    if (now === undefined) {
      // The lower edge of the picture may cut off what stands a line lower.
      if (share === 0) lines.push(`${name} is gone`);
      continue;
    }
    sides.forEach((side, index) => {
      const [was = 0, is = 0] = [box[index], now[index]];
      if (Math.abs(was - is) > px + share * Math.max(was, is))
        lines.push(`${name}: ${side} was ${was}, is ${is}`);
    });
  }
  if (share === 0) {
    for (const name of Object.keys(actual)) if (!(name in expected)) lines.push(`${name} is new`);
    return lines;
  }
  const names = Object.keys(expected);
  const gone = names.filter((name) => !(name in actual)).length;
  if (gone > names.length / 4) lines.push('more than a quarter of the elements are gone');
  return lines;
}
