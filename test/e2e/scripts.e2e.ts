/** The scripts behind `npm start` and `npm run koshu`, as a user calls them. */
import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const SAMPLE = join(ROOT, 'resources', 'samples', 'swim-coach2.case.json');

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'koshu-e2e-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

type Ran = { out: string; words: string; readonly code: Promise<number | null>; readonly end: () => void };

function node(script: string, ...args: string[]): Ran {
  const child = spawn(process.execPath, [join(ROOT, 'electron', script), ...args], { cwd: folder, stdio: 'pipe' });
  const ran: Ran = {
    out: '',
    words: '',
    code: new Promise((resolve) => child.once('close', resolve)),
    end: () => void child.kill('SIGTERM'),
  };
  child.stdout.on('data', (text: Buffer) => (ran.out += text.toString()));
  child.stderr.on('data', (text: Buffer) => (ran.words += text.toString()));
  return ran;
}

describe('koshu', () => {
  it('prints the decision only, from any folder, the same each time', async () => {
    const [first, second] = [node('koshu.mjs', 'check', SAMPLE), node('koshu.mjs', 'check', SAMPLE)];
    expect([await first.code, first.words]).toEqual([0, '']);
    expect(JSON.parse(first.out)).toMatchObject({ format: 'koshu-decision', version: 1 });
    await second.code;
    expect(second.out).toBe(first.out);
  });

  it('takes paths from where it is called, and ends with 2 for what it cannot do', async () => {
    const report = node('koshu.mjs', 'report', SAMPLE, '--out', 'papers');
    expect(await report.code).toBe(0);
    expect(readdirSync(join(folder, 'papers')).every((name) => name.endsWith('.xlsx'))).toBe(true);
    const missing = node('koshu.mjs', 'check', 'none.case.json');
    expect([await missing.code, missing.out]).toEqual([2, '']);
    expect(missing.words).toContain('none.case.json');
  });
});

describe('npm start', () => {
  it('says in one line which window it opens and why, and ends with the host', async () => {
    const places = [`--data-dir=${join(folder, 'data')}`, `--output-dir=${join(folder, 'out')}`];
    const started = node('start.mjs', '--host=browser', '--no-window', ...places);
    const shown = vi.waitFor(() => expect(started.out).toContain('#launch='), { timeout: 60_000, interval: 100 });
    // When something else holds the port the host ends; its words say so.
    await Promise.race([shown, started.code.then(() => expect(started.words).toBe(''))]);
    const [line] = started.out.split('\n');
    expect(line).toBe(
      '講習会デスクをブラウザーの窓で開きます（--host=browser の指定）。終えるときは窓を閉じてください。',
    );
    started.end();
    expect(await started.code).toBe(0);
    expect(started.words).toBe('');
  });

  it('knows two hosts', async () => {
    const started = node('start.mjs', '--host=phone');
    expect(await started.code).toBe(1);
    expect(started.words).toContain('electron か browser');
  });
});
