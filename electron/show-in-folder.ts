import { spawn } from 'node:child_process';
import { dirname } from 'node:path';

/** Opens the folder of a file in the file manager of the desktop, the file selected where that is possible. */
export async function showInFolder(path: string): Promise<void> {
  const [command, args] = fileManager(path, process.platform);
  await new Promise<void>((resolve) => {
    const child = spawn(command, args, { stdio: 'ignore', detached: true, windowsVerbatimArguments: true });
    // A desktop without a file manager is no reason to stop: the place of the file is on the screen as well.
    child.once('error', () => resolve());
    child.once('spawn', () => resolve());
    child.unref();
  });
}

/** The command that shows a file. */
export function fileManager(path: string, platform: NodeJS.Platform): [command: string, args: string[]] {
  // Explorer reads its own quoting; a file name cannot hold a quotation mark there.
  if (platform === 'win32') return ['explorer.exe', [`/select,"${path}"`]];
  if (platform === 'darwin') return ['open', ['-R', path]];
  return ['xdg-open', [dirname(path)]];
}
