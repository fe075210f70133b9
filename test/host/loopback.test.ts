import { mkdirSync, writeFileSync } from 'node:fs';
import { request as httpRequest, type IncomingHttpHeaders, type Server } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LaunchPass } from '../../electron/loopback/launch-pass.js';
import { startLoopback } from '../../electron/loopback/server.js';
import { rendererFiles } from '../../electron/renderer-files.js';
import { KEPT_FILE_LIMITS } from '../../shared/vouchers/file-limits.js';
import { temporaryFolder, temporaryFolderForFile } from './temporary-host.js';

type Reply = { readonly status: number; readonly headers: IncomingHttpHeaders; readonly body: string };
type Ask = {
  readonly method?: string;
  readonly path?: string;
  readonly headers?: Record<string, string>;
  readonly body?: string;
};

const JSON_TYPE = 'application/json';

type Desk = {
  readonly server: Server;
  readonly port: number;
  readonly token: string;
  readonly pass: LaunchPass;
  readonly calls: string[];
};

async function startDesk(folder: string, port = 0): Promise<Desk> {
  mkdirSync(join(folder, 'assets'), { recursive: true });
  writeFileSync(join(folder, 'index.html'), '<!doctype html><title>講習会デスク</title>');
  writeFileSync(join(folder, 'assets', 'main-1a2b3c.js'), 'export {};');
  for (const name of ['pdf.worker.min-1a2b3c.mjs', 'pdf.worker.mjs', 'other-pdf.worker.min-1a2b3c.mjs']) {
    writeFileSync(join(folder, 'assets', name), 'export {};');
  }
  const calls: string[] = [];
  const pass = new LaunchPass();
  const server = await startLoopback({
    port,
    files: rendererFiles(folder),
    pass,
    call: async (name, input) => (calls.push(name), { ok: true, value: { input } }),
    onStolen: () => calls.push('stolen'),
  });
  const token = pass.exchange(pass.code) ?? '';
  return { server, port: (server.address() as AddressInfo).port, token, pass, calls };
}

function ask(port: number, { method = 'GET', path = '/', headers = {}, body }: Ask): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const sent = httpRequest(
      { host: '127.0.0.1', port, method, path, headers, setHost: false, agent: false },
      (reply) => {
        const parts: Buffer[] = [];
        reply.on('data', (part: Buffer) => parts.push(part));
        reply.on('end', () =>
          resolve({ status: reply.statusCode ?? 0, headers: reply.headers, body: Buffer.concat(parts).toString() }),
        );
      },
    );
    sent.on('upgrade', (reply, socket) => {
      socket.destroy();
      resolve({ status: reply.statusCode ?? 0, headers: reply.headers, body: '' });
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

const folder = temporaryFolderForFile();
let desk: Desk;
let lastToken: string;

beforeAll(async () => {
  const before = await startDesk(folder);
  lastToken = before.token;
  before.server.close();
  desk = await startDesk(folder);
});
afterAll(() => {
  desk.server.close();
  desk.server.closeAllConnections();
});

function own(more: Record<string, string> = {}): Record<string, string> {
  const host = `127.0.0.1:${desk.port}`;
  return {
    Host: host,
    Origin: `http://${host}`,
    'Content-Type': JSON_TYPE,
    Authorization: `Bearer ${desk.token}`,
    ...more,
  };
}

describe('who is answered', () => {
  const tokens = ['none', 'wrong', 'last launch', 'right'] as const;
  const origins = ['absent', 'null', 'own', 'other port', 'localhost', 'evil'] as const;
  const hosts = ['own', 'localhost', 'evil', 'empty', 'ipv6'] as const;
  const requests = ['GET page', 'GET api', 'POST json', 'POST text', 'OPTIONS', 'WebSocket'] as const;

  /** The truth, written apart from the server: who gets 200. */
  function isAllowed(token: string, origin: string, host: string, request: string): boolean {
    if (host !== 'own') return false;
    if (request === 'GET page') return origin === 'absent' || origin === 'own';
    return request === 'POST json' && origin === 'own' && token === 'right';
  }

  function headersOf(token: string, origin: string, host: string, request: string): Record<string, string> {
    const address = `127.0.0.1:${desk.port}`;
    const tokenOf: Record<string, string> = { wrong: 'x'.repeat(43), 'last launch': lastToken, right: desk.token };
    const originOf: Record<string, string> = {
      null: 'null',
      own: `http://${address}`,
      'other port': `http://127.0.0.1:${desk.port + 1}`,
      localhost: `http://localhost:${desk.port}`,
      evil: 'http://evil.example',
    };
    const hostOf: Record<string, string> = {
      own: address,
      localhost: `localhost:${desk.port}`,
      evil: 'evil.example',
      empty: '',
      ipv6: `[::1]:${desk.port}`,
    };
    const kinds: Record<string, Record<string, string>> = {
      'POST json': { 'Content-Type': JSON_TYPE },
      'POST text': { 'Content-Type': 'text/plain' },
      OPTIONS: { 'Access-Control-Request-Method': 'POST' },
      WebSocket: {
        Connection: 'Upgrade',
        Upgrade: 'websocket',
        'Sec-WebSocket-Key': 'AAAA',
        'Sec-WebSocket-Version': '13',
      },
    };
    return {
      Host: hostOf[host] ?? '',
      ...(tokenOf[token] === undefined ? {} : { Authorization: `Bearer ${tokenOf[token]}` }),
      ...(originOf[origin] === undefined ? {} : { Origin: originOf[origin] }),
      ...kinds[request],
    };
  }

  const asks: Record<string, Ask> = {
    'GET page': { path: '/' },
    'GET api': { path: '/call/app-info' },
    'POST json': { method: 'POST', path: '/call/app-info', body: '{}' },
    'POST text': { method: 'POST', path: '/call/app-info', body: '{}' },
    OPTIONS: { method: 'OPTIONS', path: '/call/app-info' },
    WebSocket: { path: '/' },
  };

  it('is exactly who the table of 720 cells says, and nobody else reaches a call', async () => {
    let cells = 0;
    let allowed = 0;
    desk.calls.length = 0;
    for (const token of tokens)
      for (const origin of origins)
        for (const host of hosts)
          for (const request of requests) {
            const reply = await ask(desk.port, { ...asks[request], headers: headersOf(token, origin, host, request) });
            const cell = `${token} token, ${origin} origin, ${host} host, ${request}`;
            const may = isAllowed(token, origin, host, request);
            cells += 1;
            allowed += may ? 1 : 0;
            if (may) expect(reply.status, cell).toBe(200);
            else expect([403, 404], cell).toContain(reply.status);
            if (!may) expect(reply.body, cell).toBe('');
            expect(
              Object.keys(reply.headers).filter((name) => name.startsWith('access-control')),
              cell,
            ).toEqual([]);
            expect(reply.headers['set-cookie'], cell).toBeUndefined();
          }
    expect(cells).toBe(720);
    expect(allowed).toBe(4 * 2 + 1);
    expect(desk.calls).toEqual(['app-info']);
  });
});

describe('an answer', () => {
  it('keeps the page to our own files and tells nobody else anything', async () => {
    const { headers } = await ask(desk.port, { headers: { Host: `127.0.0.1:${desk.port}` } });
    expect(headers['content-security-policy']).toContain("default-src 'none'");
    expect(headers['content-security-policy']).toContain("require-trusted-types-for 'script'");
    expect(headers['content-security-policy']).not.toContain('unsafe');
    expect(headers).toMatchObject({
      'cross-origin-resource-policy': 'same-origin',
      'x-frame-options': 'DENY',
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
      'content-type': 'text/html; charset=utf-8',
    });
  });

  it('of a call is not stored and is no script', async () => {
    const reply = await ask(desk.port, { method: 'POST', path: '/call/app-info', headers: own(), body: '{"a":1}' });
    expect(JSON.parse(reply.body)).toEqual({ ok: true, value: { input: { a: 1 } } });
    expect(reply.headers['cache-control']).toBe('no-store');
    expect(() => new Function(reply.body)).toThrow(SyntaxError);
  });

  it.each(['Basic', 'bearer', ''])('is not given for the token with another scheme (%j)', async (scheme) => {
    const headers = own({ Authorization: `${scheme} ${desk.token}` });
    expect((await ask(desk.port, { method: 'POST', path: '/call/app-info', headers, body: '{}' })).status).toBe(403);
  });

  it.each(['same-site', 'cross-site'])('is not given to a page of another site (%s)', async (site) => {
    const headers = own({ 'Sec-Fetch-Site': site });
    expect((await ask(desk.port, { method: 'POST', path: '/call/app-info', headers, body: '{}' })).status).toBe(403);
    expect((await ask(desk.port, { headers: { Host: headers['Host'] ?? '', 'Sec-Fetch-Site': site } })).status).toBe(
      403,
    );
  });
});

describe('static files', () => {
  it.each([
    '/../package.json',
    '/..%2f..%2fpackage.json',
    '/%2e%2e/%2e%2e/etc/passwd',
    '/assets/../../secret',
    '/assets/..\\..\\secret',
    '//etc/passwd',
    '/assets',
    '/assets/',
    '/index.html/',
    '/index.html%00.js',
    '/./index.html',
    '/index.html?x',
    '/INDEX.HTML',
    'http://evil.example/',
    '/C:/Windows/win.ini',
    '/assets/main-1a2b3c.js::$DATA',
  ])('%s is not one', async (path) => {
    const reply = await ask(desk.port, { path, headers: { Host: `127.0.0.1:${desk.port}` } });
    expect([reply.status, reply.body]).toEqual([404, '']);
  });

  it('are served with their type', async () => {
    const headers = { Host: `127.0.0.1:${desk.port}` };
    expect((await ask(desk.port, { path: '/index.html', headers })).body).toContain('講習会デスク');
    const script = await ask(desk.port, { path: '/assets/main-1a2b3c.js', headers });
    expect([script.status, script.headers['content-type']]).toEqual([200, 'text/javascript; charset=utf-8']);
  });
});

describe('the worker of pdf.js', () => {
  it('alone may compile WebAssembly, and nothing else more than every file', async () => {
    const policyOf = async (path: string): Promise<string> => {
      const { headers } = await ask(desk.port, { path, headers: { Host: `127.0.0.1:${desk.port}` } });
      return String(headers['content-security-policy']);
    };
    const common = await policyOf('/assets/main-1a2b3c.js');
    expect(common).not.toContain('wasm');
    const own = await policyOf('/assets/pdf.worker.min-1a2b3c.mjs');
    expect(own).toBe(common.replace("script-src 'self'", "script-src 'self' 'wasm-unsafe-eval'"));
    for (const path of ['/assets/pdf.worker.mjs', '/assets/other-pdf.worker.min-1a2b3c.mjs', '/index.html']) {
      expect(await policyOf(path)).toBe(common);
    }
  });
});

describe('the launch code', () => {
  it('gives the token once and for 30 seconds', () => {
    let now = 0;
    const pass = new LaunchPass(() => now);
    expect(pass.exchange('x')).toBeUndefined();
    now = 30_000;
    const token = pass.exchange(pass.code) ?? '';
    expect(Buffer.from(token, 'base64url')).toHaveLength(32);
    expect(Buffer.from(pass.code, 'base64url')).toHaveLength(32);
    expect(pass.accepts(token)).toBe(true);
    const late = new LaunchPass(() => now);
    now = 60_001;
    expect(late.exchange(late.code)).toBeUndefined();
    expect(late.accepts('')).toBe(false);
  });

  it('used twice is void together with its token', () => {
    const pass = new LaunchPass();
    const token = pass.exchange(pass.code) ?? '';
    expect(pass.exchange(pass.code)).toBe('stolen');
    expect(pass.accepts(token)).toBe(false);
  });

  it('is exchanged over HTTP, refused the second time, and the host is told', async () => {
    const fresh = await startDesk(temporaryFolder());
    const host = `127.0.0.1:${fresh.port}`;
    const headers = { Host: host, Origin: `http://${host}`, 'Content-Type': JSON_TYPE };
    const launch = (body: unknown): Promise<Reply> =>
      ask(fresh.port, { method: 'POST', path: '/launch', headers, body: JSON.stringify(body) });
    for (const bad of [{ code: 'wrong' }, {}, null, [], { code: 1 }, { code: 'x'.repeat(300) }]) {
      expect((await launch(bad)).status).toBe(403);
    }
    const again = await launch({ code: fresh.pass.code });
    expect([again.status, again.body]).toEqual([403, '']);
    expect(fresh.calls).toEqual(['stolen']);
    fresh.server.close();
    fresh.server.closeAllConnections();
  });
});

describe('under pressure', () => {
  it('answers BAD-INPUT to a body above 25 MB and to one that is no JSON', async () => {
    const large = 'x'.repeat(25 * 1024 * 1024 + 1);
    desk.calls.length = 0;
    const reply = await ask(desk.port, { method: 'POST', path: '/call/write-case', headers: own(), body: large });
    expect(JSON.parse(reply.body)).toMatchObject({ ok: false, error: { code: 'BAD-INPUT', detail: 'body' } });
    expect(desk.calls).toEqual([]);
    const odd = await ask(desk.port, { method: 'POST', path: '/call/app-info', headers: own(), body: '{"a":' });
    expect(JSON.parse(odd.body)).toEqual({ ok: true, value: {} });
  });

  it('takes a list of up to 30 MB, and says the limit beyond', async () => {
    const call = (bytes: number): Promise<{ body: string }> => {
      const body = JSON.stringify('x'.repeat(bytes - 2));
      return ask(desk.port, { method: 'POST', path: '/call/read-table', headers: own(), body });
    };
    expect(JSON.parse((await call(30 * 1024 * 1024)).body)).toMatchObject({ ok: true });
    const refused = JSON.parse((await call(30 * 1024 * 1024 + 1)).body) as { error: { messageJa: string } };
    expect(refused.error.messageJa).toContain('30MB');
  });

  it('takes the largest voucher that is kept, as base64 with a long name', async () => {
    const base64 = 'A'.repeat(Math.ceil(KEPT_FILE_LIMITS.bytes / 3) * 4);
    const body = JSON.stringify({ nameJa: '領'.repeat(255), base64 });
    const reply = await ask(desk.port, { method: 'POST', path: '/call/keep-file', headers: own(), body });
    expect(JSON.parse(reply.body)).toMatchObject({ ok: true });
    const larger = `${body}${' '.repeat(1024 * 1024)}`;
    const refused = await ask(desk.port, { method: 'POST', path: '/call/keep-file', headers: own(), body: larger });
    expect(JSON.parse(refused.body)).toMatchObject({ ok: false, error: { code: 'BAD-INPUT', detail: 'body' } });
  });

  it('answers the window while 200 others send nothing', async () => {
    const sockets = Array.from({ length: 200 }, () =>
      connect(desk.port, '127.0.0.1', function (this: import('node:net').Socket) {
        this.write('POST /call/app-info HTTP/1.1\r\nHost: x');
      }),
    );
    for (const socket of sockets) socket.on('error', () => undefined);
    const reply = await ask(desk.port, { method: 'POST', path: '/call/app-info', headers: own(), body: '{}' });
    expect(reply.status).toBe(200);
    for (const socket of sockets) socket.destroy();
  });

  it('answers wrong tokens later and later lets the right one through at once', async () => {
    const wrong = own({ Authorization: `Bearer ${'y'.repeat(43)}` });
    const tries = Array.from({ length: 300 }, () =>
      ask(desk.port, { method: 'POST', path: '/call/app-info', headers: wrong, body: '{}' }),
    );
    const right = await ask(desk.port, { method: 'POST', path: '/call/app-info', headers: own(), body: '{}' });
    expect(right.status).toBe(200);
    expect((await Promise.all(tries)).every((reply) => reply.status === 403)).toBe(true);
  });

  it('listens on 127.0.0.1 only and does not share its port', async () => {
    expect((desk.server.address() as AddressInfo).address).toBe('127.0.0.1');
    await expect(startDesk(temporaryFolder(), desk.port)).rejects.toMatchObject({ code: 'EADDRINUSE' });
  });
});
