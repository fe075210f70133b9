import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { FaultLog } from './fault-log.js';
import { Jobs } from './jobs.js';
import { Journal } from './journal.js';
import { KeptFiles } from './kept-files/kept-files.js';
import { WrittenFiles } from './written-files.js';

/** What differs between Electron, the browser host and the command line. */
export type Machine = {
  readonly kind: 'electron' | 'browser' | 'cli';
  readonly version: string;
  /** Folder of the journal and the log; the same for both windows, so that the data moves with the user. */
  readonly dataDir: string;
  /** Folder that written files go to; made when it is first needed. */
  readonly outputDir: string;
  /** Opens the folder of a file that the program wrote. */
  readonly showInFolder: (path: string) => Promise<void>;
  /** Opens a file that the program wrote with the program that the machine has for it; false where there is none. */
  readonly openFile: (path: string) => Promise<boolean>;
};

/** What a handler may ask of the machine. */
export type Host = Machine & {
  readonly journal: Journal;
  readonly written: WrittenFiles;
  readonly keptFiles: KeptFiles;
  readonly jobs: Jobs;
  readonly faults: Pick<FaultLog, 'note'>;
};

/** A host on a machine; a window's data folder is made at once, for the user only. */
export function hostOn(machine: Machine): Host {
  if (machine.kind !== 'cli') mkdirSync(machine.dataDir, { recursive: true, mode: 0o700 });
  const faults = new FaultLog(join(machine.dataDir, 'logs'));
  return {
    ...machine,
    journal: new Journal(join(machine.dataDir, 'journal')),
    written: new WrittenFiles(machine.kind === 'cli' ? undefined : join(machine.dataDir, 'written-files.json')),
    keptFiles: new KeptFiles(join(machine.dataDir, 'files')),
    jobs: new Jobs((fault) => faults.note(fault)),
    faults,
  };
}
