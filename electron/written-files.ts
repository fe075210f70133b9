import { randomUUID } from 'node:crypto';
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { z } from 'zod';
import type { WrittenFile } from '../shared/ipc/contract.js';
import { Refused } from './refused.js';

/** Files that are remembered; the oldest are forgotten first. */
const MOST = 1000;
const notes = z.array(z.tuple([z.uuid(), z.string()]));

/** 書き出したファイル: the screens name them by id and never by path. */
export class WrittenFiles {
  readonly #paths: Map<string, string>;

  /** `memory`: the file in which they are kept for the next run; absent = known in this run only. */
  constructor(readonly memory?: string) {
    this.#paths = new Map(memory === undefined ? [] : readNotes(memory));
  }

  /** Notes a file and tells the screens about it; a file noted before keeps its id. */
  note(path: string, bytes: number): WrittenFile {
    const known = [...this.#paths].find(([, other]) => other === path)?.[0];
    const id = known ?? randomUUID();
    this.#paths.delete(id);
    this.#paths.set(id, path);
    this.#keep();
    return { id, name: basename(path), place: path, bytes };
  }

  /** The path behind an id. Refuses with NO-SUCH-FILE. */
  path(id: string): string {
    const path = this.#paths.get(id);
    if (path === undefined) {
      throw new Refused('NO-SUCH-FILE', 'このファイルをどこに書き出したか分かりません。もう一度書き出してください。');
    }
    return path;
  }

  /** Best effort: without the notes nothing is lost but the way from the screen to an older file. */
  #keep(): void {
    if (this.memory === undefined) return;
    for (const id of [...this.#paths.keys()].slice(0, -MOST)) this.#paths.delete(id);
    try {
      writeFileSync(`${this.memory}.new`, JSON.stringify([...this.#paths]), { mode: 0o600 });
      renameSync(`${this.memory}.new`, this.memory);
    } catch {
      // A full disk is told by what the user wanted to write.
    }
  }
}

function readNotes(memory: string): [string, string][] {
  try {
    return notes.parse(JSON.parse(readFileSync(memory, 'utf8')));
  } catch {
    return [];
  }
}
