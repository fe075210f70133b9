import { describe, expect, it, vi } from 'vitest';
import { dispatch } from '../../electron/dispatch.js';
import { type JobControl, Jobs, type JobResult } from '../../electron/jobs.js';
import { Refused } from '../../electron/refused.js';
import { temporaryHost } from './temporary-host.js';

const NONE: JobResult = { files: [], notesJa: [] };

function jobs(): { jobs: Jobs; faults: string[] } {
  const faults: string[] = [];
  return { jobs: new Jobs(async ({ message }) => void faults.push(message)), faults };
}

/** Work that waits until it is let go or ended. */
function held(): { work: (control: JobControl) => Promise<JobResult>; letGo: () => void; left: string[] } {
  const left: string[] = [];
  let letGo = (): void => undefined;
  const gate = new Promise<void>((resolve) => (letGo = resolve));
  const work = async ({ signal, progress }: JobControl): Promise<JobResult> => {
    left.push('half a file');
    progress(1, 3);
    try {
      const aborted = new Promise((_, reject) =>
        signal.addEventListener('abort', () => reject(signal.reason as Error)),
      );
      await Promise.race([gate, aborted]);
      return NONE;
    } finally {
      left.pop();
    }
  };
  return { work, letGo, left };
}

describe('long work', () => {
  it('goes on beside other calls, says how far it is, and is told once when it is done', async () => {
    const host = temporaryHost();
    const { work, letGo } = held();
    const job = host.jobs.start(work);
    expect(host.jobs.areBusy).toBe(true);
    expect(await dispatch('app-info', {}, host)).toMatchObject({ ok: true });
    await vi.waitFor(async () => {
      const value = { kind: 'working', done: 1, total: 3 };
      expect(await dispatch('job-state', { job }, host)).toEqual({ ok: true, value });
    });
    letGo();
    await vi.waitFor(async () => {
      expect(await dispatch('job-state', { job }, host)).toEqual({ ok: true, value: { kind: 'done', ...NONE } });
    });
    expect(await dispatch('job-state', { job }, host)).toMatchObject({ ok: false, error: { code: 'NO-SUCH-FILE' } });
    expect(host.jobs.areBusy).toBe(false);
  });

  it('is cancelled only when nothing of it is left', async () => {
    const host = temporaryHost();
    const { work, left } = held();
    const job = host.jobs.start(work);
    await vi.waitFor(() => expect(left).toHaveLength(1));
    expect(await dispatch('cancel-job', { job }, host)).toEqual({ ok: true, value: {} });
    expect(left).toEqual([]);
    expect(host.jobs.state(job)).toEqual({ kind: 'cancelled' });
  });

  it('does not begin when it is ended at once', async () => {
    const { jobs: own } = jobs();
    const work = vi.fn(async () => NONE);
    const job = own.start(work);
    await own.cancel(job);
    expect(own.state(job)).toEqual({ kind: 'cancelled' });
    expect(work).not.toHaveBeenCalled();
  });

  it('stays done when it is ended too late, and forgives an id that nobody knows', async () => {
    const { jobs: own } = jobs();
    const job = own.start(async () => NONE);
    await own.endAll();
    const late = own.start(async () => NONE);
    await vi.waitFor(() => expect(own.areBusy).toBe(false));
    await own.cancel(late);
    expect(own.state(late)).toMatchObject({ kind: 'done' });
    expect(own.state(job)).toMatchObject({ kind: 'cancelled' });
    await own.cancel('nobody');
  });

  it('hands on a refusal, and tells a fault in plain words after noting it', async () => {
    const { jobs: own, faults } = jobs();
    const refused = own.start(async () => {
      throw new Refused('DISK-FULL', 'ディスクの空きがありません。');
    });
    const faulty = own.start(async () => {
      throw new TypeError('undefined is not a function');
    });
    await vi.waitFor(() => expect(own.areBusy).toBe(false));
    expect(own.state(refused)).toMatchObject({ kind: 'refused', error: { code: 'DISK-FULL' } });
    expect(own.state(faulty)).toMatchObject({ kind: 'refused', error: { code: 'FAULT' } });
    expect(faults).toEqual(['TypeError: undefined is not a function']);
  });

  it('forgets the oldest of those that nobody asked about', async () => {
    const { jobs: own } = jobs();
    const first = own.start(async () => NONE);
    await vi.waitFor(() => expect(own.areBusy).toBe(false));
    for (let number = 0; number < 21; number += 1) {
      own.start(async () => NONE);
      await vi.waitFor(() => expect(own.areBusy).toBe(false));
    }
    expect(() => own.state(first)).toThrow(Refused);
  });
});
