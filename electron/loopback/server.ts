/** The loopback server: static files for anyone who spells us right, calls for our own window only. See ../serve.ts. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { readFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import type { Answer } from '../../shared/ipc/contract.js';
import { ADDRESS, loopbackOrigin } from '../origin.js';
import { Refused } from '../refused.js';
import { fileHeaders, type RendererFiles } from '../renderer-files.js';
import { SECURITY_HEADERS } from '../security-headers.js';
import type { LaunchPass } from './launch-pass.js';
import { readJson, TOO_LARGE } from './read-json.js';

type Options = {
  /** 0 takes any free port, for tests. */
  readonly port: number;
  readonly files: RendererFiles;
  readonly pass: LaunchPass;
  readonly call: (name: string, input: unknown) => Promise<Answer<unknown>>;
  /** The launch code came a second time. */
  readonly onStolen: () => void;
};

/** Largest body of a call; a list is sent whole, as base64, which takes a third more than the file. */
const MEGABYTE = 1024 * 1024;
const BODY_MEGABYTES = 25;
const BODY_MEGABYTES_OF: Readonly<Record<string, number>> = {
  'read-table': 30,
  // 25 MB as base64, and its name.
  'keep-file': 34,
};
const CODE_BYTES = 200;
/** After so many wrong codes and tokens each further one is answered later. */
const WRONG_TRIES = 20;
const WRONG_PAUSE = 200;

/** Listens and answers. Fails with EADDRINUSE when the port is taken. */
export async function startLoopback(options: Options): Promise<Server> {
  // Without a Host header Node would answer on its own; we refuse it like any other stranger.
  const server = createServer({ requireHostHeader: false, headersTimeout: 10_000, requestTimeout: 60_000 });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port, ADDRESS, () => {
      server.off('error', reject);
      resolve();
    });
  });
  const door = new Door(options, (server.address() as AddressInfo).port);
  server.on('request', (request, response) => void door.answer(request, response));
  server.on('upgrade', (_request, socket) => socket.end('HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n'));
  server.on('connect', (_request, socket) => socket.end('HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n'));
  return server;
}

class Door {
  readonly #origin: string;
  #wrongTries = 0;

  constructor(
    readonly options: Options,
    port: number,
  ) {
    this.#origin = loopbackOrigin(port);
  }

  async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    for (const [name, value] of Object.entries(SECURITY_HEADERS)) response.setHeader(name, value);
    response.setHeader('Cache-Control', 'no-store');
    try {
      const status = await this.#route(request, response);
      if (status !== undefined) deny(response, status);
    } catch {
      // The window was closed in the middle of a request.
      response.destroy();
    }
  }

  /** Answers, or returns the status of a refusal. */
  async #route(request: IncomingMessage, response: ServerResponse): Promise<403 | 404 | undefined> {
    if (`http://${request.headers.host ?? ''}` !== this.#origin) return 403;
    const target = request.url ?? '';
    if (request.method === 'GET') return this.#file(request, response, target);
    if (request.method !== 'POST' || !this.#isOwnPage(request)) return 403;
    if (target === '/launch') return this.#launch(request, response);
    if (target.startsWith('/call/')) return this.#call(request, response, target.slice('/call/'.length));
    return 404;
  }

  async #file(request: IncomingMessage, response: ServerResponse, target: string): Promise<403 | 404 | undefined> {
    const { origin, 'sec-fetch-site': site = 'none' } = request.headers;
    if (origin !== undefined && origin !== this.#origin) return 403;
    if (site !== 'none' && site !== 'same-origin') return 403;
    const file = this.options.files.get(target);
    if (!file) return 404;
    const bytes = await readFile(file.path);
    response.writeHead(200, { ...fileHeaders(file), 'Content-Length': bytes.length });
    response.end(bytes);
    return undefined;
  }

  async #launch(request: IncomingMessage, response: ServerResponse): Promise<403 | undefined> {
    const body = await readJson(request, CODE_BYTES);
    const code = typeof body === 'object' && body !== null && 'code' in body ? body.code : undefined;
    const token = typeof code === 'string' ? this.options.pass.exchange(code) : undefined;
    if (token === 'stolen') this.options.onStolen();
    if (token === undefined || token === 'stolen') return this.#refuseWrong();
    send(response, { token });
    return undefined;
  }

  async #call(request: IncomingMessage, response: ServerResponse, name: string): Promise<403 | undefined> {
    const [scheme, token] = (request.headers.authorization ?? '').split(' ');
    if (scheme !== 'Bearer' || token === undefined || !this.options.pass.accepts(token)) return this.#refuseWrong();
    const most = BODY_MEGABYTES_OF[name] ?? BODY_MEGABYTES;
    const input = await readJson(request, most * MEGABYTE);
    send(response, input === TOO_LARGE ? tooLarge(most) : await this.options.call(name, input));
    return undefined;
  }

  #isOwnPage({ headers }: IncomingMessage): boolean {
    const { origin, 'sec-fetch-site': site = 'same-origin', 'content-type': type = '' } = headers;
    return origin === this.#origin && site === 'same-origin' && /^application\/json(?:; ?charset=utf-8)?$/iu.test(type);
  }

  async #refuseWrong(): Promise<403> {
    this.#wrongTries += 1;
    if (this.#wrongTries > WRONG_TRIES) await new Promise((resolve) => setTimeout(resolve, WRONG_PAUSE));
    return 403;
  }
}

function tooLarge(most: number): Answer<never> {
  const ja = `一度に受け取れる大きさ（${most}MB）を超えています。何もしていません。`;
  return { ok: false, error: new Refused('BAD-INPUT', ja, 'body').refusal };
}

function send(response: ServerResponse, value: unknown): void {
  const bytes = Buffer.from(JSON.stringify(value));
  response.writeHead(200, { 'Content-Type': 'application/json; charset=utf-8', 'Content-Length': bytes.length });
  response.end(bytes);
}

/** No body, and the rest of the request is not waited for. */
function deny(response: ServerResponse, status: 403 | 404): void {
  response.writeHead(status, { 'Content-Length': 0, Connection: 'close' });
  response.end();
}
