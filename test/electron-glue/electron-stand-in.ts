/**
 * A strict stand-in for the module `electron`: it has what the program uses and throws for anything else, and it knows option
 * and event names from Electron's own type definitions. Real windows are tested by test/electron where the binary is.
 */
import { EventEmitter } from 'node:events';
import { readFileSync } from 'node:fs';

const TYPES = readFileSync(new URL('../../node_modules/electron/electron.d.ts', import.meta.url), 'utf8');
const EVENTS = new Set([...TYPES.matchAll(/\bon\(event: '([^']+)'/gu)].map((match) => match[1]));

/** Names of the members of an interface of Electron. */
function membersOf(name: string): Set<string> {
  const body = new RegExp(`interface ${name}(?: extends (\\w+))? \\{\\n(.*?)\\n  \\}`, 'su').exec(TYPES);
  if (!body) throw new Error(`electron.d.ts has no ${name}`);
  const own = [...(body[2] ?? '').matchAll(/^ {4}(\w+)\??:/gmu)].map((match) => match[1] ?? '');
  return new Set([...own, ...(body[1] ? membersOf(body[1]) : [])]);
}

function expectMembers(options: object, name: string): void {
  const known = membersOf(name);
  for (const key of Object.keys(options)) if (!known.has(key)) throw new Error(`${name} has no ${key}`);
}

/** An object whose unknown members throw. */
function strict<T extends object>(name: string, members: T): T {
  return new Proxy(members, {
    get(target, key, receiver) {
      if (typeof key === 'symbol' || key in target || key === 'then')
        return Reflect.get(target, key, receiver) as unknown;
      throw new Error(`The stand-in has no ${name}.${key}`);
    },
  });
}

class StrictEmitter extends EventEmitter {
  override on(event: string, listener: (...args: never[]) => void): this {
    if (!EVENTS.has(event)) throw new Error(`Electron has no event ${event}`);
    return super.on(event, listener as never);
  }
}

export class WebContentsStandIn extends StrictEmitter {
  openHandler: (() => unknown) | undefined;
  reloads = 0;
  readonly setWindowOpenHandler = (handler: () => unknown): void => void (this.openHandler = handler);
  readonly reload = (): void => void (this.reloads += 1);
}

type Frame = { readonly origin: string; readonly url: string; readonly parent: Frame | null };

type Call = (event: { sender: unknown; senderFrame: Frame | null }, name: unknown, input?: unknown) => unknown;

/** One fresh Electron; `log` has what was asked of it, in order. */
export class ElectronStandIn {
  readonly log: string[] = [];
  readonly switches: [string, string | undefined][] = [];
  readonly paths: Record<string, string> = {};
  readonly windows: BrowserWindowStandIn[] = [];
  readonly shown: string[] = [];
  readonly openedFiles: string[] = [];
  readonly dialogs: string[][] = [];
  readonly exits: number[] = [];
  privileges: { scheme: string; privileges: object }[] = [];
  handlers = new Map<string, Call>();
  schemes = new Map<string, (request: Request) => Promise<Response>>();
  menu: unknown;
  isFirst = true;
  ready: () => void = () => undefined;
  readonly app: StrictEmitter;
  readonly session: SessionStandIn;

  constructor() {
    const whenReady = new Promise<void>((resolve) => (this.ready = resolve));
    const emitter = new StrictEmitter();
    const note = (name: string): void => void this.log.push(name);
    this.app = strict(
      'app',
      Object.assign(emitter, {
        isPackaged: false,
        enableSandbox: () => note('enableSandbox'),
        commandLine: strict('commandLine', {
          appendSwitch: (name: string, value?: string) => void this.switches.push([name, value]),
        }),
        setPath: (name: string, path: string) => (note('setPath'), void (this.paths[name] = path)),
        requestSingleInstanceLock: () => (note('lock'), this.isFirst),
        whenReady: () => (note('whenReady'), whenReady),
        quit: () => note('quit'),
        exit: (code: number) => void this.exits.push(code),
      }),
    );
    this.session = new SessionStandIn();
  }

  /** What `import 'electron'` gives. */
  get module(): Record<string, unknown> {
    const { log, handlers, schemes, windows } = this;
    const members = {
      app: this.app,
      BrowserWindow: class extends BrowserWindowStandIn {
        constructor(options: WindowOptions) {
          super(options);
          windows.push(this);
        }
      },
      dialog: strict('dialog', { showErrorBox: (...words: string[]) => void this.dialogs.push(words) }),
      ipcMain: strict('ipcMain', { handle: (name: string, handler: Call) => void handlers.set(name, handler) }),
      Menu: strict('Menu', {
        buildFromTemplate: (template: unknown) => template,
        setApplicationMenu: (menu: unknown) => void (this.menu = menu),
      }),
      protocol: strict('protocol', {
        registerSchemesAsPrivileged: (schemesOf: { scheme: string; privileges: object }[]) => {
          log.push('registerSchemesAsPrivileged');
          for (const { privileges } of schemesOf) expectMembers(privileges, 'Privileges');
          this.privileges = schemesOf;
        },
        handle: (scheme: string, handler: (request: Request) => Promise<Response>) => void schemes.set(scheme, handler),
      }),
      session: strict('session', { defaultSession: this.session.module }),
      shell: strict('shell', {
        showItemInFolder: (path: string) => void this.shown.push(path),
        openPath: async (path: string) => (this.openedFiles.push(path), ''),
      }),
    };
    return strict('electron', { ...members, default: members });
  }
}

type Answer = (granted: boolean) => void;

export class SessionStandIn {
  request: ((contents: { getURL(): string }, permission: string, answer: Answer) => void) | undefined;
  check: ((contents: unknown, permission: string, origin: string) => boolean) | undefined;
  device: (() => boolean) | undefined;
  beforeRequest: ((request: { url: string }, answer: (said: { cancel: boolean }) => void) => void) | undefined;
  readonly emitter = new StrictEmitter();
  readonly module = strict(
    'session',
    Object.assign(this.emitter, {
      setPermissionRequestHandler: (handler: SessionStandIn['request']) => void (this.request = handler),
      setPermissionCheckHandler: (handler: SessionStandIn['check']) => void (this.check = handler),
      setDevicePermissionHandler: (handler: SessionStandIn['device']) => void (this.device = handler),
      webRequest: strict('webRequest', {
        onBeforeRequest: (handler: SessionStandIn['beforeRequest']) => void (this.beforeRequest = handler),
      }),
    }),
  );
}

type WindowOptions = Record<string, unknown> & { readonly webPreferences?: Record<string, unknown> };

export class BrowserWindowStandIn extends StrictEmitter {
  readonly webContents = new WebContentsStandIn();
  readonly loaded: string[] = [];
  isShown = false;
  focused = 0;

  constructor(readonly options: WindowOptions) {
    super();
    expectMembers(options, 'BrowserWindowConstructorOptions');
    expectMembers(options.webPreferences ?? {}, 'WebPreferences');
  }

  readonly loadURL = async (url: string): Promise<void> => void this.loaded.push(url);
  readonly show = (): void => void (this.isShown = true);
  readonly isMinimized = (): boolean => false;
  readonly restore = (): void => undefined;
  readonly focus = (): void => void (this.focused += 1);
}
