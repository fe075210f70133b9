import { chmodSync, mkdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import {
  browserArguments,
  findBrowser,
  openWindow,
  prepareProfile,
  profileFolder,
} from '../../electron/hosts/browser.js';
import { closeLeftWindow } from '../../electron/hosts/left-window.js';
import { temporaryFolder } from './temporary-host.js';

function program(...path: string[]): string {
  const file = join(...path);
  mkdirSync(join(file, '..'), { recursive: true });
  writeFileSync(file, '#!/bin/sh\nexit 0\n');
  chmodSync(file, 0o755);
  return file;
}

describe('findBrowser', () => {
  it('takes Chrome before Edge before Chromium, wherever the path has them', () => {
    const folder = temporaryFolder();
    const env = { PATH: `relative:${folder}/a:${folder}/b` };
    const find = (): string | undefined => findBrowser({ platform: 'linux', env, home: folder })?.path;
    const chromium = program(folder, 'a', 'chromium');
    expect(find()).toBe(chromium);
    const edge = program(folder, 'b', 'microsoft-edge');
    expect(find()).toBe(edge);
    const chrome = program(folder, 'b', 'google-chrome');
    expect(find()).toBe(chrome);
    chmodSync(chrome, 0o644);
    expect(find()).toBe(edge);
  });

  it('looks into the program folders of macOS', () => {
    const home = temporaryFolder();
    const path = program(home, 'Applications', 'Microsoft Edge.app', 'Contents', 'MacOS', 'Microsoft Edge');
    expect(findBrowser({ platform: 'darwin', env: {}, home })).toEqual({ name: 'edge', path });
  });

  it('finds none where there is none', () => {
    expect(findBrowser({ platform: 'win32', env: {}, home: temporaryFolder() })).toBeUndefined();
  });
});

describe('the profile', () => {
  it('belongs to one browser; a snap gets a folder that it may enter', () => {
    expect(profileFolder({ name: 'edge', path: '/usr/bin/microsoft-edge' }, '/data', '/home/a')).toBe(
      '/data/profile-edge',
    );
    const snap = profileFolder({ name: 'chromium', path: '/snap/bin/chromium' }, '/data', '/home/a');
    expect(snap).toBe('/home/a/snap/chromium/common/koshukai-desk');
  });

  it('is made for the user only, with durable storage, and left alone afterwards', () => {
    const profile = join(temporaryFolder(), 'profile');
    prepareProfile(profile, 'http://127.0.0.1:47631');
    expect(statSync(profile).mode & 0o777).toBe(0o700);
    const preferences = join(profile, 'Default', 'Preferences');
    const text = readFileSync(preferences, 'utf8');
    expect(text).toContain('"durable_storage":{"http://127.0.0.1:47631,*":{"setting":1}}');
    writeFileSync(preferences, '{"own":1}');
    chmodSync(profile, 0o755);
    prepareProfile(profile, 'http://127.0.0.1:47631');
    expect(readFileSync(preferences, 'utf8')).toBe('{"own":1}');
    expect(statSync(profile).mode & 0o777).toBe(0o700);
  });
});

describe('the switches', () => {
  const args = browserArguments('/data/profile', 'http://127.0.0.1:47631/#launch=x');
  it('pin the engine behind IndexedDB and open no debugging port', () => {
    expect(args.filter((arg) => arg.startsWith('--disable-features='))).toHaveLength(1);
    expect(args.find((arg) => arg.startsWith('--disable-features='))).toContain('IdbSqliteOnDiskRollout');
    expect(args.join(' ')).not.toMatch(/remote-debugging|no-sandbox|disable-web-security|host-resolver-rules/u);
    expect(args).toContain('--user-data-dir=/data/profile');
  });

  it('give the engine the nursery that a large course needs', () => {
    expect(args).toContain('--js-flags=--max-semi-space-size=64');
  });
});

describe('openWindow', () => {
  it('tells how the browser ended and its last words', async () => {
    const path = program(temporaryFolder(), 'browser');
    writeFileSync(path, '#!/bin/sh\necho "no display $1" >&2\nexit 7\n');
    expect(await openWindow({ name: 'chromium', path }, ['-x']).ended).toEqual({ code: 7, words: 'no display -x' });
  });

  it('tells when there is no such program', async () => {
    const { ended } = openWindow({ name: 'chromium', path: join(temporaryFolder(), 'none') }, []);
    expect(await ended).toMatchObject({ code: null, words: expect.stringContaining('ENOENT') as string });
  });
});

describe('closeLeftWindow', () => {
  it('ends the browser that a killed host left on our profile, and no other process', async () => {
    const profile = temporaryFolder();
    const lock = join(profile, 'SingletonLock');
    expect(await closeLeftWindow(profile)).toBe(true);
    const sleeper = (argument: string): { id: number; gone: Promise<unknown> } => {
      const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)', argument], { stdio: 'ignore' });
      onTestFinished(() => void child.kill('SIGKILL'));
      return { id: child.pid ?? 0, gone: new Promise((resolve) => child.once('exit', resolve)) };
    };
    const stranger = sleeper('--user-data-dir=/another');
    symlinkSync(`host-${stranger.id}`, lock);
    expect(await closeLeftWindow(profile)).toBe(true);
    expect(process.kill(stranger.id, 0)).toBe(true);
    const left = sleeper(`--user-data-dir=${profile}`);
    const { rmSync } = await import('node:fs');
    rmSync(lock);
    symlinkSync(`host-${left.id}`, lock);
    expect(await closeLeftWindow(profile)).toBe(true);
    await left.gone;
  });
});
