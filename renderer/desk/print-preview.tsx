import { createContext, type ReactNode, useCallback, useContext, useMemo, useState } from 'react';
import { PreviewDialog } from './print/preview-dialog.js';
import type { PrintOrder } from './print/print-order.js';

type PrintPreview = { readonly open: (order: PrintOrder) => void };

const PreviewContext = createContext<PrintPreview>({ open: () => undefined });

/** Opens the pages of papers over the window: to be read, printed, or saved as PDF. */
export function usePrintPreview(): PrintPreview {
  return useContext(PreviewContext);
}

/** The place of the preview. */
export function PrintPreviewProvider({ children }: { readonly children: ReactNode }): ReactNode {
  const [order, setOrder] = useState<PrintOrder>();
  const close = useCallback(() => setOrder(undefined), []);
  const preview = useMemo(() => ({ open: setOrder }), []);
  return (
    <PreviewContext value={preview}>
      {children}
      {order ? <PreviewDialog order={order} onClose={close} /> : null}
    </PreviewContext>
  );
}
