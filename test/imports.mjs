// `npm run imports`: the directions of imports, and that the checker has really read the house.
import { spawnSync } from 'node:child_process';

/** Fewer modules than this means that the checker did not understand the sources: it then passes everything. */
const AT_LEAST = 400;

const done = spawnSync('npx depcruise --config .dependency-cruiser.cjs shared electron renderer test', {
  shell: true,
  encoding: 'utf8',
});
process.stdout.write(done.stdout);
process.stderr.write(done.stderr);
const read = Number(/(\d+) modules/.exec(done.stdout)?.[1] ?? 0);
if (read < AT_LEAST) console.error(`imports: only ${read} modules were read, expected at least ${AT_LEAST}`);
process.exitCode = done.status === 0 && read >= AT_LEAST ? 0 : 1;
