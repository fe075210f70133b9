/** The built main and the built preload against a strict stand-in of Electron. */
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { EventEmitter } from 'node:events';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Answer, PaperFile } from '../../shared/ipc/contract.js';
import { temporaryFolderForFile } from '../host/temporary-host.js';
import { type BrowserWindowStandIn, ElectronStandIn, WebContentsStandIn } from './electron-stand-in.js';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const folder = temporaryFolderForFile();
const main = join(folder, 'dist', 'electron', 'main.js');
const state = vi.hoisted(() => ({ portIsFree: true }));

// The real port may be held by a program that runs on this machine.
vi.mock('node:net', () => ({
  createServer: () => {
    const server = Object.assign(new EventEmitter(), {
      listen: (_port: number, _address: string, done: () => void) =>
        queueMicrotask(() => (state.portIsFree ? done() : server.emit('error', new Error('EADDRINUSE')))),
      unref: () => server,
    });
    return server;
  },
}));

beforeAll(async () => {
  execFileSync(process.execPath, [join(ROOT, 'electron', 'build.mjs'), '--only=machine'], { stdio: 'pipe' });
  cpSync(join(ROOT, 'dist', 'electron'), join(folder, 'dist', 'electron'), { recursive: true });
  const renderer = join(folder, 'dist', 'renderer');
  mkdirSync(join(renderer, 'assets'), { recursive: true });
  writeFileSync(join(folder, 'package.json'), '{"type":"module"}');
  writeFileSync(join(folder, 'secret.txt'), 'secret');
  writeFileSync(join(renderer, 'index.html'), '<!doctype html><title>講習会デスク</title>');
  writeFileSync(join(renderer, 'assets', 'main-1a2b3c.js'), 'export {};');
  symlinkSync(join(folder, 'secret.txt'), join(renderer, 'link.txt'));
  // The first import takes seconds, because everything is transformed; no test should wait for that.
  prepareElectron();
  await importMain();
}, 180_000);

let electron: ElectronStandIn;

beforeEach(prepareElectron);

function prepareElectron(): void {
  vi.resetModules();
  vi.stubEnv('XDG_DATA_HOME', join(folder, 'data'));
  vi.stubEnv('XDG_DOCUMENTS_DIR', join(folder, 'documents'));
  electron = new ElectronStandIn();
  vi.doMock('electron', () => electron.module);
  state.portIsFree = true;
}

async function importMain(): Promise<void> {
  await import(/* @vite-ignore */ pathToFileURL(main).href);
  electron.ready();
}

async function start(): Promise<BrowserWindowStandIn> {
  await importMain();
  await vi.waitFor(() => expect(electron.windows).toHaveLength(1));
  const [window] = electron.windows;
  if (!window) throw new Error('no window');
  electron.app.emit('web-contents-created', {}, window.webContents);
  return window;
}

describe('before the program is ready', () => {
  it('the sandbox is on, the scheme is known, the engine is pinned, the profile is ours', async () => {
    await start();
    const order = ['enableSandbox', 'setPath', 'registerSchemesAsPrivileged', 'lock', 'whenReady'];
    expect(electron.log).toEqual(order);
    expect(electron.switches).toContainEqual(['disable-features', 'IdbSqliteOnDiskRollout']);
    expect(electron.switches).toContainEqual(['js-flags', '--max-semi-space-size=64']);
    expect(electron.paths).toEqual({ userData: join(folder, 'data', 'koshukai-desk', 'profile-electron') });
    expect(electron.privileges).toEqual([
      { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
    ]);
  });
});

describe('one instance', () => {
  it('ends at once when another one runs', async () => {
    electron.isFirst = false;
    await importMain();
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(electron.log.at(-1)).toBe('quit');
    expect(electron.windows).toEqual([]);
  });

  it('comes to the front when it is started again', async () => {
    const window = await start();
    electron.app.emit('second-instance');
    expect(window.focused).toBe(1);
  });

  it('says in Japanese that the port is taken, and ends with 3', async () => {
    state.portIsFree = false;
    await importMain();
    await vi.waitFor(() => expect(electron.exits).toEqual([3]));
    expect(electron.dialogs.flat().join()).toContain('47631');
    expect(electron.windows).toEqual([]);
  });
});

describe('the window', () => {
  it('has no Node, a sandbox, and the preload of the program', async () => {
    const { options, loaded } = await start();
    expect(options).toMatchObject({ width: 1366, height: 768, show: false });
    expect(options.webPreferences).toEqual({
      preload: join(folder, 'dist', 'electron', 'preload.cjs'),
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      webviewTag: false,
      navigateOnDragDrop: false,
      spellcheck: false,
      devTools: true,
    });
    expect(loaded).toEqual(['app://desk/']);
  });

  it('is shown with its first picture, and the program ends with it', async () => {
    const window = await start();
    expect(window.isShown).toBe(false);
    window.emit('ready-to-show');
    expect(window.isShown).toBe(true);
    electron.app.emit('window-all-closed');
    expect(electron.log.at(-1)).toBe('quit');
  });

  it('is loaded again after a crash, three times at most', async () => {
    const { webContents } = await start();
    webContents.emit('render-process-gone', {}, { reason: 'clean-exit', exitCode: 0 });
    expect(webContents.reloads).toBe(0);
    for (let times = 0; times < 5; times += 1) {
      webContents.emit('render-process-gone', {}, { reason: 'crashed', exitCode: 11 });
    }
    expect(webContents.reloads).toBe(3);
  });

  it('has a menu in Japanese', async () => {
    await start();
    const words = [...JSON.stringify(electron.menu).matchAll(/"label":"([^"]+)"/gu)].map((match) => match[1]);
    expect(words).toContain('貼り付け');
    expect(words.every((word) => /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}]/u.test(word ?? ''))).toBe(true);
  });
});

const ADDRESSES = [
  'http://example.com/',
  'https://127.0.0.1:47631/',
  'file:///etc/passwd',
  'javascript:alert(1)',
  'data:text/html,x',
  'app://other/',
  'app://desk.evil/',
  'app:desk/',
  'about:blank',
  'chrome://settings',
  'blob:http://example.com/x',
];

describe('the page', () => {
  it.each(['will-navigate', 'will-frame-navigate', 'will-redirect'])('goes nowhere else (%s)', async (event) => {
    const { webContents } = await start();
    const stays = (url: string): boolean => {
      const preventDefault = vi.fn();
      webContents.emit(event, { url, preventDefault });
      return preventDefault.mock.calls.length > 0;
    };
    expect(ADDRESSES.filter((url) => !stays(url))).toEqual([]);
    expect(stays('app://desk/#/courses')).toBe(false);
  });

  it('opens no window, holds no guest, downloads nothing, and so does every other page', async () => {
    const { webContents } = await start();
    const other = new WebContentsStandIn();
    electron.app.emit('web-contents-created', {}, other);
    for (const contents of [webContents, other]) {
      expect(contents.openHandler?.()).toEqual({ action: 'deny' });
      const preventDefault = vi.fn();
      contents.emit('will-attach-webview', { preventDefault });
      expect(preventDefault).toHaveBeenCalledOnce();
    }
    const preventDefault = vi.fn();
    electron.session.emitter.emit('will-download', { preventDefault });
    expect(preventDefault).toHaveBeenCalledOnce();
  });

  it('reaches no address but its own', async () => {
    await start();
    const isCancelled = (url: string): boolean | undefined => {
      let cancelled: boolean | undefined;
      electron.session.beforeRequest?.({ url }, ({ cancel }) => (cancelled = cancel));
      return cancelled;
    };
    expect(ADDRESSES.filter((url) => isCancelled(url) !== true)).toEqual([]);
    expect(isCancelled('app://desk/assets/main-1a2b3c.js')).toBe(false);
    expect(isCancelled('blob:app://desk/0b0c')).toBe(false);
  });
});

describe('permissions', () => {
  const kinds = [
    ...readFileSync(join(ROOT, 'node_modules', 'electron', 'electron.d.ts'), 'utf8').matchAll(
      /setPermission(?:Check|Request)Handler\(handler: \(\((?:.*?)permission: ((?:'[^']+'(?: \| )?)+)/gu,
    ),
  ].flatMap((match) => (match[1] ?? '').split(' | ').map((kind) => kind.slice(1, -1)));

  it('are all refused but copying from our own page', async () => {
    await start();
    expect(kinds.length).toBeGreaterThan(60);
    const asked = (permission: string, url: string): boolean | undefined => {
      let granted: boolean | undefined;
      electron.session.request?.({ getURL: () => url }, permission, (answer) => (granted = answer));
      return granted;
    };
    for (const kind of [...kinds, 'not-invented-yet']) {
      const isCopying = kind === 'clipboard-sanitized-write';
      expect(asked(kind, 'app://desk/'), kind).toBe(isCopying);
      expect(asked(kind, 'https://example.com/'), kind).toBe(false);
      expect(electron.session.check?.(null, kind, 'app://desk'), kind).toBe(isCopying);
      expect(electron.session.check?.(null, kind, 'https://example.com'), kind).toBe(false);
    }
    expect(electron.session.device?.()).toBe(false);
  });
});

describe('app://desk', () => {
  async function get(url: string, method = 'GET'): Promise<Response> {
    const answer = electron.schemes.get('app');
    // A real Request would clean the address before we see it.
    return answer?.({ url, method } as Request) ?? new Response();
  }

  it('serves our files with the strict policy', async () => {
    await start();
    const page = await get('app://desk/');
    expect(await page.text()).toContain('講習会デスク');
    expect(page.headers.get('Content-Type')).toBe('text/html; charset=utf-8');
    const policy = page.headers.get('Content-Security-Policy');
    for (const part of ["default-src 'none'", "script-src 'self'", "frame-ancestors 'none'", "object-src 'none'"]) {
      expect(policy).toContain(part);
    }
    expect(policy).not.toMatch(/unsafe|data:|http/u);
    expect((await get('app://desk/assets/main-1a2b3c.js?v=1#x')).status).toBe(200);
  });

  it('has nothing anywhere else', async () => {
    await start();
    const attacks = [
      'app://desk/../../package.json',
      'app://desk/..%2f..%2fpackage.json',
      'app://desk/%2e%2e/%2e%2e/secret.txt',
      'app://desk/..\\..\\secret.txt',
      'app://desk/....//....//secret.txt',
      'app://desk/link.txt',
      'app://desk//etc/passwd',
      'app://desk/file:///etc/passwd',
      'app://desk/C:/Windows/win.ini',
      'app://desk/\\\\server\\share',
      'app://desk/assets/main-1a2b3c.js::$DATA',
      'app://desk/assets/main-1a2b3c.js%00.html',
      'app://desk/assets/CON',
      'app://desk/index.html.',
      'app://desk/ index.html',
      'app://other/index.html',
      'app://desk.evil/index.html',
      'app://desk@evil/index.html',
      'app:///index.html',
      'http://desk/index.html',
    ];
    for (const url of attacks) {
      const reply = await get(url);
      expect([reply.status, await reply.text()], url).toEqual([404, '']);
      expect(reply.headers.get('Content-Security-Policy'), url).not.toBeNull();
    }
  });

  it('takes no other method', async () => {
    await start();
    for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS'])
      expect((await get('app://desk/', method)).status).toBe(404);
  });
});

describe('the channel', () => {
  const OWN = { origin: 'app://desk', url: 'app://desk/', parent: null };

  it('is one, and does calls of our own window through dispatch', async () => {
    const { webContents } = await start();
    expect([...electron.handlers.keys()]).toEqual(['call']);
    const call = electron.handlers.get('call');
    const answer = await call?.({ sender: webContents, senderFrame: OWN }, 'app-info', {});
    expect(answer).toMatchObject({
      ok: true,
      value: {
        host: 'electron',
        dataPlace: join(folder, 'data', 'koshukai-desk'),
        outputPlace: join(folder, 'documents', '講習会デスク'),
      },
    });
    expect(await call?.({ sender: webContents, senderFrame: OWN }, 'no-such', {})).toMatchObject({
      error: { code: 'UNKNOWN-CALL' },
    });
    expect(await call?.({ sender: webContents, senderFrame: OWN }, 'app-info', { more: new Map() })).toMatchObject({
      error: { code: 'BAD-INPUT' },
    });
  });

  // The fonts are large, and everything is transformed on its way into a test.
  it('writes a PDF with nothing but the package, shows its folder and opens it', { timeout: 240_000 }, async () => {
    const { webContents } = await start();
    const call = async (name: string, input: object): Promise<Answer<never>> =>
      (await electron.handlers.get('call')?.({ sender: webContents, senderFrame: OWN }, name, input)) as Answer<never>;
    const sample = await call('read-sample', {});
    if (!sample.ok) throw new Error(sample.error.messageJa);
    const { case: value } = sample.value as { case: unknown };
    const order = { case: value, papers: ['commissionedReport'], format: 'pdf' };
    const answer = await call('write-workbooks', order);
    if (!answer.ok) throw new Error(answer.error.messageJa);
    const [file] = (answer.value as { files: PaperFile[] }).files;
    if (!file) throw new Error('no file');
    expect(readFileSync(file.place).subarray(0, 5).toString('latin1')).toBe('%PDF-');
    await call('show-file', { id: file.id });
    await call('open-file', { id: file.id });
    expect([electron.shown, electron.openedFiles]).toEqual([[file.place], [file.place]]);
  });

  it('does nothing for anyone else', async () => {
    const { webContents } = await start();
    const call = electron.handlers.get('call');
    const strangers = [
      { sender: new WebContentsStandIn(), senderFrame: OWN },
      { sender: webContents, senderFrame: null },
      { sender: webContents, senderFrame: { ...OWN, parent: OWN } },
      { sender: webContents, senderFrame: { ...OWN, origin: 'null' } },
      { sender: webContents, senderFrame: { ...OWN, origin: 'app://desk.evil' } },
      { sender: webContents, senderFrame: { ...OWN, origin: 'https://example.com' } },
      { sender: webContents, senderFrame: { ...OWN, url: 'https://example.com/' } },
      { sender: webContents, senderFrame: { ...OWN, url: 'app://desk.evil/' } },
    ];
    for (const event of strangers) expect(() => call?.(event, 'app-info', {})).toThrow('Not from our window');
  });
});

describe('the preload', () => {
  it('gives the page one frozen function and nothing of Electron', async () => {
    const exposed: Record<string, unknown> = {};
    const invoked: unknown[][] = [];
    const ask = (name: string): unknown => {
      if (name !== 'electron') throw new Error(`The sandbox has no ${name}`);
      return {
        contextBridge: { exposeInMainWorld: (key: string, value: unknown) => void (exposed[key] = value) },
        ipcRenderer: { invoke: async (...args: unknown[]) => void invoked.push(args) },
      };
    };
    const text = readFileSync(join(folder, 'dist', 'electron', 'preload.cjs'), 'utf8');
    new Function('require', 'exports', 'module', text)(ask, {}, {});
    expect(Object.keys(exposed)).toEqual(['deskHost']);
    const { deskHost } = exposed as { deskHost: { call: (...args: unknown[]) => Promise<unknown> } };
    expect(Object.isFrozen(deskHost)).toBe(true);
    expect(Object.keys(deskHost)).toEqual(['call']);
    await deskHost.call('app-info', { a: 1 }, 'third');
    expect(invoked).toEqual([['call', 'app-info', { a: 1 }]]);
  });
});
