/**
 * Our own gold set, from its sources.
 *
 *     npx tsx scripts/gold.ts             writes tests/fixtures/gold/NAME.jsonl from the files in …/source/NAME/
 *     npx tsx scripts/gold.ts --floors    then sets the floors of tests/core/detect/gold.test.ts to what is measured now, less 0.3
 *     npx tsx scripts/gold.ts --errors    then prints the figures article by article, and what is wrong
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { compileGold, goldSources } from './gold-compile.ts';
import { goldErrors } from './gold-errors.ts';
import { FIGURES, GOLD, goldFigures, readGoldSets } from './gold-figures.ts';

function writeFloors(): void {
  const floors = Object.fromEntries(
    [...readGoldSets()].map(([set, articles]) => {
      const figures = goldFigures(articles);
      const entries = FIGURES.map((name) => [name, figures[name]] as const);
      return [
        set,
        Object.fromEntries(entries.map(([name, value]) => [name, value && Math.round(10 * value - 3) / 10])),
      ];
    }),
  );
  writeFileSync(join(GOLD, 'floors.json'), `${JSON.stringify(floors, null, 2)}\n`);
  process.stdout.write(`${JSON.stringify(floors, null, 2)}\n`);
}

function main(args: readonly string[]): void {
  for (const name of goldSources())
    writeFileSync(join(GOLD, `${name}.jsonl`), compileGold(join(GOLD, 'source', name)));
  if (args.includes('--floors')) writeFloors();
  if (args.includes('--errors'))
    for (const articles of readGoldSets().values()) process.stdout.write(`${goldErrors(articles)}\n`);
}

try {
  main(process.argv.slice(2));
} catch (error) {
  process.stderr.write(`gold: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
