import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isWhole } from '#tests/trust/amount.ts';
import { setScheme } from './gallery/open-scene.ts';
import { scenes } from './gallery/scenes.ts';
import { chromium, openStage, type Stage } from './in-browser.ts';
import { smallTargets, unseenFocus } from './targets.ts';

const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface Violation {
  readonly rule: string;
  readonly at: readonly string[];
}

/** What axe finds in a page into which it was put. */
async function violationsOf(page: Page): Promise<readonly Violation[]> {
  const results = (await page.evaluate('axe.run(document, { resultTypes: ["violations"] })')) as AxeResults;
  return results.violations.map(({ id, nodes }) => ({
    rule: id,
    at: nodes.map(({ html }) => html.slice(0, 120)),
  }));
}

/** What is wider than its place, at this size of text in percent, so that one would have to scroll sideways. */
function tooWide(page: Page, percent: number): Promise<readonly string[]> {
  return page.evaluate((percent) => {
    const root = document.documentElement;
    root.style.fontSize = `${percent}%`;
    const places = [root, ...document.querySelectorAll('#root, .desk-main')];
    const wide = places.filter((place) => place.scrollWidth > place.clientWidth + 1);
    root.style.fontSize = '';
    return wide.map((place) => `${place.localName}.${place.className}`);
  }, percent);
}

/** The scenes of the library, which are about half of all, and the others: two files, so that two browsers look at them. */
export const ofLibrary = Object.keys(scenes).filter((name) => scenes[name]?.surface === 'library');
export const ofOthers = Object.keys(scenes).filter(
  (name) => scenes[name]?.surface !== 'library' && (isWhole || scenes[name]?.isMore !== true),
);

/** Looks at each of these scenes: one page in a real browser. A machine without one says so instead of passing. */
export function describeAccessibility(names: readonly string[]): void {
  describe.skipIf(chromium === null)('every state of every surface', () => {
    let stage: Stage;
    beforeAll(async () => void (stage = await openStage()), 120_000);
    afterAll(() => stage?.close());

    // German, because its words are the longest; then dark, in the same page.
    test.each(names)(
      '%s: axe finds nothing, light or dark; nothing is too wide, also at 200 %, nor too small to press, and the focus is seen',
      async (name) => {
        const page = await stage.show(name, { lang: 'de' });
        await page.evaluate(axe);
        expect(await tooWide(page, 100)).toEqual([]);
        expect(await tooWide(page, 200)).toEqual([]);
        expect(await violationsOf(page)).toEqual([]);
        expect(await smallTargets(page)).toEqual([]);
        await setScheme(page, 'dark');
        expect(await violationsOf(page)).toEqual([]);
        // Last: a control that is left may put something away.
        expect(await unseenFocus(page)).toEqual([]);
      },
    );
  });
}
