/** 長い仕事: work that goes on beside other calls. It is asked about, it can be ended, and it ends with the process. */
import { randomUUID } from 'node:crypto';
import type { CallOutput } from '../shared/ipc/contract.js';
import { type Fault, faultOf } from './fault-log.js';
import { FAULT, Refused } from './refused.js';

export type JobState = CallOutput<'job-state'>;
/** What finished work gives. */
export type JobResult = Omit<Extract<JobState, { kind: 'done' }>, 'kind'>;

/** What long work is given: whether it should end, and where to say how far it is. */
export type JobControl = {
  /** Once it is aborted, the work throws soon and leaves nothing behind. */
  readonly signal: AbortSignal;
  /** `total` may still change. */
  readonly progress: (done: number, total: number) => void;
};

type Job = { state: JobState; readonly abort: AbortController; readonly ended: Promise<void> };

/** Ended jobs that nobody asked about are forgotten beyond this number, the oldest first. */
const MOST_UNASKED = 20;

export class Jobs {
  readonly #jobs = new Map<string, Job>();

  constructor(readonly noteFault: (fault: Fault) => Promise<void>) {}

  /** Begins work and returns its id at once. */
  start(work: (control: JobControl) => Promise<JobResult>): string {
    this.#forgetOld();
    const id = randomUUID();
    const abort = new AbortController();
    const progress = (done: number, total: number): void => {
      const job = this.#jobs.get(id);
      if (job?.state.kind === 'working') job.state = { kind: 'working', done, total };
    };
    const ended = this.#outcome(work, { signal: abort.signal, progress }).then((state) => {
      const job = this.#jobs.get(id);
      if (job) job.state = state;
    });
    this.#jobs.set(id, { state: { kind: 'working', done: 0, total: 0 }, abort, ended });
    return id;
  }

  /** How far it is. What ended is told once. Refuses with NO-SUCH-FILE where it is not known. */
  state(id: string): JobState {
    const job = this.#jobs.get(id);
    if (!job) throw new Refused('NO-SUCH-FILE', 'この作業はもう終わっています。もう一度始めてください。', 'job');
    if (job.state.kind !== 'working') this.#jobs.delete(id);
    return job.state;
  }

  /** Ends work; returns when nothing of it is left. One that is not known, or is done already, is left as it is. */
  async cancel(id: string): Promise<void> {
    const job = this.#jobs.get(id);
    job?.abort.abort();
    await job?.ended;
  }

  get areBusy(): boolean {
    return [...this.#jobs.values()].some(({ state }) => state.kind === 'working');
  }

  /** Ends everything; for the end of the process. */
  async endAll(): Promise<void> {
    await Promise.all([...this.#jobs.keys()].map((id) => this.cancel(id)));
  }

  async #outcome(work: (control: JobControl) => Promise<JobResult>, control: JobControl): Promise<JobState> {
    try {
      // Not at once: the caller has its answer before the work begins.
      await new Promise((resolve) => setImmediate(resolve));
      control.signal.throwIfAborted();
      return { kind: 'done', ...(await work(control)) };
    } catch (error) {
      if (error instanceof Refused) return { kind: 'refused', error: error.refusal };
      if (control.signal.aborted) return { kind: 'cancelled' };
      await this.noteFault(faultOf(error));
      return { kind: 'refused', error: FAULT };
    }
  }

  #forgetOld(): void {
    const ended = [...this.#jobs].filter(([, { state }]) => state.kind !== 'working').map(([id]) => id);
    for (const id of ended.slice(0, Math.max(0, ended.length - MOST_UNASKED))) this.#jobs.delete(id);
  }
}
