import { mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { pictureFile, pictureNames, readBoxes, readManifest } from './baseline/baseline-files.ts';
import { type Boxes, compareBoxes, OTHER_FONTS, SAME_FONTS } from './baseline/boxes.ts';
import { browserLook } from './baseline/browser-look.ts';
import { comparePictures, TOLERANCE } from './baseline/compare-pictures.ts';
import { missingScenes, type Shot, shotName, shots, type View } from './baseline/shots.ts';
import { takeShot } from './baseline/take-shot.ts';
import { chromium, openStage, type Stage } from './in-browser.ts';

/** What failed is laid down here, as it is and as it differs. */
const output = 'demo-output/baselines';
const manifest = await readManifest();
const expected: Readonly<Record<string, Boxes>> = await readBoxes();

describe('the baselines', () => {
  const names = shots.flatMap((shot) => shot.views.map((view) => shotName(shot, view)));

  test('are as many as the pictures that are compared', async () => {
    expect(missingScenes).toEqual([]);
    expect((await pictureNames()).toSorted()).toEqual(names.toSorted());
    expect(Object.keys(expected).toSorted()).toEqual(names.toSorted());
  });

  test('take less than 6 MB', async () => {
    const sizes = await Promise.all(names.map(async (name) => (await stat(pictureFile(name))).size));
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(6_000_000);
  });
});

describe.skipIf(chromium === null)('each surface looks as it did', () => {
  let stage: Stage;
  /** Null: this browser draws as the one did with which the baselines were made; else why only the layout is compared. */
  let otherwise: string | null = null;
  let slack = SAME_FONTS;

  beforeAll(async () => {
    stage = await openStage();
    const look = await browserLook(stage.browser, stage.origin);
    if (look.fonts !== manifest.fonts) {
      slack = OTHER_FONTS;
      otherwise = `text is drawn otherwise here (${look.fonts}) than where the baselines were made (${manifest.fonts})`;
    } else if (look.major !== manifest.major)
      otherwise = `this is version ${look.major} of the browser, the baselines are of ${manifest.major}`;
    if (otherwise !== null) console.warn(`Baselines: ${otherwise}. Only the layout is compared, no pixels.`);
  }, 120_000);
  afterAll(() => stage?.close());

  /** What is wrong with one picture, in lines. */
  async function wrongWith(page: Awaited<ReturnType<Stage['open']>>, shot: Shot, view: View) {
    const name = shotName(shot, view);
    const taken = await takeShot(page, shot.scene, view);
    const moved = compareBoxes(expected[name] ?? {}, taken.boxes, slack);
    if (otherwise !== null) return moved.map((line) => `${name}: ${line}`);
    const { share, pixels, diff } = comparePictures(await readFile(pictureFile(name)), taken.png);
    if (share <= TOLERANCE && moved.length === 0) return [];
    await mkdir(output, { recursive: true });
    await writeFile(join(output, `${name}.png`), taken.png);
    if (diff) await writeFile(join(output, `${name}.diff.png`), diff);
    return [`${name}: ${pixels} pixels differ; see ${output}`, ...moved.map((line) => `${name}: ${line}`)];
  }

  test.each(shots.map((shot) => [`${shot.scene} ${shot.lang}`, shot] as const))('%s', async (_, shot) => {
    const page = await stage.show(shot.scene, { lang: shot.lang, dir: shot.dir, pixels: 1 });
    const wrong: string[] = [];
    for (const view of shot.views) wrong.push(...(await wrongWith(page, shot, view)));
    expect(wrong).toEqual([]);
  });
});
