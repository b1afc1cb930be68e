import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.{ts,tsx}'],
    exclude: ['tests/e2e/**', 'tests/visual/**', 'node_modules/**'],
    testTimeout: 20_000,
  },
});
