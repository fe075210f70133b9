import { spawn } from 'node:child_process';

/** After so many milliseconds a program that has not given up is taken to have opened the file. */
const PATIENCE = 3_000;

/** Opens a file with the program that the desktop has for it. False where there is none. */
export async function openWithSystem(path: string): Promise<boolean> {
  const [command, args] = opener(path, process.platform);
  return new Promise<boolean>((resolve) => {
    const child = spawn(command, args, { stdio: 'ignore', detached: true, windowsVerbatimArguments: true });
    const timer = setTimeout(() => resolve(true), PATIENCE);
    const end = (isOpen: boolean): void => {
      clearTimeout(timer);
      resolve(isOpen);
    };
    child.once('error', () => end(false));
    // Explorer ends with 1 also where it opened the file.
    child.once('exit', (code) => end(code === 0 || process.platform === 'win32'));
    child.unref();
  });
}

/** The command that opens a file. */
export function opener(path: string, platform: NodeJS.Platform): [command: string, args: string[]] {
  // Not `start`: the shell behind it would read & and % in the name. A file name cannot hold a quotation mark there.
  if (platform === 'win32') return ['explorer.exe', [`"${path}"`]];
  return [platform === 'darwin' ? 'open' : 'xdg-open', [path]];
}
