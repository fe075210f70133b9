import { execFileSync } from 'node:child_process';
import { readFileSync, readlinkSync } from 'node:fs';
import { join } from 'node:path';

/** Milliseconds that a window gets to close by itself. */
const PATIENCE = 5000;

/**
 * Closes a window of our profile that a host left behind when it was ended by force: a browser that still runs would take the
 * new address over and the new process would end at once, as if the user had closed the window. True when none is left.
 * Windows has no such note; there the browser itself tells (it ends at once with 0).
 */
export async function closeLeftWindow(profile: string): Promise<boolean> {
  const id = leftProcess(profile);
  if (id === undefined) return true;
  process.kill(id, 'SIGTERM');
  for (let waited = 0; waited < PATIENCE; waited += 100) {
    await new Promise((resolve) => setTimeout(resolve, 100));
    if (leftProcess(profile) === undefined) return true;
  }
  return false;
}

/** The browser that runs on our profile; only one that names the profile in its command line is ours to close. */
function leftProcess(profile: string): number | undefined {
  if (process.platform === 'win32') return undefined;
  try {
    const id = Number(/-([0-9]+)$/u.exec(readlinkSync(join(profile, 'SingletonLock')))?.[1]);
    return Number.isInteger(id) && commandLine(id).includes(`--user-data-dir=${profile}`) ? id : undefined;
  } catch {
    return undefined;
  }
}

function commandLine(id: number): string {
  if (process.platform === 'linux') return readFileSync(`/proc/${id}/cmdline`, 'utf8');
  return execFileSync('ps', ['-p', String(id), '-o', 'command='], { encoding: 'utf8' });
}
