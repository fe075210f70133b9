// `npm start`: builds what is missing, then opens the program in Electron where its binary is or can be fetched, else in an
// installed Chromium, Chrome or Edge. `--host=electron|browser` decides by hand; everything else goes to the host.
import { spawn } from 'node:child_process';
import { lookup } from 'node:dns/promises';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const electronFolder = join(root, 'node_modules', 'electron');
const notFetched = join(root, 'dist', '.electron-not-fetched');

/** Milliseconds for finding out whether there is a network, and for fetching Electron when nobody asked for it. */
const LOOKUP_TIME = 1500;
const FETCH_TIME = 90_000;
const FETCH_TIME_ASKED = 600_000;

process.exitCode = await main(process.argv.slice(2));

async function main(args) {
  const wanted = args.find((arg) => arg.startsWith('--host='))?.slice('--host='.length);
  if (wanted !== undefined && wanted !== 'electron' && wanted !== 'browser') {
    return fail('--host には electron か browser を指定してください。');
  }
  if (!existsSync(join(root, 'node_modules', 'vite'))) return fail('先に npm ci を実行してください。');
  const rest = args.filter((arg) => !arg.startsWith('--host='));
  const built = await builtOrWords();
  if (built !== undefined)
    return fail(`組み立てられませんでした。npm ci をしてから、もう一度お試しください。\n${built}`);

  const electron = wanted === 'browser' ? undefined : await findElectron(wanted === 'electron');
  if (electron) {
    process.stdout.write('講習会デスクを Electron で開きます。\n');
    return run(electron, [root, ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), ...rest]);
  }
  if (wanted === 'electron') return fail('Electron の実行ファイルがなく、取り寄せられませんでした。');
  const why = wanted === 'browser' ? '--host=browser の指定' : 'Electron の実行ファイルがないため';
  process.stdout.write(`講習会デスクをブラウザーの窓で開きます（${why}）。終えるときは窓を閉じてください。\n`);
  return run(process.execPath, ['--no-warnings', join(root, 'dist', 'electron', 'serve.js'), ...rest]);
}

/** What stopped the build, or undefined. */
async function builtOrWords() {
  try {
    const { build } = await import('./build.mjs');
    await build();
    return undefined;
  } catch (error) {
    return error.message;
  }
}

/** The binary of Electron; fetched once when there is a network. A failed attempt is not repeated until it is asked for. */
async function findElectron(asked) {
  const found = electronBinary();
  if (found) return found;
  const version = JSON.parse(readFileSync(join(electronFolder, 'package.json'), 'utf8')).version;
  const triedBefore = existsSync(notFetched) && readFileSync(notFetched, 'utf8') === version;
  if ((triedBefore && !asked) || !(await isOnline())) return undefined;
  process.stdout.write('Electron の実行ファイルを取り寄せています（最初の一度だけ）。\n');
  await run(process.execPath, [join(electronFolder, 'install.js')], asked ? FETCH_TIME_ASKED : FETCH_TIME);
  const fetched = electronBinary();
  if (!fetched) {
    mkdirSync(dirname(notFetched), { recursive: true });
    writeFileSync(notFetched, version);
  }
  return fetched;
}

function electronBinary() {
  const note = join(electronFolder, 'path.txt');
  if (!existsSync(note)) return undefined;
  const folder = process.env.ELECTRON_OVERRIDE_DIST_PATH ?? join(electronFolder, 'dist');
  const binary = join(folder, readFileSync(note, 'utf8'));
  return existsSync(binary) ? binary : undefined;
}

/** True when the place that Electron is fetched from has an address. */
async function isOnline() {
  const mirror = process.env.ELECTRON_MIRROR ?? process.env.npm_config_electron_mirror ?? 'https://github.com/';
  const timeout = new Promise((resolve) => setTimeout(resolve, LOOKUP_TIME, undefined).unref());
  const address = await Promise.race([lookup(new URL(mirror).hostname).catch(() => undefined), timeout]);
  return address !== undefined;
}

/** Runs a program to its end and returns its exit code; ends it with us, or after `time` milliseconds. */
function run(command, args, time) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { stdio: 'inherit', ...(time === undefined ? {} : { timeout: time }) });
    const stop = (signal) => void child.kill(signal);
    const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
    for (const signal of signals) process.on(signal, stop);
    const done = (code) => {
      for (const signal of signals) process.off(signal, stop);
      resolve(code ?? 1);
    };
    child.once('error', (error) => done(fail(error.message)));
    child.once('exit', done);
  });
}

function fail(words) {
  process.stderr.write(`${words}\n`);
  return 1;
}
