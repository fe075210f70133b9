import { defineConfig } from 'vitest/config';

// Only where Electron's binary is (npx install-electron); `npm test` does without it.
export default defineConfig({
  test: { include: ['test/electron/**/*.spec.ts'], fileParallelism: false, testTimeout: 60_000, hookTimeout: 60_000 },
});
