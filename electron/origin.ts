/**
 * The port of the browser host. Fixed, because IndexedDB belongs to an origin; the Electron host holds it too, so that
 * never two programs write into one data folder.
 */
export const PORT = 47_631;
export const ADDRESS = '127.0.0.1';

/** The one spelling of the browser host's origin for a port. */
export function loopbackOrigin(port: number): string {
  return `http://${ADDRESS}:${port}`;
}

/** The origin of the screens in Electron. */
export const DESK_SCHEME = 'app';
export const DESK_ORIGIN = 'app://desk';
