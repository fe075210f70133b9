/** The built program in the real Electron: run by `npm run electron:test` where its binary is. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { _electron, type ElectronApplication, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

let folder: string;
let app: ElectronApplication;
let page: Page;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'koshu-electron-'));
  const root = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  app = await _electron.launch({
    args: [...root, ROOT],
    env: { ...process.env, XDG_DATA_HOME: folder, XDG_DOCUMENTS_DIR: folder, APPDATA: folder } as Record<
      string,
      string
    >,
  });
  page = await app.firstWindow();
  await page.waitForLoadState();
});

afterAll(async () => {
  await app.close();
  rmSync(folder, { recursive: true, force: true });
});

type DeskWindow = { readonly deskHost: { readonly call: (name: string, input: unknown) => Promise<unknown> } };

describe('the window', () => {
  it('is our page at our origin, and calls are answered', async () => {
    expect(page.url()).toMatch(/^app:\/\/desk\//u);
    const info = await page.evaluate(() => (window as unknown as DeskWindow).deskHost.call('app-info', {}));
    expect(info).toMatchObject({ ok: true, value: { host: 'electron' } });
  });

  it.each([
    'typeof require',
    'typeof process',
    'typeof module',
    'typeof Buffer',
    'typeof global',
    'typeof __dirname',
    'typeof ipcRenderer',
    'typeof electron',
    'typeof window.deskHost.ipcRenderer',
    'typeof window.opener?.require',
  ])('has no Node: %s', async (probe) => {
    expect(await page.evaluate(probe)).toBe('undefined');
  });

  it('cannot change what the preload gave it', async () => {
    const same = await page.evaluate(() => {
      const before = (window as unknown as DeskWindow).deskHost.call;
      try {
        Object.assign((window as unknown as DeskWindow).deskHost, { call: undefined });
      } catch {
        // Strict mode throws; either way nothing changed.
      }
      return (window as unknown as DeskWindow).deskHost.call === before;
    });
    expect(same).toBe(true);
  });

  it('opens no window and goes nowhere', async () => {
    const opened = await page.evaluate(() => window.open('https://example.com/') === null);
    expect(opened).toBe(true);
    await page.evaluate(() => void (location.href = 'https://example.com/'));
    await page.waitForTimeout(500);
    expect(page.url()).toMatch(/^app:\/\/desk\//u);
    expect(app.windows()).toHaveLength(1);
  });

  it('keeps IndexedDB in the engine that was pinned', async () => {
    const features = await app.evaluate(({ app: running }) => running.commandLine.getSwitchValue('disable-features'));
    expect(features).toContain('IdbSqliteOnDiskRollout');
  });

  it('still may call after it was loaded again', async () => {
    await page.reload();
    const state = await page.evaluate(() => (window as unknown as DeskWindow).deskHost.call('journal-state', {}));
    expect(state).toMatchObject({ ok: true });
  });
});
