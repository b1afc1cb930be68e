/**
 * Makes the baselines anew: `npm run baselines`, or `npm run baselines -- PART` for those with PART in their name. Look at each picture
 * before you commit it.
 */
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { openStage } from '#tests/visual/in-browser.ts';
import { baselines, pictureFile, pictureNames, readBoxes, writeRecords } from './baseline-files.ts';
import type { Boxes } from './boxes.ts';
import { browserLook } from './browser-look.ts';
import { shotName, shots } from './shots.ts';
import { takeShot } from './take-shot.ts';

const part = process.argv[2] ?? '';
await mkdir(baselines, { recursive: true });
const wanted = new Set(shots.flatMap((shot) => shot.views.map((view) => shotName(shot, view))));
for (const name of await pictureNames()) if (!wanted.has(name)) await rm(pictureFile(name));
const before = part === '' ? {} : await readBoxes();
const boxes: Record<string, Boxes> = Object.fromEntries(
  Object.entries(before).filter(([name]) => wanted.has(name)),
);
const stage = await openStage();
try {
  for (const shot of shots) {
    const views = shot.views.filter((view) => shotName(shot, view).includes(part));
    if (views.length === 0) continue;
    const page = await stage.open(shot.scene, { lang: shot.lang, dir: shot.dir, pixels: 1 });
    for (const view of views) {
      const taken = await takeShot(page, shot.scene, view);
      const name = shotName(shot, view);
      boxes[name] = taken.boxes;
      await writeFile(pictureFile(name), taken.png);
      console.log(name);
    }
    await page.close();
  }
  await writeRecords(await browserLook(stage.browser, stage.origin), boxes);
} finally {
  await stage.close();
}
