// `npm test`: unit and contract tests, then the end-to-end tests in a real Chromium. Ends with "N passed, N failed".
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { ensureChromium } from './support/chromium.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const suites = [
  ['unit', []],
  ['end-to-end', ['--config', 'test/e2e/vitest.config.ts']],
];
const total = { passed: 0, failed: 0, skipped: 0 };

ensureChromium();
run('node', ['electron/build.mjs']);
mkdirSync(`${root}dist/test`, { recursive: true });
for (const [name, options] of suites) suite(name, options);

const skipped = total.skipped > 0 ? `, ${total.skipped} skipped` : '';
console.log(`${total.passed} passed, ${total.failed} failed${skipped}`);
process.exitCode = total.failed > 0 || total.passed === 0 ? 1 : 0;

function suite(name, options) {
  const report = `${root}dist/test/${name}.json`;
  rmSync(report, { force: true });
  const done = spawn('npx', [
    'vitest',
    'run',
    ...options,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ]);
  if (!existsSync(report)) {
    total.failed += 1;
    return;
  }
  const counts = JSON.parse(readFileSync(report, 'utf8'));
  total.passed += counts.numPassedTests;
  total.failed += counts.numFailedTests;
  total.skipped += counts.numPendingTests;
  // A suite that breaks outside its tests (an import that fails, an unhandled rejection) has no failed test to count.
  if (done.status !== 0 && counts.numFailedTests === 0) total.failed += 1;
}

function run(command, args) {
  const done = spawn(command, args);
  if (done.status !== 0) process.exit(done.status ?? 1);
}

function spawn(command, args) {
  return spawnSync(command, args, { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' });
}
