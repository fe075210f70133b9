/**
 * The program without Electron: a server on the loopback address and a window of an installed Chromium, Chrome or Edge.
 *
 * # Protocol between the page and this host (renderer/host.ts is the other side)
 *
 * Origin: always `http://127.0.0.1:47631` (spelling and port never change, because IndexedDB belongs to them).
 *
 * 1. Launch. The host opens one window at `http://127.0.0.1:47631/#launch=<code>`. The page, before anything else
 *    (before a router looks at the fragment):
 *      a. takes the code out of `location.hash` and removes it: `history.replaceState(null, '', location.pathname)`
 *      b. `POST /launch`, `Content-Type: application/json`, body `{"code":"<code>"}` → 200 `{"token":"<token>"}`
 *      c. keeps the token: `window.name = 'koshukai-desk ' + token` and in memory; nowhere else.
 *    The code works once and for 30 seconds. A second use of the right code withdraws the token and ends the host:
 *    somebody read the code from the process list and was quicker or slower than the page.
 * 2. Reload. There is no code then; the page reads the token from `window.name`. That survives Ctrl+R and a crash of
 *    the page, belongs to this one window, is emptied when the window goes to another site, and Chromium does not
 *    write it to the disk (sessionStorage and history.state are written; a cookie would reach every port of 127.0.0.1).
 * 3. Calls. `POST /call/<name>`, `Content-Type: application/json`, `Authorization: Bearer <token>`, body = the input as
 *    JSON → 200 with an `Answer` of shared/ipc/contract.ts: `{"ok":true,"value":…}` or `{"ok":false,"error":{…}}`.
 *    A body above 25 MB is answered with BAD-INPUT.
 * 4. Anything else is 403 or 404 without a body. For the page: 403 on a call or at launch, or neither code nor token =
 *    this window does not belong to the running program: 「この窓は使えません。閉じて、もう一度起動してください。」;
 *    a failed fetch = the host is gone, the same advice.
 *
 * In Electron nothing of this exists: `window.deskHost.call(name, input)` gives the same `Answer`.
 *
 * # Starting
 *
 * `node dist/electron/serve.js [--no-window] [--data-dir=…] [--output-dir=…] [-- switches of the browser]`. `--no-window` prints
 * the launch address instead of opening it and runs until it is ended. Ends with 0 when the window was closed, 3 when
 * the port is taken, 4 without a browser, 5 when no window opened, 6 when the launch code was used twice.
 */
import type { Server } from 'node:http';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { dispatch } from './dispatch.js';
import { errorCode } from './disk.js';
import { dataFolder, outputFolder } from './folders.js';
import { type Host, hostOn } from './host.js';
import { browserArguments, findBrowser, openWindow, prepareProfile, profileFolder } from './hosts/browser.js';
import { closeLeftWindow } from './hosts/left-window.js';
import { LaunchPass } from './loopback/launch-pass.js';
import { startLoopback } from './loopback/server.js';
import { openWithSystem } from './open-with-system.js';
import { loopbackOrigin, PORT } from './origin.js';
import { rendererFiles } from './renderer-files.js';
import { showInFolder } from './show-in-folder.js';
import { VERSION } from './version.js';

const SWITCHES = {
  'no-window': { type: 'boolean', default: false },
  'data-dir': { type: 'string', default: dataFolder() },
  'output-dir': { type: 'string', default: outputFolder() },
} as const;

process.exitCode = await main();

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({ options: SWITCHES, allowPositionals: true });
  const pass = new LaunchPass();
  const stop = new AbortController();
  const host = hostOn({
    kind: 'browser',
    version: VERSION,
    dataDir: resolve(values['data-dir']),
    outputDir: resolve(values['output-dir']),
    showInFolder,
    openFile: openWithSystem,
  });
  const server = await listen(host, pass, stop);
  if (!server) return 3;
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => stop.abort(0));
  const address = `${loopbackOrigin(PORT)}/#launch=${pass.code}`;
  try {
    if (!values['no-window']) return await showWindow(host, address, pass, stop.signal, positionals);
    process.stdout.write(`${address}\n`);
    return await aborted(stop.signal);
  } finally {
    server.close();
    server.closeAllConnections();
    await host.jobs.endAll();
  }
}

async function listen(host: Host, pass: LaunchPass, stop: AbortController): Promise<Server | undefined> {
  const files = rendererFiles(join(import.meta.dirname, '..', 'renderer'));
  const onStolen = (): void => {
    say('起動の合言葉が二度使われました。ほかの人が使ったおそれがあるため終了します。もう一度起動してください。');
    stop.abort(6);
  };
  try {
    return await startLoopback({
      port: PORT,
      files,
      pass,
      call: (name, input) => dispatch(name, input, host),
      onStolen,
    });
  } catch (error) {
    if (!['EADDRINUSE', 'EACCES'].includes(errorCode(error) ?? '')) throw error;
    say(`ポート ${PORT} は使われています。講習会デスクがもう開いていれば、その窓を使ってください。`);
    say('開いていないときは、このポートを使っているソフトを終えてから、もう一度起動してください。');
    return undefined;
  }
}

async function showWindow(
  host: Host,
  address: string,
  pass: LaunchPass,
  stop: AbortSignal,
  switches: readonly string[],
): Promise<number> {
  const browser = findBrowser({ platform: process.platform, env: process.env, home: homedir() });
  if (!browser) {
    say('窓を開くブラウザーが見つかりません。Google Chrome、Microsoft Edge、Chromium のどれかを入れてください。');
    return 4;
  }
  const profile = profileFolder(browser, host.dataDir, homedir());
  prepareProfile(profile, loopbackOrigin(PORT));
  if (!(await closeLeftWindow(profile))) return leftOpen();
  // Chromium refuses to run as root with its sandbox; only test machines do that.
  const root = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const { child, ended } = openWindow(browser, [...browserArguments(profile, address), ...root, ...switches]);
  stop.addEventListener('abort', () => child.kill());
  const { code, words } = await ended;
  if (stop.aborted) return stop.reason as number;
  if (pass.used) return 0;
  if (code === 0) return leftOpen();
  say(`窓を開けませんでした（${browser.path}）。`);
  if (words !== '') say(words);
  return 5;
}

function leftOpen(): number {
  say(
    '窓が開く前に閉じられたか、前の講習会デスクの窓が残っています。残っている窓を閉じてから、もう一度起動してください。',
  );
  return 5;
}

async function aborted(signal: AbortSignal): Promise<number> {
  await new Promise<void>((done) => {
    signal.addEventListener('abort', () => done());
  });
  return signal.reason as number;
}

function say(sentence: string): void {
  process.stderr.write(`${sentence}\n`);
}
