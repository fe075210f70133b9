import { useEffect, useState } from 'react';
import type { Refusal } from '../../../shared/ipc/contract.js';
import type { PictureType } from '../../../shared/vouchers/picture.js';
import { useDesk } from '../../desk/desk-context.js';
import { readKept } from '../../desk/kept-bytes.js';

export type KeptFile =
  | { readonly kind: 'reading' }
  | {
      readonly kind: 'there';
      readonly bytes: Uint8Array<ArrayBuffer>;
      readonly type: PictureType;
      readonly url: string;
    }
  | { readonly kind: 'refused'; readonly error: Refusal };

/** The bytes of a kept file with an address of the window for them. */
export function useKeptFile(sha256: string): KeptFile {
  const { host } = useDesk();
  const [file, setFile] = useState<KeptFile>({ kind: 'reading' });
  useEffect(() => {
    let isLeft = false;
    let url: string | undefined;
    void readKept(host, sha256).then((kept) => {
      if (isLeft) return;
      if (!kept.ok) {
        setFile({ kind: 'refused', error: kept.error });
        return;
      }
      url = URL.createObjectURL(new Blob([kept.bytes], { type: kept.type }));
      setFile({ kind: 'there', bytes: kept.bytes, type: kept.type, url });
    });
    return () => {
      isLeft = true;
      if (url !== undefined) URL.revokeObjectURL(url);
      setFile({ kind: 'reading' });
    };
  }, [host, sha256]);
  return file;
}
