/** Opens everything the screens work with, or says why it must not be opened. */
import type { Refusal } from '../../shared/ipc/contract.js';
import { openRulebook, type Rulebook, rulebookFile } from '../../shared/rules/engine/rulebook.js';
import { FIGURES } from '../../shared/rules/figures.js';
import { type DeskBooks, LiveBooks, moveDraftsOn, readShelf } from '../desk/books.js';
import type { Host } from '../host.js';
import { Door } from './changes.js';
import { DATABASE_NAME, DeskDatabase, probeDatabase } from './database.js';
import { Journal } from './journal.js';
import { synchronise } from './sync.js';

/** What every screen may use. */
export type Desk = {
  readonly database: DeskDatabase;
  readonly door: Door;
  readonly journal: Journal;
  readonly host: Host;
  readonly liveBooks: LiveBooks;
} & DeskBooks;

export type OpenedDesk =
  | { readonly kind: 'ready'; readonly desk: Desk; readonly recovered: number }
  /** The data was written by a newer program. */
  | { readonly kind: 'newer' }
  /** Database and journal belong to different histories. */
  | { readonly kind: 'otherStore' }
  | { readonly kind: 'refused'; readonly refusal: Refusal };

/** The caller must hold the data for its window alone ({@link holdDataAlone}). */
export async function openDesk(host: Host, name: string = DATABASE_NAME): Promise<OpenedDesk> {
  const probe = await probeDatabase(name);
  if (probe.kind === 'newer') return { kind: 'newer' };

  const books = await readBooks(host);
  if (!books.ok) return { kind: 'refused', refusal: books.refusal };

  const database = new DeskDatabase(name);
  await database.open();
  const synced = await synchronise(database, host);
  if (synced.kind !== 'ready') {
    database.close();
    return synced;
  }
  const journal = new Journal(database, host, {
    storeId: synced.storeId,
    seq: synced.journalSeq,
    lastAt: synced.lastAt,
  });
  const door = new Door(database, journal);
  await moveDraftsOn(door, books.value);
  // Only after the database was healed: what the journal held may be a book.
  const liveBooks = new LiveBooks(database, books.value, await readShelf(database));
  const desk = { database, door, journal, host, liveBooks, ...liveBooks.get() };
  void journal.flush();
  return { kind: 'ready', desk, recovered: synced.recovered };
}

async function readBooks(
  host: Host,
): Promise<{ readonly ok: true; readonly value: Rulebook[] } | { readonly ok: false; readonly refusal: Refusal }> {
  const answer = await host.call('read-rulebooks', {});
  if (!answer.ok) return { ok: false, refusal: answer.error };
  const books = answer.value.books.map((file) => openRulebook(rulebookFile.parse(file), FIGURES));
  return { ok: true, value: books };
}
