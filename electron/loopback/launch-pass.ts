import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** Long enough for the first start of Edge on an old laptop with a virus scanner; the code is void after its one use anyway. */
const CODE_MILLISECONDS = 30_000;

/** 起動の合言葉: one code in the launch address, exchanged once for the token of this run. Both have 256 random bits. */
export class LaunchPass {
  readonly code = secret();
  #token: string | undefined;
  #used = false;
  readonly #until: number;

  constructor(readonly now: () => number = () => performance.now()) {
    this.#until = now() + CODE_MILLISECONDS;
  }

  /**
   * The token for the code, the first time. `stolen` when the right code comes again: two asked, so one of them is not our
   * window; the token is void from then on.
   */
  exchange(code: string): string | 'stolen' | undefined {
    if (!same(code, this.code) || this.now() > this.#until) return undefined;
    if (this.#used) {
      this.#token = undefined;
      return 'stolen';
    }
    this.#used = true;
    this.#token = secret();
    return this.#token;
  }

  /** The window has reached us. */
  get used(): boolean {
    return this.#used;
  }

  accepts(token: string): boolean {
    return same(token, this.#token ?? randomBytes(32).toString('base64url')) && this.#token !== undefined;
  }
}

function secret(): string {
  return randomBytes(32).toString('base64url');
}

/** Takes the same time wherever the first difference lies, and for every length. */
function same(given: string, expected: string): boolean {
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(given), digest(expected));
}
