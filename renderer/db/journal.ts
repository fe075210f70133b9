/** Carries changes from the database to the journal of the host: in order, batch by batch, until all are there. */
import type { Change } from '../../shared/model/change.js';
import type { Host } from '../host.js';
import type { DeskDatabase } from './database.js';
import { type SaveState, Watched } from './save-state.js';

const BATCH = 100;
/** An imported course alone has some hundred steps; a call must stay far below the largest body of the host. */
const BATCH_STEPS = 5_000;
/** Milliseconds between tries; the last one repeats. */
const PAUSES = [500, 2_000, 5_000, 15_000] as const;

export class Journal {
  readonly state: Watched<SaveState>;
  #storeId: string;
  /** Last change that the host has on its disk. */
  #seq: number;
  #running: Promise<void> | undefined;
  #again = false;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #failures = 0;

  constructor(
    readonly database: DeskDatabase,
    readonly host: Host,
    at: { readonly storeId: string; readonly seq: number; readonly lastAt: Date | undefined },
  ) {
    this.#storeId = at.storeId;
    this.#seq = at.seq;
    this.state = new Watched<SaveState>({ kind: 'saved', at: at.lastAt });
  }

  get seq(): number {
    return this.#seq;
  }

  /** Appends what the journal lacks. Resolves when it holds everything or the try failed (then it tries again). */
  flush(): Promise<void> {
    if (this.#running) {
      this.#again = true;
      return this.#running;
    }
    clearTimeout(this.#timer);
    this.#running = this.#run().finally(() => {
      this.#running = undefined;
    });
    return this.#running;
  }

  /** Shown while the database writes, and where it could not. */
  report(state: SaveState): void {
    this.state.set(state);
  }

  /** Ends the tries; resolves when the one under way is over. */
  async stop(): Promise<void> {
    clearTimeout(this.#timer);
    await this.#running;
    clearTimeout(this.#timer);
  }

  async #run(): Promise<void> {
    do {
      this.#again = false;
      const done = await this.#appendAll();
      if (!done) return;
    } while (this.#again);
  }

  async #appendAll(): Promise<boolean> {
    for (;;) {
      const changes = await this.#nextBatch();
      const last = changes.at(-1);
      if (!last) {
        if (this.state.get().kind !== 'saved') this.state.set({ kind: 'saved', at: new Date() });
        this.#failures = 0;
        return true;
      }
      const answer = await this.host.call('append-journal', { storeId: this.#storeId, changes });
      if (answer.ok) {
        this.#seq = last.seq;
      } else if (answer.error.code !== 'JOURNAL-GAP' || !(await this.#stepBack())) {
        this.#fail(answer.error.messageJa);
        return false;
      }
    }
  }

  /** The changes that the journal lacks, as many as one call carries. */
  async #nextBatch(): Promise<Change[]> {
    const changes = await this.database.changes.where('seq').above(this.#seq).limit(BATCH).sortBy('seq');
    let steps = 0;
    const end = changes.findIndex((change, index) => {
      steps += change.steps.length;
      return index > 0 && steps > BATCH_STEPS;
    });
    return end === -1 ? changes : changes.slice(0, end);
  }

  /** The journal ends earlier than we thought (it was mended meanwhile): go on from its end. */
  async #stepBack(): Promise<boolean> {
    const state = await this.host.call('journal-state', {});
    if (!state.ok || state.value.lastSeq >= this.#seq) return false;
    if (state.value.storeId !== null && state.value.storeId !== this.#storeId) return false;
    this.#seq = state.value.lastSeq;
    return true;
  }

  #fail(reasonJa: string): void {
    this.state.set({ kind: 'failing', reasonJa });
    const pause = PAUSES[Math.min(this.#failures, PAUSES.length - 1)] ?? 15_000;
    this.#failures += 1;
    this.#timer = setTimeout(() => void this.flush(), pause);
  }
}
