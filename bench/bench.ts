import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { BenchOptions, Part } from './part.ts';
import { parts } from './parts.ts';
import { beginMeasuring } from './results/machine.ts';
import { readResults, withSection, writeResults } from './results/sections.ts';

/**
 * `npm run bench [-- accuracy|detection|…]`: measures all parts, or those that are named, side by side with what one would use instead;
 * prints the tables, and puts each into its section of bench/RESULTS.md as soon as it is measured, the other sections as they were.
 *
 * `--quick` leaves out what needs a library of a million annotations, which takes an hour to be filled in the first time, and reads 12
 * pages of each corpus. `--most=N` reads so many; `--sizes=1000,1000000` measures libraries of these numbers of annotations;
 * `--megabytes=50,200` the import of files of these sizes. Ratios against a peer of the same run mean more than times on a busy machine.
 */
const FILE = 'bench/RESULTS.md';
const INTRODUCTION = `# Measured

Written by \`npm run bench\`, section by section (\`npm run bench -- detection\` measures one anew); \`npm run readme:figures\` copies what
stands between two comments into the README. Each section says when and on what it was measured. Times on a busy machine are too long;
ratios within a table, seconds of processor and exponents of growth hold all the same.`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    quick: { type: 'boolean', default: false },
    most: { type: 'string' },
    sizes: { type: 'string' },
    megabytes: { type: 'string' },
  },
});

const numbers = (words: string): number[] => words.split(',').map(Number);
const options: BenchOptions = {
  isQuick: values.quick,
  most: Number(values.most ?? (values.quick ? 12 : Infinity)),
  sizes: numbers(values.sizes ?? (values.quick ? '1000,100000' : '1000,100000,1000000')),
  megabytes: numbers(values.megabytes ?? (values.quick ? '20' : '20,50')),
};
/** As it was asked for, so that a short run is not taken for a whole one. */
const asked = process.argv.slice(2).filter((word) => word.startsWith('--'));

const unknown = positionals.find((name) => !(name in parts));
if (unknown !== undefined) throw new Error(`There is no part "${unknown}": ${Object.keys(parts).join(', ')}`);

for (const [name, part] of Object.entries(parts)) {
  if (positionals.length > 0 && !positionals.includes(name)) continue;
  try {
    await measure(part);
  } catch (error) {
    // The other parts are measured all the same, and what was measured of this one before stays.
    console.error(`${name} could not be measured:`, error);
    process.exitCode = 1;
  }
}

async function measure(part: Part): Promise<void> {
  console.error(`measuring: ${part.heading}`);
  const told = beginMeasuring(part);
  const body = await part.run(options);
  const section = `${await told(asked.length > 0 ? `with ${asked.join(' ')}` : '')}\n\n${body}`;
  console.log(`\n## ${part.heading}\n\n${section}`);
  const order = Object.values(parts).map(({ heading }) => heading);
  const results = withSection(
    { ...readResults(written()), introduction: INTRODUCTION },
    part.heading,
    section,
    order,
  );
  writeFileSync(FILE, writeResults(results));
}

function written(): string {
  try {
    return readFileSync(FILE, 'utf8');
  } catch {
    // The first run of all.
    return '';
  }
}
