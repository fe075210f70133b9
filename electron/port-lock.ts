import { createServer, type Server } from 'node:net';
import { ADDRESS, PORT } from './origin.js';

/**
 * Holds the port of the browser host without serving anything on it: the operating system gives it to one program only and takes
 * it back when that ends, however it ends. Undefined when it is taken.
 */
export function holdPort(): Promise<Server | undefined> {
  const server = createServer((socket) => socket.destroy());
  return new Promise((resolve) => {
    server.once('error', () => resolve(undefined));
    server.listen(PORT, ADDRESS, () => resolve(server.unref()));
  });
}
