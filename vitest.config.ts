import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts', 'test/**/*.test.tsx'],
    // A busy machine is no fault of the program.
    testTimeout: 180_000,
    hookTimeout: 240_000,
    exclude: ['test/e2e/**', 'test/electron/**', 'test/coverage/**', 'test/bench/**', '**/node_modules/**'],
  },
});
