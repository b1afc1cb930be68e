import { readFileSync } from 'node:fs';
import { changelogSection } from './changelog-section.ts';

/** `npx tsx scripts/release-notes.ts v0.2.0`: prints what a release says; ends badly where the tag is not the version of package.json. */
const tag = process.argv[2] ?? '';
const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { readonly version: string };
if (tag !== `v${version}`) throw new Error(`The tag ${tag} is not v${version}, which package.json has.`);
console.log(changelogSection(readFileSync('CHANGELOG.md', 'utf8'), version));
