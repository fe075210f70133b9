import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { dataFolder, outputFolder } from '../../electron/folders.js';
import { fileManager } from '../../electron/show-in-folder.js';
import { temporaryFolder } from './temporary-host.js';

describe('the data folder', () => {
  it.each([
    ['linux', {}, '/home/a/.local/share/koshukai-desk'],
    ['linux', { XDG_DATA_HOME: '/data' }, '/data/koshukai-desk'],
    ['linux', { XDG_DATA_HOME: 'relative' }, '/home/a/.local/share/koshukai-desk'],
    ['darwin', {}, '/home/a/Library/Application Support/koshukai-desk'],
    ['win32', { APPDATA: '/roaming' }, '/roaming/koshukai-desk'],
  ] as const)('on %s with %j is %s', (platform, env, folder) => {
    expect(dataFolder({ platform, env, home: '/home/a' })).toBe(folder);
  });
});

describe('the output folder', () => {
  it('is in the documents of the user', () => {
    expect(outputFolder({ platform: 'darwin', env: {}, home: '/home/a' })).toBe('/home/a/Documents/講習会デスク');
    expect(outputFolder({ platform: 'linux', env: {}, home: '/home/a' })).toBe('/home/a/Documents/講習会デスク');
    expect(outputFolder({ platform: 'win32', env: {}, home: '/home/a' })).toBe('/home/a/Documents/講習会デスク');
  });

  it('follows the names that the desktop gave them', () => {
    const home = temporaryFolder();
    mkdirSync(join(home, '.config'));
    writeFileSync(
      join(home, '.config', 'user-dirs.dirs'),
      '# x\nXDG_DESKTOP_DIR="$HOME/a"\nXDG_DOCUMENTS_DIR="$HOME/ドキュメント"\n',
    );
    expect(outputFolder({ platform: 'linux', env: {}, home })).toBe(join(home, 'ドキュメント', '講習会デスク'));
  });
});

describe('the file manager', () => {
  it.each([
    ['win32', ['explorer.exe', ['/select,"/out/a b.xlsx"']]],
    ['darwin', ['open', ['-R', '/out/a b.xlsx']]],
    ['linux', ['xdg-open', ['/out']]],
  ] as const)('on %s', (platform, command) => {
    expect(fileManager('/out/a b.xlsx', platform)).toEqual(command);
  });
});
