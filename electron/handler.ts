import type { z } from 'zod';
import type { CallName, CallOutput, CONTRACT } from '../shared/ipc/contract.js';
import type { Host } from './host.js';

/** Does one call. The input has been checked; a refusal is thrown as Refused. */
export type Handler<N extends CallName> = (
  input: z.output<(typeof CONTRACT)[N]['input']>,
  host: Host,
) => CallOutput<N> | Promise<CallOutput<N>>;

export type Handlers = { readonly [N in CallName]: Handler<N> };
