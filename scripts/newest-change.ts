import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** When the newest of these files, or of the files in these folders, was changed: ms since 1970; 0 where there is none. */
export function newestChange(...paths: readonly string[]): number {
  return Math.max(0, ...paths.map(changeOf));
}

function changeOf(path: string): number {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (!stat) return 0;
  if (!stat.isDirectory()) return stat.mtimeMs;
  return Math.max(0, ...readdirSync(path).map((name) => changeOf(join(path, name))));
}
