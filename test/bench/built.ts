/** Builds a script of this folder as the program is built, because a test runner's own transformation doubles times. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

/** Runs `use` with the path of the built script and an empty folder beside it; both are gone afterwards. */
export async function withBuilt<T>(name: string, use: (script: string, folder: string) => T | Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  try {
    await build({
      configFile: false,
      logLevel: 'error',
      ssr: { noExternal: true },
      build: {
        ssr: fileURLToPath(new URL(`${name}.ts`, import.meta.url)),
        outDir: join(folder, 'built'),
        rolldownOptions: {
          external: ['@aws-sdk/client-s3'],
          output: { entryFileNames: `${name}.mjs`, codeSplitting: false },
        },
      },
    });
    return await use(join(folder, 'built', `${name}.mjs`), folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
