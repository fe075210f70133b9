import { defineConfig } from 'vitest/config';

/** `npm run coverage:rules`: which rules of the catalogue are implemented and tested. Apart from the unit tests. */
export default defineConfig({
  test: { include: ['test/coverage/**/*.coverage.ts'], testTimeout: 120_000, hookTimeout: 120_000 },
});
