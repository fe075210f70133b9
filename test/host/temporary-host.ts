import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, onTestFinished } from 'vitest';
import { type Host, hostOn, type Machine } from '../../electron/host.js';

/** A folder that is gone after the test. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'koshu-test-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A folder that is gone after the file's last test; call it in `beforeAll` or outside of tests. */
export function temporaryFolderForFile(): string {
  const folder = mkdtempSync(join(tmpdir(), 'koshu-test-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

type TemporaryHost = Host & { readonly shown: string[]; readonly openedFiles: string[] };

/** A host in temporary folders; `shown` and `openedFiles` collect what it was asked to show and to open. */
export function temporaryHost(machine: Partial<Machine> = {}): TemporaryHost {
  const folder = temporaryFolder();
  const shown: string[] = [];
  const openedFiles: string[] = [];
  const host = hostOn({
    kind: 'browser',
    version: '0.0.0',
    dataDir: join(folder, 'data'),
    outputDir: join(folder, '講習会デスク'),
    showInFolder: async (path) => void shown.push(path),
    openFile: async (path) => openedFiles.push(path) > 0,
    ...machine,
  });
  return { ...host, shown, openedFiles };
}
