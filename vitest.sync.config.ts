import { defineConfig } from 'vitest/config';

/**
 * `npm run test:sync`: more than one machine, tried at length: joining and what a hostile server says, then real browsers with a real
 * server, which is killed in the middle of what it does. `npm test` tries a short form.
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
          include: [
            'tests/core/sync/*.test.ts',
            'tests/sync/*.test.ts',
            'tests/storage/replica-*.test.ts',
            'tests/background/sync-*.test.ts',
            'tests/trust/broken-sync.test.ts',
          ],
          sequence: { groupOrder: 0 },
        },
      },
      {
        extends: true,
        test: {
          name: 'in real browsers',
          include: ['tests/sync/browsers/*.test.ts'],
          globalSetup: ['tests/e2e/build-once.ts'],
          // Real browsers on a shared machine miss a key or a frame now and then. A retry is printed, and never hides a test that always fails.
          retry: 1,
          fileParallelism: false,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
