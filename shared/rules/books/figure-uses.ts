/** Which lines of a course a figure was read for, whether or not anything was found. */
import type { Case } from '../../model/case/case.js';
import { ALL_COURSE_RULES } from '../courses/rules.js';
import { decide } from '../engine/decide.js';
import type { Ask, Known, Rule } from '../engine/rule.js';
import type { Rulebook } from '../engine/rulebook.js';
import type { Verdict } from '../engine/verdict.js';

/** Ids of lines by the key of the figure. A rule about the whole course counts for the lines that it speaks of. */
export type FigureUses = ReadonlyMap<string, ReadonlySet<string>>;

export function figureUses(value: Case, book: Rulebook): FigureUses {
  const uses = new Map<string, Set<string>>();
  const trace = new Trace();
  const note = (keys: ReadonlySet<string>, lines: readonly string[]): void => {
    for (const key of keys) {
      const own = uses.get(key) ?? new Set<string>();
      for (const line of lines) own.add(line);
      uses.set(key, own);
    }
  };
  decide(
    value,
    book,
    ALL_COURSE_RULES.map((rule) => traced(rule, trace, note)),
  );
  return uses;
}

type Note = (keys: ReadonlySet<string>, lines: readonly string[]) => void;

function traced(rule: Rule, trace: Trace, note: Note): Rule {
  return {
    ...rule,
    check: (subject, ask) => {
      const keys = trace.begin();
      let verdicts: ReturnType<Rule['check']>;
      try {
        verdicts = rule.check(subject, trace.ask(ask));
        return verdicts;
      } finally {
        note(keys, [...lineOf(subject), ...spokenOf(verdicts)]);
      }
    },
  };
}

/** Reads figures in place of the engine's own asking, and writes their keys down. */
class Trace {
  #reading = new Set<string>();
  /** What a shared computation read when it was done; the engine does it once and hands it to many. */
  readonly #shared = new Map<unknown, Map<string, Set<string>>>();
  readonly #wrapped = new Map<unknown, unknown>();

  begin(): ReadonlySet<string> {
    this.#reading = new Set();
    return this.#reading;
  }

  ask(own: Ask): Ask {
    return {
      ...own,
      ...this.#known(own),
      derive: (compute, key = '') =>
        this.#computed(compute, key, () =>
          own.derive(
            this.#following(compute, (ask) => this.ask(ask)),
            key,
          ),
        ),
      once: (compute) =>
        this.#computed(compute, '', () => own.once(this.#following(compute, (known) => this.#known(known)))),
    };
  }

  #known(own: Known): Known {
    return {
      facts: own.facts,
      limit: (key) => {
        this.#reading.add(key);
        return own.limit(key);
      },
      figure: (key) => {
        this.#reading.add(key);
        return own.figure(key);
      },
    };
  }

  #computed<T>(compute: unknown, key: string, run: () => T): T {
    try {
      return run();
    } finally {
      for (const read of this.#shared.get(compute)?.get(key) ?? []) this.#reading.add(read);
    }
  }

  /** The same function object for the same computation, as the engine asks for. */
  #following<A, T>(compute: (ask: A, key: string) => T, wrap: (ask: A) => A): (ask: A, key?: string) => T {
    const known = this.#wrapped.get(compute) as ((ask: A, key?: string) => T) | undefined;
    if (known) return known;
    const following = (ask: A, key = ''): T => {
      const outer = this.#reading;
      this.#reading = new Set();
      try {
        return compute(wrap(ask), key);
      } finally {
        const byKey = this.#shared.get(compute) ?? new Map<string, Set<string>>();
        this.#shared.set(compute, byKey.set(key, this.#reading));
        this.#reading = outer;
      }
    };
    this.#wrapped.set(compute, following);
    return following;
  }
}

/** The line that a rule was asked about: a line itself, or a part that knows its line. */
function lineOf(subject: unknown): string[] {
  if (typeof subject !== 'object' || subject === null) return [];
  if ('line' in subject) return lineOf(subject.line);
  return 'kind' in subject && 'account' in subject && 'id' in subject ? [String(subject.id)] : [];
}

function spokenOf(verdicts: Verdict | readonly Verdict[] | undefined): string[] {
  const list = verdicts === undefined ? [] : Array.isArray(verdicts) ? verdicts : [verdicts as Verdict];
  return list.flatMap((verdict: Verdict) => verdict.at?.line ?? []);
}
