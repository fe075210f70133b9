import type { Handler } from '../handler.js';

/** How far long work is. */
export const jobState: Handler<'job-state'> = ({ job }, host) => host.jobs.state(job);
