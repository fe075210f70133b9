/** The files of the screens, listed once at the start: a request is looked up in the list and never becomes a path. */
import { readdirSync, realpathSync } from 'node:fs';
import { extname, isAbsolute, join, relative, sep } from 'node:path';
import { PDF_WORKER_POLICY } from './security-headers.js';

type RendererFile = {
  readonly path: string;
  readonly type: string;
  readonly cache: string;
  /** Another policy than that of all other files. */
  readonly policy?: string;
};
/** By path of the URL as it is sent: `/`, `/assets/main-1a2b3c.js`. */
export type RendererFiles = ReadonlyMap<string, RendererFile>;

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.md': 'text/plain; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.woff2': 'font/woff2',
};

const PDF_WORKER = /^assets\/pdf\.worker\.min-[\w-]+\.mjs$/u;

/** The headers of a file beside those that all answers have. */
export function fileHeaders({ type, cache, policy }: RendererFile): Record<string, string> {
  return {
    'Content-Type': type,
    'Cache-Control': cache,
    ...(policy === undefined ? {} : { 'Content-Security-Policy': policy }),
  };
}

/** Lists a folder with everything below it. A link that leads out of the folder is left out. */
export function rendererFiles(root: string): RendererFiles {
  const files = new Map<string, RendererFile>();
  for (const path of filesBelow(root)) {
    if (!isInside(root, path)) continue;
    const name = relative(root, path).split(sep).map(encodeURIComponent).join('/');
    const file = {
      path,
      type: TYPES[extname(path).toLowerCase()] ?? 'application/octet-stream',
      // Vite puts a hash of the content into the names below assets/.
      cache: name.startsWith('assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
      ...(PDF_WORKER.test(name) ? { policy: PDF_WORKER_POLICY } : {}),
    };
    files.set(`/${name}`, file);
    if (name === 'index.html') files.set('/', file);
  }
  return files;
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? filesBelow(path) : [path];
  });
}

function isInside(root: string, path: string): boolean {
  const inside = relative(realpathSync(root), realpathSync(path));
  return inside !== '' && !inside.startsWith(`..${sep}`) && inside !== '..' && !isAbsolute(inside);
}
