import { defineConfig } from 'vitest/config';

/** The suite in real browsers: one file after the other, since two cores hold one browser at a time. */
export default defineConfig({
  test: {
    include: ['tests/e2e/**/*.test.ts', 'tests/visual/**/*.test.ts'],
    globalSetup: ['tests/e2e/build-once.ts'],
    fileParallelism: false,
    // Real browsers on a shared machine miss a key or a frame now and then. A retry is printed, and never hides a test that always fails.
    retry: 1,
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});
