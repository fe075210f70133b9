/**
 * 証憑ファイルの保管: bytes under their SHA-256 in `files/<first two digits>/<all digits>`, written once, flushed, never
 * changed, and checked against their name whenever they are read.
 */
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { type Disk, DISK, errorCode, readAll } from '../disk.js';
import { Refused } from '../refused.js';
import { asRefused, safeWrite } from '../safe-write.js';

export class KeptFiles {
  constructor(
    readonly folder: string,
    readonly disk: Disk = DISK,
  ) {}

  /**
   * Keeps bytes; false where they were there already. A file that was damaged since is replaced by the good bytes, so
   * that adding a picture again mends it.
   */
  async keep(bytes: Uint8Array): Promise<{ sha256: string; isNew: boolean }> {
    const sha256 = sha256Of(bytes);
    const path = this.#path(sha256);
    if (await this.#isWhole(sha256)) return { sha256, isNew: false };
    try {
      await this.disk.makeFolder(join(this.folder, sha256.slice(0, 2)));
    } catch (error) {
      throw asRefused(error, path);
    }
    await safeWrite(path, bytes, this.disk);
    return { sha256, isNew: true };
  }

  /** The bytes. Refuses with NO-SUCH-FILE where they are gone and with DAMAGED-FILE where they changed. */
  async read(sha256: string): Promise<Buffer> {
    const bytes = await this.#bytes(sha256);
    if (bytes === undefined) throw gone(sha256);
    if (sha256Of(bytes) !== sha256) throw damaged(sha256);
    return bytes;
  }

  async #isWhole(sha256: string): Promise<boolean> {
    const bytes = await this.#bytes(sha256).catch(() => undefined);
    return bytes !== undefined && sha256Of(bytes) === sha256;
  }

  async #bytes(sha256: string): Promise<Buffer | undefined> {
    const path = this.#path(sha256);
    try {
      const file = await this.disk.open(path, 'r');
      try {
        const bytes = await readAll(file, 0, (await file.stat()).size);
        return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
      } finally {
        await file.close();
      }
    } catch (error) {
      if (errorCode(error) === 'ENOENT') return undefined;
      // A sector that the disk no longer reads is damage too.
      if (errorCode(error) === 'EIO') throw damaged(sha256);
      throw asRefused(error, path);
    }
  }

  #path(sha256: string): string {
    if (!/^[0-9a-f]{64}$/u.test(sha256)) throw new TypeError('Not a SHA-256');
    return join(this.folder, sha256.slice(0, 2), sha256);
  }
}

function sha256Of(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

const MEND = 'もとの写真やPDFをもう一度追加すると、元どおりになります。ほかの証憑はそのままです。';

function gone(sha256: string): Refused {
  return new Refused('NO-SUCH-FILE', `保管した証憑のファイルが見つかりません。${MEND}`, sha256.slice(0, 12));
}

function damaged(sha256: string): Refused {
  return new Refused('DAMAGED-FILE', `保管した証憑のファイルが傷んでいます。${MEND}`, sha256.slice(0, 12));
}
