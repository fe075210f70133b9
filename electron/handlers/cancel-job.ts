import type { Handler } from '../handler.js';

/** Ends long work; answered when nothing of it is left. */
export const cancelJob: Handler<'cancel-job'> = async ({ job }, host) => {
  await host.jobs.cancel(job);
  return {};
};
