/** Turns the sources of our own gold set into the lines of its files. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { goldLine } from './gold-check.ts';
import { GOLD } from './gold-figures.ts';

/** The JSON lines of the sources in a folder, in the order of their names. Throws what is wrong with them, all at once. */
export function compileGold(folder: string): string {
  const lines: string[] = [];
  const wrong: string[] = [];
  for (const file of readdirSync(folder).sort()) {
    if (!file.endsWith('.txt')) continue;
    try {
      lines.push(JSON.stringify(goldLine(file.slice(0, -4), readFileSync(join(folder, file), 'utf8'))));
    } catch (error) {
      wrong.push(error instanceof Error ? `${file}: ${error.message}` : String(error));
    }
  }
  if (wrong.length > 0) throw new Error(wrong.join('\n'));
  return lines.map((line) => `${line}\n`).join('');
}

/** Names of the sets that have sources. */
export function goldSources(): string[] {
  const entries = readdirSync(join(GOLD, 'source'), { withFileTypes: true });
  return entries
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}
