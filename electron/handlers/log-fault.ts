import type { Handler } from '../handler.js';

/** Notes a fault of the screens. */
export const logFault: Handler<'log-fault'> = async (fault, host) => {
  await host.faults.note({ message: `renderer: ${fault.message}`, stack: fault.stack });
  return {};
};
