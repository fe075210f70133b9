import { defineConfig } from 'vitest/config';

// One browser at a time: each file starts its own host on the program's fixed port.
export default defineConfig({
  test: {
    include: ['test/e2e/**/*.e2e.ts'],
    fileParallelism: false,
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
