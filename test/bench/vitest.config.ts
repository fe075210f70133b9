import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: { include: ['test/bench/**/*.bench.ts'], fileParallelism: false, testTimeout: 600_000, reporters: ['default'] },
});
