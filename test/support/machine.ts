/** What the machine of a test run has. In CI everything is asked for: what is missing there fails instead of being skipped. */
import { spawnSync } from 'node:child_process';

/** True where a command answers with success, and in CI in any case. */
export function isThere(command: string, args: readonly string[]): boolean {
  return process.env['CI'] !== undefined || spawnSync(command, [...args], { stdio: 'ignore' }).status === 0;
}
