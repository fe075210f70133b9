/**
 * 様式 of publishers that the user gave, kept beside the data under their SHA-256. They belong to their publishers:
 * nothing that leaves the program carries them, only the forms that were filled in.
 */
import { createHash } from 'node:crypto';
import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { errorCode } from '../disk.js';
import { Refused } from '../refused.js';
import { safeWrite } from '../safe-write.js';

export class KeptTemplates {
  readonly #folder: string;

  constructor(dataDir: string) {
    this.#folder = join(dataDir, 'templates');
  }

  /** Keeps the bytes and answers their SHA-256 (hex); bytes that are there already are not written again. */
  async keep(bytes: Uint8Array): Promise<string> {
    const sha256 = hashOf(bytes);
    if ((await this.#lying(sha256)) !== undefined) return sha256;
    await mkdir(this.#folder, { recursive: true, mode: 0o700 });
    await safeWrite(this.#path(sha256), bytes);
    return sha256;
  }

  /** The bytes under a SHA-256. Refuses with NO-SUCH-FILE where they are gone or no longer the same. */
  async read(sha256: string): Promise<Uint8Array> {
    const bytes = await this.#lying(sha256);
    if (bytes) return bytes;
    throw new Refused(
      'NO-SUCH-FILE',
      '様式のファイルがこのパソコンにありません。配布元のファイルをもう一度選んでください。対応表はそのまま使えます。',
    );
  }

  async #lying(sha256: string): Promise<Uint8Array | undefined> {
    try {
      const bytes = await readFile(this.#path(sha256));
      return hashOf(bytes) === sha256 ? bytes : undefined;
    } catch (error) {
      if (errorCode(error) === 'ENOENT') return undefined;
      throw error;
    }
  }

  #path(sha256: string): string {
    return join(this.#folder, `${sha256}.xlsx`);
  }
}

function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
