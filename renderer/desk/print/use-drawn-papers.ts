/** The pages of an order, drawn by the host as one PDF. */
import { useCallback, useEffect, useState } from 'react';
import type { Refusal } from '../../../shared/ipc/contract.js';
import { useDesk } from '../desk-context.js';
import type { PrintOrder } from './print-order.js';

export type Drawn =
  | { readonly kind: 'drawing' }
  | { readonly kind: 'drawn'; readonly bytes: Uint8Array; readonly pages: number }
  | { readonly kind: 'refused'; readonly refusal: Refusal };

/** What the calls of the host take of an order. */
export function callInput(order: PrintOrder): {
  case: unknown;
  book: unknown;
  forSubmission: boolean;
  papers?: string[];
  lines?: string[];
} {
  const { value, book, papers, forSubmission = false, lines } = order;
  return {
    case: value,
    book: book.file,
    forSubmission,
    ...(papers === undefined ? {} : { papers: [...papers] }),
    ...(lines === undefined ? {} : { lines: [...lines] }),
  };
}

/** Draws once per order; `again` draws anew. */
export function useDrawnPapers(order: PrintOrder): { readonly drawn: Drawn; readonly again: () => void } {
  const { host } = useDesk();
  const [drawn, setDrawn] = useState<Drawn>({ kind: 'drawing' });
  const [tries, setTries] = useState(0);
  useEffect(() => {
    let isLeft = false;
    void host.call('draw-papers', callInput(order)).then((answer) => {
      if (isLeft) return;
      if (!answer.ok) setDrawn({ kind: 'refused', refusal: answer.error });
      else setDrawn({ kind: 'drawn', bytes: bytesOf(answer.value.base64), pages: answer.value.pages });
    });
    return () => {
      isLeft = true;
    };
  }, [host, order, tries]);
  const again = useCallback(() => {
    setDrawn({ kind: 'drawing' });
    setTries((count) => count + 1);
  }, []);
  return { drawn, again };
}

function bytesOf(base64: string): Uint8Array {
  const text = atob(base64);
  const bytes = new Uint8Array(text.length);
  for (let index = 0; index < text.length; index += 1) bytes[index] = text.charCodeAt(index);
  return bytes;
}
