// `npm run ready`: every check that a change must pass, the tests last. Stops at the first that fails.
import { spawnSync } from 'node:child_process';

const checks = [
  ['format', 'npx prettier --check . --log-level warn'],
  ['lint', 'npm run --silent lint'],
  ['types', 'npm run --silent types'],
  ['imports', 'npm run --silent imports'],
  ['unused', 'npm run --silent unused'],
  ['rules', 'npm run --silent coverage:rules'],
  ['tests', 'npm test --silent'],
];

for (const [name, command] of checks) {
  console.log(`\n== ${name}`);
  const done = spawnSync(command, { stdio: 'inherit', shell: true });
  if (done.status !== 0) {
    console.error(`${name}: not ready`);
    if (name !== 'tests') console.log('0 passed, 1 failed');
    process.exit(1);
  }
}
