/** 保存場所: where the program keeps its data, and where it puts what the user asked for. */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

const DATA_NAME = 'koshukai-desk';
const OUTPUT_NAME = '講習会デスク';

type Surroundings = {
  readonly platform: NodeJS.Platform;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly home: string;
};

const HERE: Surroundings = { platform: process.platform, env: process.env, home: homedir() };

/** The data folder, the same for Electron and for the browser host. */
export function dataFolder({ platform, env, home }: Surroundings = HERE): string {
  if (platform === 'win32') return join(env['APPDATA'] ?? join(home, 'AppData', 'Roaming'), DATA_NAME);
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', DATA_NAME);
  return join(absolute(env['XDG_DATA_HOME']) ?? join(home, '.local', 'share'), DATA_NAME);
}

/** 「講習会デスク」 in the documents folder of the user. */
export function outputFolder(surroundings: Surroundings = HERE): string {
  return join(documentsFolder(surroundings), OUTPUT_NAME);
}

function documentsFolder({ platform, env, home }: Surroundings): string {
  if (platform === 'win32') return registryDocuments(env) ?? join(home, 'Documents');
  if (platform === 'darwin') return join(home, 'Documents');
  return absolute(env['XDG_DOCUMENTS_DIR']) ?? userDirsDocuments(env, home) ?? join(home, 'Documents');
}

/** The documents folder that the desktop was set up with, often ~/ドキュメント. */
function userDirsDocuments(env: Surroundings['env'], home: string): string | undefined {
  const file = join(absolute(env['XDG_CONFIG_HOME']) ?? join(home, '.config'), 'user-dirs.dirs');
  if (!existsSync(file)) return undefined;
  const value = /^XDG_DOCUMENTS_DIR="(.+)"$/mu.exec(readFileSync(file, 'utf8'))?.[1];
  return absolute(value?.replace('$HOME', home));
}

/** OneDrive and office set-ups move the documents folder; the registry knows where. */
function registryDocuments(env: Surroundings['env']): string | undefined {
  const key = 'HKCU\\Software\\Microsoft\\Windows\\CurrentVersion\\Explorer\\User Shell Folders';
  try {
    const options = { encoding: 'utf8', windowsHide: true, timeout: 5000 } as const;
    const text = execFileSync('reg', ['query', key, '/v', 'Personal'], {
      ...options,
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    const value = /REG_(?:EXPAND_)?SZ\s+(.+?)\s*$/mu.exec(text)?.[1];
    const path = value?.replace(/%([^%]+)%/gu, (whole, name: string) => env[name] ?? env[name.toUpperCase()] ?? whole);
    return path !== undefined && existsSync(path) ? path : undefined;
  } catch {
    return undefined;
  }
}

function absolute(path: string | undefined): string | undefined {
  return path?.startsWith('/') ? path : undefined;
}
