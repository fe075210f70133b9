/** The one door between the screens and the machine, the same for every host. */
import { type Answer, CONTRACT } from '../shared/ipc/contract.js';
import { problemsOf } from '../shared/model/problem.js';
import { faultOf } from './fault-log.js';
import type { Handlers } from './handler.js';
import { HANDLERS } from './handlers/index.js';
import type { Host } from './host.js';
import { FAULT, Refused } from './refused.js';

type Dispatch = (name: string, input: unknown, host: Host) => Promise<Answer<unknown>>;

/** A door to other handlers, for tests. */
export function dispatchTo(handlers: Handlers): Dispatch {
  return async (name, input, host) => {
    try {
      return { ok: true, value: await answer(handlers, name, input, host) };
    } catch (error) {
      if (error instanceof Refused) return { ok: false, error: error.refusal };
      await host.faults.note(faultOf(error));
      return { ok: false, error: FAULT };
    }
  };
}

/** Does a call by name. Never throws: a refusal and a fault are answers too. */
export const dispatch: Dispatch = dispatchTo(HANDLERS);

async function answer(handlers: Handlers, name: string, input: unknown, host: Host): Promise<unknown> {
  if (!isCallName(name)) throw new Refused('UNKNOWN-CALL', 'この操作は講習会デスクにありません。何もしていません。');
  const { input: inputShape, output: outputShape } = CONTRACT[name];
  const parsed = parse(inputShape, input);
  const handler = handlers[name] as (input: unknown, host: Host) => unknown;
  return outputShape.parse(await handler(parsed, host));
}

type Shape = (typeof CONTRACT)[keyof typeof CONTRACT]['input'];

function parse(shape: Shape, input: unknown): unknown {
  const parsed = safely(() => shape.safeParse(input));
  if (parsed?.success) return parsed.data;
  const places = parsed ? problemsOf(parsed.error).map((problem) => problem.path || '(input)') : ['(input)'];
  throw new Refused('BAD-INPUT', '受け取った内容の形が違うため、何もしていません。', places.slice(0, 5).join(', '));
}

/** Input nested deeper than the stack is as bad as any other. */
function safely<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

function isCallName(name: string): name is keyof typeof CONTRACT {
  return Object.hasOwn(CONTRACT, name);
}
