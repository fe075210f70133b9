import { type FocusEvent, type KeyboardEvent, type ChangeEvent, useEffect, useRef, useState } from 'react';
import type { Recorded } from '../db/changes.js';
import { isComposing } from './composing.js';

/** What became of a typed text. */
export type Reading<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly ja: string };

/** A committed value goes to the store; where the store refuses it, its sentence stands below the field. */
export type Commit<T> = ((value: T) => Promise<Recorded>) | ((value: T) => void);

export type Entry = {
  readonly text: string;
  readonly problem: string | undefined;
  readonly inputProps: {
    readonly value: string;
    readonly onChange: (event: ChangeEvent<HTMLInputElement | HTMLTextAreaElement>) => void;
    readonly onBlur: (event: FocusEvent) => void;
    readonly onKeyDown: (event: KeyboardEvent<HTMLElement>) => void;
    readonly 'data-dirty': '' | undefined;
  };
};

/**
 * A typed field: text while it is typed, committed on Enter or on leaving, restored by Esc. A text that cannot be
 * read stays as it was typed, with a sentence; it never keeps anybody in the field.
 */
export function useEntry<T>(options: {
  readonly value: T;
  readonly show: (value: T) => string;
  readonly read: (text: string) => Reading<T>;
  readonly onCommit: Commit<T>;
  readonly multiline?: boolean;
  /** Told whether the text could be read, for a form that must not go on without it. */
  readonly onRead?: ((isReadable: boolean) => void) | undefined;
}): Entry {
  const { value, show, read, onCommit } = options;
  /** What was typed; absent while the field shows the stored value. */
  const [typed, setTyped] = useState<string>();
  const [problem, setProblem] = useState<string>();
  const dirty = useRef(false);
  const shown = show(value);

  useEffect(() => {
    if (!dirty.current) setTyped(undefined);
  }, [shown]);

  const commit = async (): Promise<void> => {
    if (typed === undefined || !dirty.current) return;
    const reading = read(typed);
    options.onRead?.(reading.ok);
    if (!reading.ok) {
      setProblem(reading.ja);
      return;
    }
    dirty.current = false;
    setProblem(undefined);
    if (show(reading.value) === shown) {
      setTyped(undefined);
      return;
    }
    // The committed text stays until the store shows it: no flash of the old value.
    setTyped(show(reading.value));
    const recorded = await onCommit(reading.value);
    if (recorded && !recorded.ok) {
      dirty.current = true;
      setProblem(recorded.problems[0]?.ja);
    }
  };

  const restore = (): void => {
    options.onRead?.(true);
    dirty.current = false;
    setTyped(undefined);
    setProblem(undefined);
  };

  return {
    text: typed ?? shown,
    problem,
    inputProps: {
      value: typed ?? shown,
      onChange: (event) => {
        dirty.current = true;
        setTyped(event.target.value);
      },
      onBlur: () => void commit(),
      onKeyDown: (event) => {
        if (isComposing(event)) return;
        if (event.key === 'Enter' && !options.multiline) void commit();
        if (event.key === 'Escape' && dirty.current) {
          event.stopPropagation();
          restore();
        }
      },
      'data-dirty': typed !== undefined && typed !== shown ? '' : undefined,
    },
  };
}
