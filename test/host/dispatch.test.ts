import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dispatch, dispatchTo } from '../../electron/dispatch.js';
import type { Handlers } from '../../electron/handler.js';
import { HANDLERS } from '../../electron/handlers/index.js';
import type { Host } from '../../electron/host.js';
import { Refused } from '../../electron/refused.js';
import { type CallName, CONTRACT } from '../../shared/ipc/contract.js';
import { temporaryHost } from './temporary-host.js';

const CALLS = Object.keys(CONTRACT) as CallName[];

/** Handlers that only count. */
function counting(answer: unknown = {}): { handlers: Handlers; calls: string[] } {
  const calls: string[] = [];
  const handlers = Object.fromEntries(CALLS.map((name) => [name, () => (calls.push(name), answer)]));
  return { handlers: handlers as unknown as Handlers, calls };
}

describe('dispatch', () => {
  it('has a handler for each call of the contract and no other', () => {
    expect(Object.keys(HANDLERS).sort()).toEqual([...CALLS].sort());
  });

  it.each(['', 'App-Info', 'app-info ', '__proto__', 'constructor', 'toString', 'hasOwnProperty'])(
    'knows no call %j',
    async (name) => {
      const answer = await dispatch(name, {}, temporaryHost());
      expect(answer).toMatchObject({ ok: false, error: { code: 'UNKNOWN-CALL' } });
    },
  );

  it('turns a refusal into an answer with its words', async () => {
    const refused = new Refused('DISK-FULL', 'ディスクの空きがありません。', 'a.xlsx');
    const { handlers } = counting();
    const refusing = { ...handlers, 'app-info': () => Promise.reject(refused) };
    const answer = await dispatchTo(refusing)('app-info', {}, temporaryHost());
    expect(answer).toEqual({
      ok: false,
      error: { code: 'DISK-FULL', messageJa: 'ディスクの空きがありません。', detail: 'a.xlsx' },
    });
  });

  it('answers FAULT for anything else that is thrown and logs it without personal data', async () => {
    const host = temporaryHost();
    const { handlers } = counting();
    const faulty = {
      ...handlers,
      'app-info': () => {
        throw new TypeError('Cannot read "山田太郎" of 山田太郎, tel 09012345678');
      },
    };
    const answer = await dispatchTo(faulty)('app-info', {}, host);
    expect(answer).toMatchObject({ ok: false, error: { code: 'FAULT' } });
    expect(JSON.stringify(answer)).not.toContain('山田');
    const log = await readFile(join(host.dataDir, 'logs', 'faults.log'), 'utf8');
    expect(log).toContain('TypeError: Cannot read "…" of …, tel …');
    expect(log).toContain('dispatch.ts');
    expect(log).not.toMatch(/山田|0901234/u);
  });

  it('answers FAULT when a handler gives what the contract does not promise', async () => {
    const { handlers } = counting({ version: 1 });
    const answer = await dispatchTo(handlers)('app-info', {}, temporaryHost());
    expect(answer).toMatchObject({ ok: false, error: { code: 'FAULT' } });
  });
});

/** Values that no call takes: wrong types, more members, and what structured clone can carry but JSON cannot. */
function badValue(name: CallName): fc.Arbitrary<unknown> {
  const cycle: Record<string, unknown> = {};
  cycle['self'] = cycle;
  const deep: unknown = Array.from({ length: 10_000 }).reduce((inner) => [inner], 0);
  const odd = [
    undefined,
    null,
    new Map(),
    new Set(),
    new Date(0),
    1n,
    new ArrayBuffer(8),
    new Uint8Array(2),
    cycle,
    deep,
    NaN,
  ];
  const anything = fc.oneof(
    fc.constantFrom(...odd),
    fc.anything({ withBigInt: true, withMap: true, withNullPrototype: true }),
  );
  const proto = fc.constant(JSON.parse('{"__proto__":{"polluted":true}}') as unknown);
  const members = fc.dictionary(
    fc.constantFrom('storeId', 'changes', 'from', 'limit', 'id', 'message', 'stack', 'x'),
    anything,
  );
  const spoiledChange = anything.map((value) => ({ storeId: 'store-0001', changes: [value] }));
  const long = fc.constant({ id: 'x'.repeat(101), message: 'x'.repeat(2001), stack: '', storeId: 'x'.repeat(65) });
  return fc.oneof(anything, members, proto, spoiledChange, long).filter((value) => !accepts(name, value));
}

function accepts(name: CallName, value: unknown): boolean {
  try {
    return CONTRACT[name].input.safeParse(value).success;
  } catch {
    return false;
  }
}

describe('bad input', () => {
  it.each(CALLS)('never reaches the handler of %s', async (name) => {
    const { handlers, calls } = counting();
    const door = dispatchTo(handlers);
    // Only the log would be written to; it must not be either.
    const host = { faults: { note: () => Promise.reject(new Error('logged')) } } as unknown as Host;
    await fc.assert(
      fc.asyncProperty(badValue(name), async (value) => {
        expect(await door(name, value, host)).toMatchObject({ ok: false, error: { code: 'BAD-INPUT' } });
      }),
      { numRuns: 200, seed: 47631 },
    );
    expect(calls).toEqual([]);
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });

  it.each([{ more: 1 }, [], 'text', 5])('as small as %j is refused everywhere', async (value) => {
    const { handlers, calls } = counting();
    for (const name of CALLS) {
      expect(await dispatchTo(handlers)(name, value, temporaryHost())).toMatchObject({ error: { code: 'BAD-INPUT' } });
    }
    expect(calls).toEqual([]);
  });
});
