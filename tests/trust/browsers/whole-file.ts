import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * Whether a file has been saved into a folder that was empty, and none is under way. While a browser writes a file, Chromium and
 * Firefox hold its name with an empty one: taken away, the file would never come.
 */
export async function isWhole(folder: string): Promise<boolean> {
  const names = await readdir(folder);
  if (names.length === 0 || names.some((name) => /\.(?:crdownload|part)$/.test(name))) return false;
  const sizes = await Promise.all(names.map(async (name) => (await stat(join(folder, name))).size));
  return sizes.every((size) => size > 0);
}
