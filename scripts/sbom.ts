import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { bundledPackages } from './bundled-packages.ts';
import { bomOf } from './cyclonedx.ts';
import { withNoticesOf } from './licence-notices.ts';
import { readLock } from './package-lock.ts';

/**
 * `npm run sbom`: writes sbom.cdx.json and the libraries' part of NOTICE from package-lock.json and from what a build really holds.
 * `npm run sbom -- --check` writes nothing, and ends badly where they are out of date.
 */
const lock = readLock();
const bom = bomOf(lock, await bundledPackages());
const files = {
  'sbom.cdx.json': `${JSON.stringify(bom, null, 2)}\n`,
  NOTICE: withNoticesOf(readFileSync('NOTICE', 'utf8'), bom, lock),
};
const isCheck = process.argv.includes('--check');
for (const [file, text] of Object.entries(files)) {
  if (existsSync(file) && readFileSync(file, 'utf8') === text) continue;
  if (isCheck) {
    console.error(
      `${file} does not say what the package holds now: run \`npm run sbom\`, and read what it changed.`,
    );
    process.exitCode = 1;
  } else {
    writeFileSync(file, text);
  }
}
const held = bom.components.filter(({ scope }) => scope === 'required').length;
console.log(`${held} of ${bom.components.length} packages are in the built package.`);
