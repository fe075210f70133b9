/** The machine as the screens see it: one call, by name, typed by the contract. */
import type { Answer, CallInput, CallName, CallOutput } from '../shared/ipc/contract.js';

export type Host = {
  /** Never throws: what the machine cannot do comes back as a refusal. */
  readonly call: <N extends CallName>(name: N, input: CallInput<N>) => Promise<Answer<CallOutput<N>>>;
};

export type Connected =
  | { readonly ok: true; readonly host: Host }
  /** The window does not belong to the running program. */
  | { readonly ok: false };

/** What the preload of the desktop window puts on `window`. */
type DeskWindow = { readonly deskHost?: { readonly call: (name: string, input: unknown) => Promise<unknown> } };

/**
 * Finds the host of this window. In a browser this takes the launch code out of the address, so it must run before
 * anything reads `location.hash`; the protocol is described in electron/serve.ts.
 */
export async function connectHost(): Promise<Connected> {
  const { deskHost } = window as DeskWindow;
  if (deskHost) return { ok: true, host: hostOf((name, input) => deskHost.call(name, input)) };
  const token = await launchToken();
  if (token === undefined) return { ok: false };
  return { ok: true, host: hostOf((name, input) => post(token, name, input)) };
}

const LAUNCH = /^#launch=(.+)$/;
const NAME = 'koshukai-desk ';

/** The token of this window: for a fresh window in exchange for its code, after a reload from the window's name. */
async function launchToken(): Promise<string | undefined> {
  const code = LAUNCH.exec(location.hash)?.[1];
  if (code === undefined) return window.name.startsWith(NAME) ? window.name.slice(NAME.length) : undefined;
  history.replaceState(null, '', location.pathname);
  try {
    const response = await fetch('/launch', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ code }),
    });
    if (!response.ok) return undefined;
    const { token } = (await response.json()) as { token: string };
    window.name = NAME + token;
    return token;
  } catch {
    return undefined;
  }
}

async function post(token: string, name: string, input: unknown): Promise<unknown> {
  const response = await fetch(`/call/${name}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${token}` },
    body: JSON.stringify(input),
  });
  if (!response.ok) throw new Error(`host answered ${response.status}`);
  return response.json();
}

function hostOf(ask: (name: string, input: unknown) => Promise<unknown>): Host {
  return {
    call: async <N extends CallName>(name: N, input: CallInput<N>) => {
      try {
        return (await ask(name, input)) as Answer<CallOutput<N>>;
      } catch (error) {
        return {
          ok: false,
          error: {
            code: 'FAULT',
            messageJa: '講習会デスクの本体から返事がありません。入力した内容はこの窓に残っています',
            detail: error instanceof Error ? error.message : String(error),
          },
        };
      }
    },
  };
}
