import { build } from 'vite';
import type { BrowserName } from './browser-manifest.ts';

/** Builds the packages named on the command line, or both, into dist/chrome and dist/firefox. */
const names: readonly BrowserName[] = ['chrome', 'firefox'];
const wanted = process.argv.slice(2).filter((word) => !word.startsWith('-'));
for (const name of names) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  await build({ mode: name, logLevel: 'warn' });
  console.log(`built dist/${name}`);
}
