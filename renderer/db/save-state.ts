/** 保存済み・保存中・保存できません: what the title bar says about the two places that hold the data. */
export type SaveState =
  /** Database and journal hold everything; `at` is the time of the last change, absent before the first. */
  | { readonly kind: 'saved'; readonly at: Date | undefined }
  | { readonly kind: 'saving' }
  | { readonly kind: 'failing'; readonly reasonJa: string };

/** A value that screens follow. */
export class Watched<T> {
  readonly #listeners = new Set<() => void>();

  constructor(private current: T) {}

  readonly get = (): T => this.current;

  readonly set = (next: T): void => {
    this.current = next;
    for (const listener of this.#listeners) listener();
  };

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };
}
