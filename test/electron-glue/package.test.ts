/** The package: its description checked by electron-builder itself, and packed around a hollow Electron. */
import { execFile, execFileSync } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { temporaryFolderForFile } from '../host/temporary-host.js';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const load = createRequire(import.meta.url);
const config = parse(readFileSync(join(ROOT, 'electron-builder.yml'), 'utf8')) as Record<string, unknown>;

type Validate = (config: unknown, debug: unknown) => Promise<void>;
type Asar = {
  listPackage(path: string, options: object): string[];
  extractFile(path: string, name: string): Buffer;
  createPackage(from: string, to: string): Promise<void>;
};

const { validateConfiguration } = load('app-builder-lib/out/util/config/config.js') as {
  validateConfiguration: Validate;
};
const asar = load('@electron/asar') as Asar;

async function isValid(value: unknown): Promise<boolean> {
  return validateConfiguration(value, { isEnabled: false, add: () => undefined }).then(
    () => true,
    () => false,
  );
}

describe('electron-builder.yml', () => {
  it('is what electron-builder understands', async () => {
    expect(await isValid(config)).toBe(true);
    expect(await isValid({ ...config, electronFuse: {} })).toBe(false);
    expect(await isValid({ ...config, electronFuses: { runAsNodes: false } })).toBe(false);
    expect(await isValid({ ...config, asar: 'yes' })).toBe(false);
  });

  it('gives every picture that it names, as what its name says', () => {
    const icons = join(ROOT, 'resources', 'icons');
    expect(readFileSync(join(icons, 'icon.ico')).subarray(0, 4).toString('hex')).toBe('00000100');
    expect(readFileSync(join(icons, 'icon.icns')).subarray(0, 4).toString()).toBe('icns');
    for (const name of readdirSync(join(icons, 'linux'))) {
      const png = readFileSync(join(icons, 'linux', name));
      expect(`${png.readUInt32BE(16)}x${png.readUInt32BE(20)}.png`).toBe(name);
    }
  });
});

/** The fuse wire in the binary of Electron: a mark, version, number of fuses, one character each; 0 off, 1 on. */
const MARK = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';
/** What Electron is built with; the ninth (Wasm trap handlers) stays as it is. */
const WIRE_BEFORE = '101100011';

describe('the package for Linux', () => {
  const folder = temporaryFolderForFile();
  const packed = join(folder, 'release', 'linux-unpacked');

  beforeAll(async () => {
    const project = join(folder, 'project');
    const hollow = await hollowElectron(join(folder, 'hollow'));
    mkdirSync(join(project, 'dist', 'renderer'), { recursive: true });
    execFileSync(process.execPath, [join(ROOT, 'electron', 'build.mjs'), '--only=machine'], { stdio: 'pipe' });
    execFileSync('cp', ['-R', join(ROOT, 'dist', 'electron'), join(project, 'dist', 'electron')]);
    writeFileSync(join(project, 'dist', 'renderer', 'index.html'), '<!doctype html>');
    symlinkSync(join(ROOT, 'resources'), join(project, 'resources'));
    for (const name of ['package.json', 'LICENSE', 'electron-builder.yml']) {
      copyFileSync(join(ROOT, name), join(project, name));
    }
    const electronVersion = (load('electron/package.json') as { version: string }).version;
    const builder = join(ROOT, 'node_modules', 'electron-builder', 'cli.js');
    const settings = { electronDist: hollow, electronVersion, 'directories.output': join(folder, 'release') };
    const args = Object.entries(settings).map(([name, value]) => `--config.${name}=${value}`);
    await promisify(execFile)(process.execPath, [builder, '--linux', '--x64', '--dir', '--publish=never', ...args], {
      cwd: project,
    });
  }, 180_000);

  it('holds the program and nothing else', () => {
    const path = join(packed, 'resources', 'app.asar');
    const names = asar.listPackage(path, {}).map((name) => name.replaceAll('\\', '/'));
    expect(names).toContain('/dist/electron/main.js');
    expect(names).toContain('/dist/electron/preload.cjs');
    expect(names).toContain('/dist/renderer/index.html');
    const tops = new Set(names.map((name) => name.split('/')[1]));
    expect([...tops].sort()).toEqual(['LICENSE', 'dist', 'package.json']);
    expect(names.filter((name) => /node_modules|\.state$|\.ts$|\.map$/u.test(name))).toEqual([]);
    const manifest = JSON.parse(asar.extractFile(path, 'package.json').toString()) as Record<string, unknown>;
    expect(manifest).toMatchObject({ main: 'dist/electron/main.js', type: 'module' });
  });

  it('has a program of an ASCII name with every fuse as it should be', () => {
    expect(existsSync(join(packed, 'koshukai-desk'))).toBe(true);
    const binary = readFileSync(join(packed, 'koshukai-desk'), 'latin1');
    const wire = binary.slice(binary.indexOf(MARK) + MARK.length);
    expect([wire.charCodeAt(0), wire.charCodeAt(1)]).toEqual([1, WIRE_BEFORE.length]);
    // In Electron's order: RunAsNode, CookieEncryption, NodeOptions, NodeCliInspect, AsarIntegrity, OnlyAsar, BrowserSnapshot, FilePrivileges, Wasm
    expect(wire.slice(2, 2 + WIRE_BEFORE.length)).toBe('010011001');
  });
});

/** A folder that looks like an unpacked Electron. */
async function hollowElectron(path: string): Promise<string> {
  mkdirSync(join(path, 'locales'), { recursive: true });
  mkdirSync(join(path, 'resources'));
  const wire = Buffer.concat([Buffer.from(MARK), Buffer.from([1, WIRE_BEFORE.length]), Buffer.from(WIRE_BEFORE)]);
  writeFileSync(join(path, 'electron'), Buffer.concat([Buffer.alloc(64), wire, Buffer.alloc(64)]));
  chmodSync(join(path, 'electron'), 0o755);
  for (const name of ['version', 'LICENSE', 'LICENSES.chromium.html', 'resources.pak', 'icudtl.dat', 'libffmpeg.so']) {
    writeFileSync(join(path, name), name);
  }
  writeFileSync(join(path, 'locales', 'ja.pak'), '');
  writeFileSync(join(path, 'locales', 'en-US.pak'), '');
  mkdirSync(join(path, 'default_app'));
  writeFileSync(join(path, 'default_app', 'main.js'), '');
  await asar.createPackage(join(path, 'default_app'), join(path, 'resources', 'default_app.asar'));
  return path;
}
