import { readdirSync, readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

/** What needs a browser, a package or a server has a configuration of its own. */
const elsewhere = [
  'tests/e2e/**',
  'tests/visual/**',
  'tests/trust/browsers/**',
  'tests/trust/package/**',
  'tests/sync/browsers/**',
  'node_modules/**',
];

/** What measures the processor or the clock: beside another file it would measure that, too. */
const timed = readdirSync('tests', { recursive: true, encoding: 'utf8' })
  .filter((path) => /\.test\.tsx?$/.test(path))
  .map((path) => `tests/${path.replaceAll('\\', '/')}`)
  .filter((path) => /cpu-ms|cpuUsage|growth\.ts|performance\.now/.test(readFileSync(path, 'utf8')));

/** All processors have work; what measures time comes after it, one file after the other. */
export default defineConfig({
  test: {
    setupFiles: ['tests/seed.ts'],
    testTimeout: 20_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'units',
          include: ['tests/**/*.test.{ts,tsx}'],
          exclude: [...elsewhere, ...timed],
          maxWorkers: availableParallelism(),
          sequence: { groupOrder: 0 },
        },
      },
      {
        extends: true,
        test: {
          name: 'times',
          include: timed,
          exclude: elsewhere,
          fileParallelism: false,
          maxWorkers: 1,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
