import { existsSync } from 'node:fs';
import { ensureBrowser, ensureFonts } from './install-browser.ts';
import { type Count, type Step, runStep, vitestCount } from './steps.ts';

/**
 * `npm test`: everything that must hold, from the cheapest to the dearest; one failure does not hide the next. `npm run check` is what of
 * it needs neither a build nor a browser.
 */
const bin = (name: string): string => `node_modules/.bin/${name}`;
const isQuick = process.argv.includes('--quick');

const steps: readonly Step[] = [
  { name: 'types', command: [bin('tsc'), '-p', 'tsconfig.json'] },
  { name: 'types of core, without a DOM', command: [bin('tsc'), '-p', 'tsconfig.core.json'] },
  { name: 'lint and import rules', command: [bin('oxlint')] },
  { name: 'format', command: [bin('oxfmt'), '--check', 'src', 'tests', 'scripts', 'bench'] },
  { name: 'unit and architecture', command: [bin('vitest'), 'run'], count: vitestCount },
  { name: 'build', command: [bin('tsx'), 'scripts/build.ts'] },
  {
    name: 'package of Firefox',
    command: [bin('web-ext'), 'lint', '--source-dir', 'dist/firefox', '--self-hosted=false'],
  },
  { name: 'size', command: [bin('tsx'), 'scripts/size.ts'] },
  {
    name: 'real browsers',
    command: [bin('vitest'), 'run', '--config', 'vitest.e2e.config.ts'],
    count: vitestCount,
  },
];

const only = process.argv.slice(2).find((word) => !word.startsWith('-'));
const chosen = isQuick
  ? steps.slice(
      0,
      steps.findIndex(({ name }) => name === 'build'),
    )
  : steps;
const total = { passed: 0, failed: 0 };
const rows: string[] = [];
if (!isQuick && (only === undefined || only === 'real')) {
  await ensureBrowser('chromium');
  await ensureBrowser('firefox');
  await ensureFonts();
}
if (!existsSync('node_modules')) throw new Error('Run npm ci first.');
for (const step of chosen) {
  if (only !== undefined && !step.name.startsWith(only)) continue;
  console.log(`\n== ${step.name}`);
  const started = performance.now();
  const count: Count = await runStep(step);
  total.passed += count.passed;
  total.failed += count.failed;
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  rows.push(
    `${count.failed === 0 ? 'ok  ' : 'FAIL'} ${step.name}: ${count.passed} passed, ${count.failed} failed (${seconds} s)`,
  );
}
console.log(`\n${rows.join('\n')}\n`);
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed === 0 ? 0 : 1;
