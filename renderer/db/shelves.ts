/**
 * What belongs to the desk and not to one course: the user's own rulebooks, choices that are remembered, pictures of
 * vouchers (keyed by course and id), accounts of payees, mappings of official forms.
 */
import { z } from 'zod';
import type { ChangeStep, Json } from '../../shared/model/change.js';
import { PAYMENT_SETTINGS } from '../../shared/payments/payment-settings.js';
import { payeeAccount } from '../../shared/payments/payee-account.js';
import { rulebookFile } from '../../shared/rules/engine/rulebook.js';
import { templateSetting } from '../../shared/templates/template-setting.js';
import { templateMapping } from '../../shared/templates/mapping.js';
import { picture } from '../../shared/vouchers/picture.js';
import type { DeskDatabase } from './database.js';

/** A choice of the user, remembered for the next time. */
export const setting = z.discriminatedUnion('kind', [
  /** Which column of a list means what: for each heading of the file the field it was matched to, or null. */
  z.strictObject({
    kind: z.literal('columns'),
    list: z.enum(['participants']),
    columns: z.array(z.strictObject({ heading: z.string(), field: z.string().nullable() })),
  }),
  ...PAYMENT_SETTINGS,
  templateSetting,
]);
export type Setting = z.infer<typeof setting>;

export const SHELVES = {
  rulebooks: rulebookFile,
  settings: setting,
  pictures: picture,
  accounts: payeeAccount,
  mappings: templateMapping,
} as const;
export type Shelf = keyof typeof SHELVES;
export type ShelfValue<S extends Shelf> = z.infer<(typeof SHELVES)[S]>;
export type ShelfRow<S extends Shelf = Shelf> = { readonly key: string; readonly value: ShelfValue<S> };

/** Entries of a shelf taken out to be edited in memory; the door compares and writes what differs. */
export class ShelfDraft<S extends Shelf> {
  readonly #before: ReadonlyMap<string, ShelfRow<S>>;
  readonly #rows: Map<string, ShelfRow<S>>;

  constructor(
    readonly shelf: S,
    rows: readonly ShelfRow<S>[],
  ) {
    this.#before = new Map(rows.map((row) => [row.key, row]));
    this.#rows = new Map(this.#before);
  }

  get(key: string): ShelfValue<S> | undefined {
    return this.#rows.get(key)?.value;
  }

  /** All entries, by key. */
  all(): readonly ShelfRow<S>[] {
    return [...this.#rows.values()].sort((a, b) => (a.key < b.key ? -1 : 1));
  }

  /** Throws where the value has not the shape of its shelf. */
  put(key: string, value: ShelfValue<S>): void {
    this.#rows.set(key, { key, value: SHELVES[this.shelf].parse(value) as ShelfValue<S> });
  }

  remove(key: string): void {
    this.#rows.delete(key);
  }

  /** What differs from the database. */
  steps(): ChangeStep[] {
    const keys = [...new Set([...this.#before.keys(), ...this.#rows.keys()])];
    return keys.flatMap((key): ChangeStep[] => {
      const before = this.#before.get(key);
      const after = this.#rows.get(key);
      if (before === after || JSON.stringify(before) === JSON.stringify(after)) return [];
      return [{ table: this.shelf, key, before: (before ?? null) as Json, after: (after ?? null) as Json }];
    });
  }
}

export async function openShelf<S extends Shelf>(database: DeskDatabase, shelf: S): Promise<ShelfDraft<S>> {
  return new ShelfDraft(shelf, await database.shelf(shelf).toArray());
}
