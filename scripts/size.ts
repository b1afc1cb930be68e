import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { gzipSync } from 'node:zlib';
import { filesIn } from './files-in.ts';

/** Prints the size of each script and sheet of a release build, and fails when one is over its limit (kB = 1,000 bytes, gzipped). */
const limits: readonly { readonly match: RegExp; readonly kB: number; readonly what: string }[] = [
  { match: /content[^/]*\.js$/, kB: 60, what: 'the content script' },
  { match: /background[^/]*\.js$/, kB: 300, what: 'the background with the detector' },
];

let failed = false;
for (const browser of ['chrome', 'firefox']) {
  const root = join('dist', browser);
  const sizes = filesIn(root)
    .filter((path) => /\.(?:js|css)$/.test(path))
    .map((path) => ({ path: relative(root, path), kB: gzipSync(readFileSync(path)).length / 1000 }))
    .toSorted((a, b) => b.kB - a.kB);
  console.log(
    `${root}: ${sizes.reduce((sum, file) => sum + file.kB, 0).toFixed(1)} kB of scripts and sheets, gzipped`,
  );
  for (const { path, kB } of sizes) {
    const limit = limits.find(({ match }) => match.test(path));
    console.log(`  ${kB.toFixed(1).padStart(7)} kB  ${path}${limit ? `  (limit ${limit.kB})` : ''}`);
    if (limit && kB > limit.kB) {
      console.error(`${path}: ${limit.what} may be ${limit.kB} kB at most.`);
      failed = true;
    }
  }
  for (const limit of limits) {
    if (sizes.some(({ path }) => limit.match.test(path))) continue;
    console.error(`${root} holds no file for ${limit.what}: the limit would check nothing.`);
    failed = true;
  }
}
process.exitCode = failed ? 1 : 0;
