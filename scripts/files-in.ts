import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** The paths of all files in a folder and in those within it. */
export const filesIn = (folder: string): readonly string[] =>
  readdirSync(folder, { encoding: 'utf8', recursive: true })
    .map((path) => join(folder, path))
    .filter((path) => statSync(path).isFile());
