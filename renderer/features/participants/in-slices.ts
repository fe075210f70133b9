/** Longest stretch of work between two frames, in milliseconds; short enough that typing and scrolling stay smooth. */
const SLICE_MS = 12;

type Options = {
  readonly signal: AbortSignal;
  /** Told between two slices how far the work is, as the steps say it. */
  readonly onProgress?: (done: number) => void;
};

/** Runs the steps to their result without holding the window up; `undefined` when it was called off. */
export async function inSlices<T>(steps: Iterator<number, T>, options: Options): Promise<T | undefined> {
  for (;;) {
    const until = performance.now() + SLICE_MS;
    let step = steps.next();
    while (!step.done && performance.now() < until) step = steps.next();
    if (options.signal.aborted) return undefined;
    if (step.done) return step.value;
    options.onProgress?.(step.value);
    await new Promise((resolve) => setTimeout(resolve, 0));
    if (options.signal.aborted) return undefined;
  }
}
