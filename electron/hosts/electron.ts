/** The window of Electron: our own files under our own origin, and nothing else that a browser can do. */
import { readFile } from 'node:fs/promises';
import {
  BrowserWindow,
  type IpcMainInvokeEvent,
  Menu,
  type MenuItemConstructorOptions,
  protocol,
  type Session,
  type WebContents,
} from 'electron';
import { DESK_ORIGIN, DESK_SCHEME } from '../origin.js';
import { fileHeaders, type RendererFiles } from '../renderer-files.js';
import { SECURITY_HEADERS } from '../security-headers.js';

/** Before the program is ready: `app://desk` is an origin like https, with storage of its own. */
export function registerScheme(): void {
  const privileges = { standard: true, secure: true, supportFetchAPI: true, codeCache: true };
  protocol.registerSchemesAsPrivileged([{ scheme: DESK_SCHEME, privileges }]);
}

/** Answers requests to `app://desk` from the list of our files. */
export function serveScheme(files: RendererFiles): void {
  protocol.handle(DESK_SCHEME, async (request) => {
    const file = request.method === 'GET' ? files.get(pathOf(request.url)) : undefined;
    if (!file) return new Response(null, { status: 404, headers: SECURITY_HEADERS });
    return new Response(await readFile(file.path), { headers: { ...SECURITY_HEADERS, ...fileHeaders(file) } });
  });
}

/** The path as it was sent; empty for another origin. */
function pathOf(url: string): string {
  return url.startsWith(`${DESK_ORIGIN}/`) ? (/^[^?#]*/u.exec(url.slice(DESK_ORIGIN.length))?.[0] ?? '') : '';
}

const GRANTED = 'clipboard-sanitized-write';

/** No permission but copying, no request to another address, no download past the program. */
export function guardSession(session: Session): void {
  session.setPermissionRequestHandler((contents, permission, answer) => {
    answer(permission === GRANTED && isOwnPage(contents.getURL()));
  });
  session.setPermissionCheckHandler((_contents, permission, origin) => {
    return permission === GRANTED && (origin === DESK_ORIGIN || origin === `${DESK_ORIGIN}/`);
  });
  session.setDevicePermissionHandler(() => false);
  session.webRequest.onBeforeRequest((request, answer) => {
    answer({ cancel: !isOwnPage(request.url) && !request.url.startsWith(`blob:${DESK_ORIGIN}/`) });
  });
  session.on('will-download', (event) => event.preventDefault());
}

/** A page goes nowhere else, opens nothing and holds no guest. */
export function guardContents(contents: WebContents): void {
  const stay = (event: { preventDefault(): void; url: string }): void => {
    if (!isOwnPage(event.url)) event.preventDefault();
  };
  contents.on('will-navigate', stay);
  contents.on('will-frame-navigate', stay);
  contents.on('will-redirect', stay);
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
}

/** True for a call from the page of our window itself, not from a frame in it or from what it was before. */
export function isFromWindow(event: IpcMainInvokeEvent, window: BrowserWindow | undefined): boolean {
  const frame = event.senderFrame;
  return (
    window !== undefined &&
    event.sender === window.webContents &&
    frame !== null &&
    frame.parent === null &&
    frame.origin === DESK_ORIGIN &&
    isOwnPage(frame.url)
  );
}

function isOwnPage(url: string): boolean {
  return url.startsWith(`${DESK_ORIGIN}/`);
}

/** The window, shown when its first picture is ready. */
export function openDeskWindow(preload: string, isPackaged: boolean): BrowserWindow {
  const window = new BrowserWindow({
    width: 1366,
    height: 768,
    minWidth: 1024,
    minHeight: 600,
    show: false,
    autoHideMenuBar: true,
    webPreferences: {
      preload,
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      webviewTag: false,
      navigateOnDragDrop: false,
      // The spelling checker would fetch its dictionaries from the network.
      spellcheck: false,
      devTools: !isPackaged,
    },
  });
  window.once('ready-to-show', () => window.show());
  void window.loadURL(`${DESK_ORIGIN}/`);
  return window;
}

/** The few commands that a window without a browser around it lacks. */
export function setMenu(): void {
  const edit: MenuItemConstructorOptions[] = [
    { role: 'cut', label: '切り取り' },
    { role: 'copy', label: 'コピー' },
    { role: 'paste', label: '貼り付け' },
    { role: 'selectAll', label: 'すべて選択' },
  ];
  const view: MenuItemConstructorOptions[] = [
    { role: 'reload', label: '読み込み直す' },
    { role: 'zoomIn', label: '大きくする' },
    { role: 'zoomOut', label: '小さくする' },
    { role: 'resetZoom', label: '元の大きさ' },
    { role: 'togglefullscreen', label: '全画面' },
  ];
  const menu: MenuItemConstructorOptions[] = [
    { label: 'ファイル', submenu: [{ role: 'quit', label: '終了' }] },
    { label: '編集', submenu: edit },
    { label: '表示', submenu: view },
  ];
  Menu.setApplicationMenu(Menu.buildFromTemplate(menu));
}
