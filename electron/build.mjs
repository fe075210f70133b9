// Builds what is missing or older than its sources: the screens (dist/renderer) and the machine (dist/electron).
// `node electron/build.mjs [--only=renderer|machine]`; other scripts import `build`. Everything it says goes to stderr.
import { createHash } from 'node:crypto';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const dist = join(root, 'dist');
const COMMON = ['shared', 'resources', 'package.json', 'package-lock.json'];
const PARTS = {
  renderer: { folder: 'renderer', sources: ['renderer', 'electron/build.mjs', ...COMMON], make: makeRenderer },
  machine: { folder: 'electron', sources: ['electron', ...COMMON], make: makeMachine },
};
const PATIENCE = 180_000;

/** Makes the parts that are missing or stale; returns their names. */
export async function build(parts = Object.keys(PARTS)) {
  if (parts.every(isFresh)) return [];
  const unlock = await lock();
  try {
    const stale = parts.filter((part) => !isFresh(part));
    for (const part of stale) await make(part);
    return stale;
  } finally {
    unlock();
  }
}

/** A part is made beside the old one and then takes its place, so that nobody finds half of it. */
async function make(part) {
  const { folder, sources, make } = PARTS[part];
  const state = stateOf(sources);
  const next = join(dist, `.next-${folder}`);
  const old = join(dist, `.old-${folder}`);
  rmSync(next, { recursive: true, force: true });
  rmSync(old, { recursive: true, force: true });
  await make(next);
  writeFileSync(join(next, '.state'), state);
  if (existsSync(join(dist, folder))) renameSync(join(dist, folder), old);
  renameSync(next, join(dist, folder));
  rmSync(old, { recursive: true, force: true });
}

function isFresh(part) {
  const { folder, sources } = PARTS[part];
  const stamp = join(dist, folder, '.state');
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === stateOf(sources);
}

/** Names, sizes and times of all sources as one hash. */
function stateOf(sources) {
  const hash = createHash('sha256');
  for (const source of sources) {
    const path = join(root, source);
    if (existsSync(path)) note(hash, path, source);
  }
  return hash.digest('hex');
}

function note(hash, path, name) {
  const found = statSync(path);
  if (!found.isDirectory()) return hash.update(`${name}\n${found.size}\n${found.mtimeMs}\n`);
  for (const entry of readdirSync(path).sort()) note(hash, join(path, entry), `${name}/${entry}`);
}

async function makeRenderer(outDir) {
  await bundle({ configFile: join(root, 'renderer/vite.config.ts'), root: join(root, 'renderer'), build: { outDir } });
  // A browser asks for it by this name and shows it as the picture of our window.
  copyFileSync(join(root, 'resources/icons/icon.ico'), join(outDir, 'favicon.ico'));
}

async function makeMachine(outDir) {
  const input = Object.fromEntries(['main', 'serve', 'cli'].map((name) => [name, join(root, `electron/${name}.ts`)]));
  await bundleNode(outDir, input, {
    format: 'es',
    entryFileNames: '[name].js',
    chunkFileNames: 'chunks/[name]-[hash].js',
  });
  // A sandboxed preload is CommonJS and may ask for nothing but electron.
  await bundleNode(
    outDir,
    { preload: join(root, 'electron/preload.ts') },
    { format: 'cjs', entryFileNames: '[name].cjs' },
  );
}

/** Everything is bundled, so that the package needs no node_modules; unzipper asks for an S3 client that we never use. */
function bundleNode(outDir, input, output) {
  return bundle({
    configFile: false,
    root,
    ssr: { noExternal: true },
    build: {
      ssr: true,
      outDir,
      emptyOutDir: false,
      target: 'node20',
      copyPublicDir: false,
      rolldownOptions: { input, output, external: ['electron', '@aws-sdk/client-s3'] },
    },
  });
}

async function bundle(config) {
  const { build: bundleWith } = await import('vite');
  const say = (message) => process.stderr.write(`${message}\n`);
  const silent = () => undefined;
  const customLogger = {
    info: silent,
    warn: say,
    warnOnce: say,
    error: say,
    clearScreen: silent,
    hasErrorLogged: () => false,
    hasWarned: false,
  };
  // Read from the disk, so a large chunk costs nothing.
  const build = { ...config.build, chunkSizeWarningLimit: 10_000 };
  await bundleWith({ mode: 'production', logLevel: 'warn', customLogger, ...config, build });
}

/** One build at a time: tests, the command line and the start may all find something stale at once. */
async function lock() {
  const path = join(dist, '.building');
  mkdirSync(dist, { recursive: true });
  for (let waited = 0; ; waited += 100) {
    try {
      mkdirSync(path);
      writeFileSync(join(path, 'pid'), String(process.pid));
      return () => rmSync(path, { recursive: true, force: true });
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    }
    if (waited > PATIENCE || isLeft(path, waited)) rmSync(path, { recursive: true, force: true });
    else await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/** A build that was ended by force leaves its lock behind. */
function isLeft(path, waited) {
  try {
    process.kill(Number(readFileSync(join(path, 'pid'), 'utf8')), 0);
    return false;
  } catch (error) {
    return error.code === 'ESRCH' || waited > 1000;
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const only = /^--only=(renderer|machine)$/u.exec(process.argv[2] ?? '')?.[1];
  try {
    const made = await build(only ? [only] : undefined);
    process.stderr.write(made.length > 0 ? `built: ${made.join(', ')}\n` : 'nothing to build\n');
  } catch (error) {
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  }
}
