import { execFileSync } from 'node:child_process';

let isBuilt = false;

/** Builds the extension as it stands, once a run, into dist/chrome and dist/firefox: what was built before may be of older sources. */
export function builtExtension(): void {
  if (isBuilt) return;
  execFileSync('node_modules/.bin/tsx', ['scripts/build.ts'], { stdio: 'ignore' });
  isBuilt = true;
}
