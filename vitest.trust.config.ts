import { defineConfig } from 'vitest/config';

/**
 * `npm run test:trust`: what must hold against hostile pages, messages, files and records, tried at length. `npm test` tries the same
 * files outside of `browsers` and `package` in a short form.
 */
export default defineConfig({
  test: {
    env: { TRUST: 'whole' },
    setupFiles: ['tests/seed.ts'],
    testTimeout: 900_000,
    hookTimeout: 120_000,
    maxWorkers: 2,
    projects: [
      {
        extends: true,
        test: {
          name: 'in Node',
          include: ['tests/trust/*.test.ts'],
          sequence: { groupOrder: 0 },
        },
      },
      {
        extends: true,
        test: {
          name: 'in real browsers',
          include: ['tests/trust/browsers/*.test.ts', 'tests/e2e/kill-storm.test.ts'],
          globalSetup: ['tests/e2e/build-once.ts'],
          // Real browsers on a shared machine miss a key or a frame now and then. A retry is printed, and never hides a test that always fails.
          retry: 1,
          fileParallelism: false,
          sequence: { groupOrder: 1 },
        },
      },
      {
        extends: true,
        test: {
          name: 'packages',
          include: ['tests/trust/package/*.test.ts'],
          fileParallelism: false,
          sequence: { groupOrder: 2 },
        },
      },
    ],
  },
});
