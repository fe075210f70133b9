/** 不具合の控え: faults of the program in a file on this machine, without what users typed. */
import { appendFile, mkdir, rename, stat } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';

export type Fault = { readonly message: string; readonly stack: string };

/** At this size the log is put aside as `faults.old.log`, replacing the one before. */
const LOG_BYTES = 1_000_000;

export class FaultLog {
  constructor(
    readonly folder: string,
    readonly now: () => Date = () => new Date(),
  ) {}

  /** Notes a fault. Never throws: a log that cannot be written must not become a second fault. */
  async note(fault: Fault): Promise<void> {
    const text = `${this.now().toISOString()} ${withoutPersonalData(`${fault.message}\n${fault.stack}`).trim()}\n\n`;
    const path = join(this.folder, 'faults.log');
    try {
      await mkdir(this.folder, { recursive: true });
      const size = await stat(path).then(
        (found) => found.size,
        () => 0,
      );
      if (size + text.length > LOG_BYTES) await rename(path, join(this.folder, 'faults.old.log'));
      await appendFile(path, text);
    } catch {
      // Nobody is left to tell.
    }
  }
}

/** The fault of something thrown. */
export function faultOf(error: unknown): Fault {
  if (error instanceof Error) return { message: `${error.name}: ${error.message}`, stack: error.stack ?? '' };
  return { message: String(error), stack: '' };
}

/**
 * Text without what may come from the user: words that are not ASCII, what stands in quotes, numbers of four and more digits, and
 * the name of the home folder. Messages and stacks of the program are English, so they stay readable.
 */
function withoutPersonalData(text: string, home: string = homedir()): string {
  return text
    .replaceAll(home, '~')
    .replace(/(?:[\\/]Users|\/home)[\\/][^\\/\s:]+/gu, '~')
    .replace(/"[^"\n]*"|'[^'\n]*'|`[^`\n]*`/gu, '"…"')
    .replace(/[^\x09\x0a\x20-\x7e…]+/gu, '…')
    .replace(/[0-9]{4,}/gu, '…')
    .slice(0, 20_000);
}
