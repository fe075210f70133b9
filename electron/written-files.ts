import { randomUUID } from 'node:crypto';
import { basename } from 'node:path';
import type { WrittenFile } from '../shared/ipc/contract.js';
import { Refused } from './refused.js';

/** 書き出したファイル of this run: the screens name them by id and never by path. */
export class WrittenFiles {
  readonly #paths = new Map<string, string>();

  /** Notes a file and tells the screens about it; a file noted before keeps its id. */
  note(path: string, bytes: number): WrittenFile {
    const known = [...this.#paths].find(([, other]) => other === path)?.[0];
    const id = known ?? randomUUID();
    this.#paths.set(id, path);
    return { id, name: basename(path), place: path, bytes };
  }

  /** The path behind an id. Refuses with NO-SUCH-FILE. */
  path(id: string): string {
    const path = this.#paths.get(id);
    if (path === undefined) {
      throw new Refused(
        'NO-SUCH-FILE',
        'このファイルは、いまの起動では書き出されていません。もう一度書き出してください。',
      );
    }
    return path;
  }
}
