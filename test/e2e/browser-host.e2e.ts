/** The browser host as a whole: the built program, its fixed port, a real browser, and how both end. */
import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

const SERVE = fileURLToPath(new URL('../../dist/electron/serve.js', import.meta.url));
const ORIGIN = 'http://127.0.0.1:47631';
const HEADLESS = ['--', '--headless', '--disable-gpu', '--remote-debugging-port=0'];

type Started = { readonly child: ChildProcess; readonly words: () => string; readonly code: Promise<number | null> };

let folder: string;
let started: Started[];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'koshu-e2e-'));
  started = [];
});

afterEach(async () => {
  for (const { child, code } of started) {
    child.kill('SIGTERM');
    await code;
  }
  rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
});

function serve(args: readonly string[], env: NodeJS.ProcessEnv = process.env): Started {
  const places = [`--data-dir=${join(folder, 'data')}`, `--output-dir=${join(folder, 'out')}`];
  const child = spawn(process.execPath, [SERVE, ...places, ...args], { stdio: 'pipe', env });
  let words = '';
  child.stdout.on('data', (text: Buffer) => (words += text.toString()));
  child.stderr.on('data', (text: Buffer) => (words += text.toString()));
  const code = new Promise<number | null>((resolve) => child.once('exit', resolve));
  const own = { child, words: () => words, code };
  started.push(own);
  return own;
}

const PATIENCE = { timeout: 60_000, interval: 100 };

/** The browser behind the window, by the debugging port that only this test asks for; connected when our page is there. */
async function windowOf(): Promise<Browser> {
  const note = await vi.waitFor(findNote, PATIENCE);
  const address = `http://127.0.0.1:${readFileSync(note, 'utf8').split('\n')[0]}`;
  await vi.waitFor(async () => {
    const targets = (await (await fetch(`${address}/json/list`)).json()) as { url: string }[];
    expect(targets.map((target) => target.url)).toContain(`${ORIGIN}/`);
  }, PATIENCE);
  const browser = await chromium.connectOverCDP(address);
  rmSync(note);
  return browser;
}

function findNote(): string {
  const notes = ['chrome', 'edge', 'chromium'].map((name) =>
    join(folder, 'data', `profile-${name}`, 'DevToolsActivePort'),
  );
  const note = notes.find((path) => existsSync(path));
  if (note === undefined) throw new Error('The browser has not started yet');
  return note;
}

async function ownPage(browser: Browser): Promise<Page> {
  const page = browser.contexts()[0]?.pages()[0];
  if (!page) throw new Error('The browser has no page');
  await vi.waitFor(
    async () => expect(await page.evaluate(() => window.name)).toMatch(/^koshukai-desk .{43}$/u),
    PATIENCE,
  );
  return page;
}

/** Quits the browser; closing the page would not do, because a debugging port keeps a browser without windows alive. */
async function quit(browser: Browser): Promise<void> {
  const session = await browser.newBrowserCDPSession();
  await session.send('Browser.close').catch(() => undefined);
}

describe('the browser host', () => {
  it('opens one window at its one address and ends when that is closed', async () => {
    const host = serve(HEADLESS);
    const browser = await windowOf();
    const page = await ownPage(browser);
    expect(page.url().startsWith(`${ORIGIN}/`)).toBe(true);
    expect(page.url()).not.toContain('launch');
    const info = await page.evaluate(async () => {
      const headers = { 'Content-Type': 'application/json', Authorization: `Bearer ${window.name.split(' ')[1]}` };
      const reply = await fetch('/call/app-info', { method: 'POST', headers, body: '{}' });
      return (await reply.json()) as unknown;
    });
    expect(info).toMatchObject({ ok: true, value: { host: 'browser', dataPlace: join(folder, 'data') } });
    await quit(browser);
    expect(await host.code).toBe(0);
    expect(host.words()).toBe('');
    await expect(fetch(ORIGIN)).rejects.toThrow();
  });

  it('refuses to start twice and leaves the first one alone', async () => {
    const first = serve(['--no-window']);
    await vi.waitFor(() => expect(first.words()).toMatch(/^http:\/\/127\.0\.0\.1:47631\/#launch=.{43}\n$/u), PATIENCE);
    const seconds = Array.from({ length: 3 }, () => serve(HEADLESS));
    for (const second of seconds) {
      expect(await second.code).toBe(3);
      expect(second.words()).toContain('ポート 47631 は使われています');
    }
    expect((await fetch(ORIGIN)).status).toBe(200);
    expect(first.child.exitCode).toBeNull();
  });

  it('starts again at the same address after it was killed and its window was left behind', async () => {
    const killed = serve(HEADLESS);
    const left = await windowOf();
    await ownPage(left);
    killed.child.kill('SIGKILL');
    await killed.code;
    const host = serve(HEADLESS);
    await vi.waitFor(() => expect(left.isConnected()).toBe(false), PATIENCE);
    const browser = await windowOf();
    const page = await ownPage(browser);
    expect(await page.evaluate(() => location.origin)).toBe(ORIGIN);
    await quit(browser);
    expect(await host.code).toBe(0);
  });

  it('says why no window opened', async () => {
    const broken = join(folder, 'google-chrome');
    writeFileSync(broken, '#!/bin/sh\necho "cannot open display" >&2\nexit 1\n');
    chmodSync(broken, 0o755);
    const host = serve([], { ...process.env, PATH: `${folder}:${process.env['PATH']}` });
    expect(await host.code).toBe(5);
    expect(host.words()).toContain('窓を開けませんでした');
    expect(host.words()).toContain('cannot open display');
  });

  it('ends when the launch code is used twice', async () => {
    const host = serve(['--no-window']);
    await vi.waitFor(() => expect(host.words()).toContain('#launch='), PATIENCE);
    const code = host.words().trim().split('#launch=')[1];
    const launch = (): Promise<number | undefined> =>
      fetch(`${ORIGIN}/launch`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', Origin: ORIGIN },
        body: JSON.stringify({ code }),
      }).then(
        (reply) => reply.status,
        () => undefined,
      );
    expect(await launch()).toBe(200);
    await launch();
    expect(await host.code).toBe(6);
  });
});
