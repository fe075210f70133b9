/** The protocol between page and host in a real browser, with the profile and the switches of the program. */
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { browserArguments, findBrowser, prepareProfile } from '../../electron/hosts/browser.js';
import { LaunchPass } from '../../electron/loopback/launch-pass.js';
import { startLoopback } from '../../electron/loopback/server.js';
import { loopbackOrigin } from '../../electron/origin.js';
import { rendererFiles } from '../../electron/renderer-files.js';
import { temporaryFolderForFile } from './temporary-host.js';

/** The page's half of the protocol, as short as it can be. */
const PAGE_SCRIPT = `
  const PREFIX = 'koshukai-desk ';
  async function connect() {
    const code = /^#launch=(.+)$/.exec(location.hash)?.[1];
    if (code) {
      history.replaceState(null, '', location.pathname);
      const reply = await fetch('/launch', { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ code }) });
      if (reply.ok) window.name = PREFIX + (await reply.json()).token;
    }
    return window.name.startsWith(PREFIX) ? window.name.slice(PREFIX.length) : '';
  }
  const token = connect();
  window.callDesk = async (name, input) => {
    const headers = { 'Content-Type': 'application/json', Authorization: 'Bearer ' + (await token) };
    const reply = await fetch('/call/' + name, { method: 'POST', headers, body: JSON.stringify(input) });
    return reply.status === 200 ? await reply.json() : reply.status;
  };
  token.then(() => document.body.append('ready'));
`;

const folder = temporaryFolderForFile();
const profile = join(folder, 'profile');
const pass = new LaunchPass();
let server: Server;
let origin: string;
let context: BrowserContext;
let page: Page;
let token: string;

beforeAll(async () => {
  const root = join(folder, 'renderer');
  mkdirSync(root);
  writeFileSync(join(root, 'index.html'), '<!doctype html><body><script type="module" src="./page.js"></script>');
  writeFileSync(join(root, 'page.js'), PAGE_SCRIPT);
  server = await startLoopback({
    port: 0,
    files: rendererFiles(root),
    pass,
    call: async (name) => ({ ok: true, value: name }),
    onStolen: () => undefined,
  });
  origin = loopbackOrigin((server.address() as AddressInfo).port);
  prepareProfile(profile, origin);
  const args = browserArguments(profile, `${origin}/#launch=${pass.code}`).filter(
    (arg) => !arg.startsWith('--user-data-dir'),
  );
  context = await chromium.launchPersistentContext(profile, {
    executablePath: findBrowser({ platform: process.platform, env: process.env, home: homedir() })?.path ?? '',
    args: [...args, '--no-sandbox', '--disable-gpu'],
    ignoreDefaultArgs: ['--disable-features', '--password-store=basic', '--use-mock-keychain'],
  });
  page = context.pages()[0] ?? (await context.waitForEvent('page'));
  await page.waitForURL(`${origin}/`);
  await page.getByText('ready').waitFor();
  token = (await page.evaluate(() => window.name)).replace('koshukai-desk ', '');
});

afterAll(async () => {
  await context.close();
  server.close();
  server.closeAllConnections();
});

function callFromPage(from: Page = page): Promise<unknown> {
  return from.evaluate('window.callDesk("app-info", {})');
}

describe('the window', () => {
  it('may call after the launch, and its address shows no code', async () => {
    expect(await callFromPage()).toEqual({ ok: true, value: 'app-info' });
    expect(page.url()).toBe(`${origin}/`);
    expect(await page.evaluate(() => history.length)).toBe(1);
  });

  it('may still call after it was loaded again, and again', async () => {
    for (let times = 0; times < 3; times += 1) {
      await page.reload();
      await page.getByText('ready').waitFor();
      expect(await callFromPage()).toEqual({ ok: true, value: 'app-info' });
    }
  });

  it('is the only one: another window of the same profile may not call', async () => {
    const other = await context.newPage();
    await other.goto(`${origin}/`);
    await other.getByText('ready').waitFor();
    expect(await callFromPage(other)).toBe(403);
    await other.close();
  });

  it('has storage that is kept, in a secure context, without the engine being swapped', async () => {
    expect(await page.evaluate(() => isSecureContext)).toBe(true);
    expect(await page.evaluate(() => navigator.storage.persisted())).toBe(true);
    await page.evaluate(
      () =>
        new Promise((resolve, reject) => {
          const open = indexedDB.open('probe', 1);
          open.onupgradeneeded = () => open.result.createObjectStore('rows');
          open.onsuccess = () => resolve((open.result.close(), undefined));
          open.onerror = () => reject(open.error);
        }),
    );
    const stores = readdirSync(join(profile, 'Default', 'IndexedDB'));
    expect(stores.some((name) => name.endsWith('.leveldb'))).toBe(true);
  });

  it('reaches no other address', async () => {
    const reached = await page.evaluate(async () => {
      const addresses = ['http://example.com/', 'https://127.0.0.1/', 'http://localhost:1/'];
      return Promise.all(
        addresses.map((address) =>
          fetch(address, { mode: 'no-cors' }).then(
            () => true,
            () => false,
          ),
        ),
      );
    });
    expect(reached).toEqual([false, false, false]);
  });
});

describe('the token', () => {
  it('is of no use to a page on another port of the same address, in the same profile', async () => {
    const others: string[] = [];
    const foreign = await startForeign(others);
    const other = await context.newPage();
    await other.goto(foreign.origin);
    const seen = await other.evaluate(async (target) => {
      const call = (headers: Record<string, string>): Promise<unknown> =>
        fetch(`${target}/call/app-info`, { method: 'POST', headers, body: '{}' }).then(
          (reply) => reply.status,
          () => 'blocked',
        );
      return [await call({ 'Content-Type': 'application/json' }), await call({}), document.cookie, window.name];
    }, origin);
    expect(seen).toEqual(['blocked', 'blocked', '', '']);
    expect(others.join('\n')).not.toContain(token);
    await other.close();
    foreign.close();
  });

  it('is still there after the page crashed and was loaded again', async () => {
    const session = await context.newCDPSession(page);
    const crashed = page.waitForEvent('crash');
    void session.send('Page.crash').catch(() => undefined);
    await crashed;
    await session.send('Page.navigate', { url: `${origin}/` });
    const name = await session.send('Runtime.evaluate', { expression: 'window.name' });
    expect(name.result.value).toBe(`koshukai-desk ${token}`);
  });

  it('is nowhere in the profile folder; the code, which is used up, may be', async () => {
    const other = await context.newPage();
    await other.goto(`${origin}/`);
    await other.evaluate(() => localStorage.setItem('canary', 'canary-to-find'));
    await context.close();
    const files = filesBelow(profile);
    const found = (text: string): string[] =>
      files.filter((file) => {
        const bytes = readFileSync(file);
        return bytes.includes(text) || bytes.includes(Buffer.from(text, 'utf16le'));
      });
    expect(found('canary-to-find')).not.toEqual([]);
    expect(found(`${origin}/`).some((file) => file.includes('Sessions'))).toBe(true);
    expect(found(token)).toEqual([]);
    expect(statSync(profile).mode & 0o777).toBe(0o700);
  });
});

async function startForeign(requests: string[]): Promise<{ origin: string; close: () => void }> {
  const { createServer } = await import('node:http');
  const foreign = createServer((request, response) => {
    requests.push(JSON.stringify(request.headers), request.url ?? '');
    response.setHeader('Content-Type', 'text/html');
    response.end('<!doctype html>');
  });
  await new Promise<void>((resolve) => foreign.listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://127.0.0.1:${(foreign.address() as AddressInfo).port}/`,
    close: () => (foreign.close(), foreign.closeAllConnections()),
  };
}

function filesBelow(root: string): string[] {
  return readdirSync(root, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}
