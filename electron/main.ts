/** The program in Electron: one instance, one window, one channel into the same dispatch as the browser host. */
import { join } from 'node:path';
import { app, type BrowserWindow, dialog, ipcMain, session, shell } from 'electron';
import { dispatch } from './dispatch.js';
import { JS_FLAGS } from './engine-flags.js';
import { dataFolder, outputFolder } from './folders.js';
import { type Host, hostOn } from './host.js';
import {
  guardContents,
  guardSession,
  isFromWindow,
  openDeskWindow,
  registerScheme,
  serveScheme,
  setMenu,
} from './hosts/electron.js';
import { PORT } from './origin.js';
import { holdPort } from './port-lock.js';
import { rendererFiles } from './renderer-files.js';
import { VERSION } from './version.js';

/** A page that crashes again and again is not loaded for ever. */
const MOST_RELOADS = 3;

let window: BrowserWindow | undefined;

app.enableSandbox();
// Chromium replaces the engine behind IndexedDB and drops what the other holds: pinned from the first launch on.
app.commandLine.appendSwitch('disable-features', 'IdbSqliteOnDiskRollout');
app.commandLine.appendSwitch('lang', 'ja');
app.commandLine.appendSwitch('js-flags', JS_FLAGS);
app.setPath('userData', join(dataFolder(), 'profile-electron'));
registerScheme();

if (app.requestSingleInstanceLock()) {
  app.on('second-instance', showWindow);
  app.on('window-all-closed', () => app.quit());
  app.on('web-contents-created', (_event, contents) => guardContents(contents));
  void app.whenReady().then(start);
} else {
  app.quit();
}

async function start(): Promise<void> {
  if (!(await holdPort())) {
    const reason = `ほかの窓（ブラウザー版）で開いているか、ポート ${PORT} がほかのソフトに使われています。`;
    dialog.showErrorBox('講習会デスクを開けません', `${reason}それを終えてから、もう一度起動してください。`);
    app.exit(3);
    return;
  }
  const host = hostOn({
    kind: 'electron',
    version: VERSION,
    dataDir: dataFolder(),
    outputDir: outputFolder(),
    showInFolder: async (path) => shell.showItemInFolder(path),
    // Resolves with what went wrong, or with nothing.
    openFile: async (path) => (await shell.openPath(path)) === '',
  });
  guardSession(session.defaultSession);
  serveScheme(rendererFiles(join(import.meta.dirname, '..', 'renderer')));
  ipcMain.handle('call', (event, name: unknown, input: unknown) => {
    if (!isFromWindow(event, window)) throw new Error('Not from our window');
    return dispatch(String(name), input, host);
  });
  endJobsFirst(host);
  setMenu();
  window = openDeskWindow(join(import.meta.dirname, 'preload.cjs'), app.isPackaged);
  window.on('closed', () => (window = undefined));
  reloadAfterCrash(window, host);
}

/** Long work takes back what it has half done before the process ends. */
function endJobsFirst(host: Host): void {
  app.on('will-quit', (event) => {
    if (!host.jobs.areBusy) return;
    event.preventDefault();
    void host.jobs.endAll().then(() => app.quit());
  });
}

function showWindow(): void {
  if (window?.isMinimized()) window.restore();
  window?.focus();
}

function reloadAfterCrash(opened: BrowserWindow, host: Host): void {
  let reloads = 0;
  opened.webContents.on('render-process-gone', (_event, { reason, exitCode }) => {
    if (reason === 'clean-exit') return;
    void host.faults.note({ message: `Page gone: ${reason} ${exitCode}`, stack: '' });
    reloads += 1;
    if (reloads <= MOST_RELOADS) opened.webContents.reload();
  });
}
