import type { Handler } from '../handler.js';

/** What runs here and where it keeps its files. */
export const appInfo: Handler<'app-info'> = (_input, host) => {
  if (host.kind === 'cli') throw new Error('The command line has no window to tell');
  return { version: host.version, host: host.kind, dataPlace: host.dataDir, outputPlace: host.outputDir };
};
