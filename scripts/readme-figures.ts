import { readFileSync, writeFileSync } from 'node:fs';
import { figuresIn, withFigures } from '../bench/results/figures.ts';

/** `npm run readme:figures`: copies the figures of bench/RESULTS.md into the README, so that nobody types a number by hand. */
const figures = figuresIn(readFileSync('bench/RESULTS.md', 'utf8'));
const readme = readFileSync('README.md', 'utf8');
const missing = [...figuresIn(readme).keys()].filter((name) => !figures.has(name));
if (missing.length > 0) {
  console.error(`bench/RESULTS.md has no figures "${missing.join('", "')}": npm run bench measures them.`);
  process.exitCode = 1;
}
writeFileSync('README.md', withFigures(readme, figures));
