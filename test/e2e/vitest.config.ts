import { defineConfig } from 'vitest/config';

// One browser at a time: each file starts its own host on the program's fixed port.
export default defineConfig({
  test: {
    include: ['test/e2e/**/*.e2e.ts'],
    fileParallelism: false,
    expect: { poll: { timeout: 20_000, interval: 50 } },
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
