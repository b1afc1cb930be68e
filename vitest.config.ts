import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.{ts,tsx}'],
    exclude: [
      'tests/e2e/**',
      'tests/visual/**',
      'tests/trust/browsers/**',
      'tests/trust/package/**',
      'tests/sync/browsers/**',
      'node_modules/**',
    ],
    setupFiles: ['tests/seed.ts'],
    testTimeout: 20_000,
  },
});
