/** The window of the browser host: an installed Chromium, Chrome or Edge with a profile of its own. */
import { type ChildProcess, spawn } from 'node:child_process';
import { accessSync, chmodSync, constants, existsSync, mkdirSync, statSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { JS_FLAGS } from '../engine-flags.js';

export type Browser = { readonly name: string; readonly path: string };

type Surroundings = {
  readonly platform: NodeJS.Platform;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly home: string;
};

const LINUX: readonly (readonly [name: string, command: string])[] = [
  ['chrome', 'google-chrome-stable'],
  ['chrome', 'google-chrome'],
  ['edge', 'microsoft-edge-stable'],
  ['edge', 'microsoft-edge'],
  ['chromium', 'chromium'],
  ['chromium', 'chromium-browser'],
];
const MAC = [
  ['chrome', 'Google Chrome.app/Contents/MacOS/Google Chrome'],
  ['edge', 'Microsoft Edge.app/Contents/MacOS/Microsoft Edge'],
  ['chromium', 'Chromium.app/Contents/MacOS/Chromium'],
] as const;
const WINDOWS = [
  ['chrome', 'Google\\Chrome\\Application\\chrome.exe'],
  ['edge', 'Microsoft\\Edge\\Application\\msedge.exe'],
  ['chromium', 'Chromium\\Application\\chrome.exe'],
] as const;

/** The browser to use: always the same one while it stays installed, because the profile belongs to it. */
export function findBrowser(surroundings: Surroundings): Browser | undefined {
  return candidates(surroundings).find(({ path }) => isProgram(path));
}

function candidates({ platform, env, home }: Surroundings): Browser[] {
  if (platform === 'win32') {
    const roots = [env['PROGRAMFILES'], env['PROGRAMFILES(X86)'], env['LOCALAPPDATA']].filter(
      (root) => root !== undefined,
    );
    return WINDOWS.flatMap(([name, path]) => roots.map((root) => ({ name, path: `${root}\\${path}` })));
  }
  if (platform === 'darwin') {
    const roots = ['/Applications', join(home, 'Applications')];
    return MAC.flatMap(([name, path]) => roots.map((root) => ({ name, path: join(root, path) })));
  }
  const roots = [
    ...(env['PATH'] ?? '').split(delimiter).filter((root) => root.startsWith('/')),
    '/usr/bin',
    '/snap/bin',
  ];
  return LINUX.flatMap(([name, command]) => roots.map((root) => ({ name, path: join(root, command) })));
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

/** The profile folder of a browser. Chromium from a snap may not enter hidden folders, only its own. */
export function profileFolder(browser: Browser, dataDir: string, home: string): string {
  if (browser.path.startsWith('/snap/')) return join(home, 'snap', 'chromium', 'common', 'koshukai-desk');
  return join(dataDir, `profile-${browser.name}`);
}

/**
 * Makes the profile, readable by the user only, with durable storage granted to our origin (asking for it in the page is
 * refused) and nothing that offers to store passwords or to translate.
 */
export function prepareProfile(profile: string, origin: string): void {
  mkdirSync(profile, { recursive: true, mode: 0o700 });
  if (process.platform !== 'win32') chmodSync(profile, 0o700);
  const preferences = join(profile, 'Default', 'Preferences');
  if (existsSync(preferences)) return;
  mkdirSync(join(profile, 'Default'), { recursive: true, mode: 0o700 });
  writeFileSync(preferences, JSON.stringify(firstPreferences(origin)), { mode: 0o600 });
}

function firstPreferences(origin: string): unknown {
  return {
    autofill: { credit_card_enabled: false, profile_enabled: false },
    credentials_enable_service: false,
    profile: {
      content_settings: { exceptions: { durable_storage: { [`${origin},*`]: { setting: 1 } } } },
      password_manager_enabled: false,
    },
    translate: { enabled: false },
  };
}

/**
 * Chromium replaces the engine behind IndexedDB by field trial and drops what the other engine holds. The old engine is pinned
 * from the first launch on; pinning it later would itself drop the data.
 */
const PINNED_OFF = ['IdbSqliteOnDiskRollout', 'Translate', 'MediaRouter', 'OptimizationHints'];

/** Switches of the window. Nothing leaves the machine: every address but the loopback goes to a proxy that is not there. */
export function browserArguments(profile: string, address: string): string[] {
  return [
    `--app=${address}`,
    `--user-data-dir=${profile}`,
    '--window-size=1366,768',
    '--lang=ja',
    `--js-flags=${JS_FLAGS}`,
    `--disable-features=${PINNED_OFF.join(',')}`,
    '--proxy-server=http://127.0.0.1:9',
    '--no-first-run',
    '--no-default-browser-check',
    '--no-pings',
    '--disable-background-mode',
    '--disable-background-networking',
    '--disable-breakpad',
    '--disable-component-update',
    '--disable-domain-reliability',
    '--disable-extensions',
    '--disable-sync',
    '--hide-crash-restore-bubble',
    '--password-store=basic',
    '--use-mock-keychain',
  ];
}

type Ending = { readonly code: number | null; readonly words: string };

/** Opens the window. `ended` settles when the last window of the profile is closed, with the last words of the browser. */
export function openWindow(browser: Browser, args: readonly string[]): { child: ChildProcess; ended: Promise<Ending> } {
  const child = spawn(browser.path, args, { stdio: ['ignore', 'ignore', 'pipe'] });
  let words = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    words = `${words}${text}`.slice(-2000);
  });
  const ended = new Promise<Ending>((resolve) => {
    child.once('error', (error) => resolve({ code: null, words: error.message }));
    child.once('exit', (code) => resolve({ code, words: words.trim() }));
  });
  return { child, ended };
}
