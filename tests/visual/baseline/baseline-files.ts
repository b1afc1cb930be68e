import { readFile, readdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Boxes } from './boxes.ts';
import type { BrowserLook } from './browser-look.ts';

/** Where the baselines lie: one PNG a picture, `boxes.json` and `manifest.json`. */
export const baselines = join(dirname(dirname(fileURLToPath(import.meta.url))), 'baselines');

/** With what the baselines were made. */
export type Manifest = BrowserLook;

const json = async (name: string): Promise<unknown> =>
  JSON.parse(await readFile(join(baselines, name), 'utf8'));

/** With what the baselines were made. */
export async function readManifest(): Promise<Manifest> {
  return (await json('manifest.json')) as Manifest;
}

/** Where things stand in each picture. */
export async function readBoxes(): Promise<Readonly<Record<string, Boxes>>> {
  return (await json('boxes.json')) as Readonly<Record<string, Boxes>>;
}

/** Writes what the pictures were made with, and where things stand in them. */
export async function writeRecords(
  manifest: Manifest,
  boxes: Readonly<Record<string, Boxes>>,
): Promise<void> {
  await writeFile(join(baselines, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`);
  const lines = Object.entries(boxes)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, places]) => `${JSON.stringify(name)}:${JSON.stringify(places)}`);
  await writeFile(join(baselines, 'boxes.json'), `{\n${lines.join(',\n')}\n}\n`);
}

/** The names of the pictures that there are, without their ending. */
export async function pictureNames(): Promise<readonly string[]> {
  const files = await readdir(baselines);
  return files.filter((file) => file.endsWith('.png')).map((file) => file.slice(0, -'.png'.length));
}

/** The file of a picture. */
export function pictureFile(name: string): string {
  return join(baselines, `${name}.png`);
}
