// `npm run -s koshu -- check CASE.json`: builds the machine when it is missing or stale, then runs the command line.
import { build } from './build.mjs';

try {
  await build(['machine']);
} catch (error) {
  process.stderr.write(`組み立てられませんでした。npm ci をしてから、もう一度お試しください。\n${error.message}\n`);
  process.exit(2);
}
await import('../dist/electron/cli.js');
