/** Times a function over several rounds after a warm-up; whole rounds alternate so that noise hits both sides alike. */
export type Timing = { readonly minimum: number; readonly median: number; readonly maximum: number };

export type Contender = { readonly name: string; readonly run: () => unknown };

/** Runs that nobody counts: until then the machine code of the hot functions is not there yet. */
const WARM_UP = 50;

/** Milliseconds per run of each contender, interleaved round by round. */
export async function race(contenders: readonly Contender[], rounds: number): Promise<Map<string, Timing>> {
  for (let round = 0; round < WARM_UP; round += 1) for (const { run } of contenders) await run();
  const times = new Map<string, number[]>(contenders.map(({ name }) => [name, []]));
  for (let round = 0; round < rounds; round += 1) {
    for (const { name, run } of contenders) {
      const start = performance.now();
      await run();
      times.get(name)?.push(performance.now() - start);
    }
  }
  return new Map([...times].map(([name, all]) => [name, timing(all)]));
}

function timing(all: readonly number[]): Timing {
  const sorted = [...all].sort((a, b) => a - b);
  const at = (share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
  return { minimum: at(0), median: at(0.5), maximum: at(1) };
}

/** One line of a report: name, milliseconds, and how many times the reference. */
export function lineOf(name: string, own: Timing, reference?: Timing): string {
  const ratio = reference ? `   ×${(own.median / reference.median).toFixed(2)}` : '';
  const ms = (value: number): string => value.toFixed(2).padStart(9);
  return `${name.padEnd(44)} min ${ms(own.minimum)}  median ${ms(own.median)}  max ${ms(own.maximum)} ms${ratio}`;
}
