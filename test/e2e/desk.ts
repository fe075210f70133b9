/** The program as a user gets it: the built browser host and a real Chromium window on a profile of its own. */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { type BrowserContext, chromium, type Page } from 'playwright-core';
import { findChromium } from '../support/chromium.mjs';

const SERVE = fileURLToPath(new URL('../../dist/electron/serve.js', import.meta.url));
const SWITCHES = ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--lang=ja'];

export type Desk = {
  readonly page: Page;
  readonly context: BrowserContext;
  readonly dataDir: string;
  readonly outputDir: string;
  /** Everything that the page's strict policy refused; must stay empty. */
  readonly violations: readonly string[];
  /** Faults thrown in the page; must stay empty. */
  readonly faults: readonly string[];
  readonly close: () => Promise<void>;
};

export type DeskOptions = {
  /** Folder of an earlier desk, to open the same data again. */
  readonly home?: string;
  readonly size?: { readonly width: number; readonly height: number };
  readonly colorScheme?: 'light' | 'dark';
};

/** A new folder for one desk; removed by the caller. */
export function newHome(): string {
  return mkdtempSync(join(tmpdir(), 'koshu-desk-'));
}

export function removeHome(home: string): void {
  rmSync(home, { recursive: true, force: true, maxRetries: 5 });
}

/** Starts the host and opens its window. */
export async function openDesk(options: DeskOptions = {}): Promise<Desk & { readonly home: string }> {
  const home = options.home ?? newHome();
  const dataDir = join(home, 'data');
  const outputDir = join(home, 'output');
  const { host, address } = await startHost(dataDir, outputDir);
  const context = await chromium.launchPersistentContext(join(home, 'profile'), {
    executablePath: findChromium() ?? '',
    headless: true,
    args: SWITCHES,
    viewport: options.size ?? { width: 1366, height: 768 },
    locale: 'ja-JP',
    timezoneId: 'Asia/Tokyo',
    colorScheme: options.colorScheme ?? 'light',
  });
  const page = context.pages()[0] ?? (await context.newPage());
  const violations: string[] = [];
  const faults: string[] = [];
  page.on('console', (message) => {
    if (/Content Security Policy|TrustedHTML|TrustedScript/.test(message.text())) violations.push(message.text());
  });
  page.on('pageerror', (error) => faults.push(error.message));
  await page.goto(address);
  const close = async (): Promise<void> => {
    try {
      await context.close();
    } catch (error) {
      // A test that killed the browser itself has nothing left to close.
      if (!(error instanceof Error) || !error.message.includes('has been closed')) throw error;
    } finally {
      await ended(host);
    }
  };
  return { page, context, dataDir, outputDir, violations, faults, close, home };
}

/** A test that fails before it closes its desk must not keep the program's only port. */
const running = new Set<ChildProcess>();
process.once('exit', () => {
  for (const host of running) host.kill('SIGKILL');
});

/** Starts the built host without a window; resolves with its launch address. */
export async function startHost(dataDir: string, outputDir: string): Promise<{ host: ChildProcess; address: string }> {
  const host = spawn(process.execPath, [SERVE, '--no-window', `--data-dir=${dataDir}`, `--output-dir=${outputDir}`], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running.add(host);
  host.once('exit', () => running.delete(host));
  let words = '';
  host.stderr.setEncoding('utf8').on('data', (text: string) => {
    words += text;
  });
  const address = await new Promise<string>((resolve, reject) => {
    createInterface({ input: host.stdout }).once('line', resolve);
    host.once('exit', (code) => {
      reject(new Error(`the host ended with ${String(code)}: ${words}`));
    });
  });
  return { host, address };
}

export async function ended(host: ChildProcess): Promise<void> {
  if (host.exitCode !== null || host.signalCode !== null) return;
  const gone = new Promise<void>((resolve) => {
    host.once('exit', () => {
      resolve();
    });
  });
  host.kill('SIGTERM');
  await gone;
}
