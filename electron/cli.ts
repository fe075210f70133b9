/** koshu: the entry of the command line. */
import { runCommand } from './command-line.js';

process.exitCode = await runCommand(process.argv.slice(2), {
  print: (text) => void process.stdout.write(text),
  say: (line) => void process.stderr.write(`${line}\n`),
});
