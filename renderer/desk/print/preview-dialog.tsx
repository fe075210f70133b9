import { Dialog } from '@base-ui/react/dialog';
import { IconDownload, IconPrinter, IconX } from '@tabler/icons-react';
import { type ReactNode, useCallback, useEffect, useRef, useState } from 'react';
import { Button } from '../../ui/button.js';
import { isComposing } from '../../ui/composing.js';
import { Progress } from '../../ui/progress.js';
import { PdfPages } from '../pdf/pdf-pages.js';
import type { PrintOrder } from './print-order.js';
import './preview.css';
import { printPdf } from './print-pages.js';
import { type Drawn, useDrawnPapers } from './use-drawn-papers.js';
import { usePageTurning } from './use-page-turning.js';
import { useSavePdf } from './use-save-pdf.js';

/** 印刷の確認: the pages as they will be printed. Esc closes, Ctrl+P prints, PageUp and PageDown turn pages. */
export function PreviewDialog({
  order,
  onClose,
}: {
  readonly order: PrintOrder;
  readonly onClose: () => void;
}): ReactNode {
  const { drawn, again } = useDrawnPapers(order);
  const { save, isSaving } = useSavePdf(order);
  const { print, printing, cancel } = usePrinting(drawn);
  const popup = useRef<HTMLDivElement>(null);
  const scroller = useRef<HTMLDivElement>(null);
  const { page, turn, onScroll } = usePageTurning(scroller);
  const isReady = drawn.kind === 'drawn' && drawn.pages > 0;

  useEffect(() => {
    // Also where the focus is on nothing: the window's own print command would print the screen.
    const onKeyDown = (event: KeyboardEvent): void => {
      const isAbove = event.target instanceof Element && event.target.closest('[role="dialog"]') !== popup.current;
      // A question that lies over the pages has its own keys.
      if (isComposing(event) || (isAbove && event.target !== document.body)) return;
      const isPrint = event.ctrlKey && event.key.toLowerCase() === 'p';
      if (isPrint) print();
      else if (event.key === 'PageDown') turn(1);
      else if (event.key === 'PageUp') turn(-1);
      else if (!event.ctrlKey && !event.altKey) return;
      // Undo and the ways to other screens rest while the pages lie over them.
      event.preventDefault();
      event.stopPropagation();
    };
    window.addEventListener('keydown', onKeyDown, { capture: true });
    return () => window.removeEventListener('keydown', onKeyDown, { capture: true });
  }, [print, turn]);

  return (
    <Dialog.Root open onOpenChange={(open) => (open ? undefined : onClose())}>
      <Dialog.Portal>
        <Dialog.Popup ref={popup} className="preview" initialFocus={scroller}>
          <div className="preview-head">
            <Dialog.Title className="preview-title">{order.titleJa}</Dialog.Title>
            {isReady && (
              <span className="preview-count">
                {page}／{drawn.pages}ページ
              </span>
            )}
            <span className="preview-gap" />
            {printing && (
              <div className="preview-progress">
                <Progress
                  ja="印刷の用意をしています"
                  done={printing.done}
                  total={printing.total}
                  unit="ページ"
                  onCancel={cancel}
                />
              </div>
            )}
            <Button
              icon={<IconDownload size={16} aria-hidden="true" />}
              disabled={!isReady || isSaving}
              onClick={() => void save()}
            >
              PDFを保存
            </Button>
            <Button
              kind="main"
              icon={<IconPrinter size={16} aria-hidden="true" />}
              shortcut="Ctrl+P"
              disabled={!isReady || printing !== undefined}
              onClick={print}
            >
              印刷
            </Button>
            <Button kind="bare" aria-label="閉じる" shortcut="Esc" onClick={onClose}>
              <IconX size={16} aria-hidden="true" />
            </Button>
          </div>
          <div
            ref={scroller}
            className="preview-pages"
            data-pdf-scroller
            tabIndex={0}
            role="document"
            aria-label={`${order.titleJa}のページ`}
            onScroll={onScroll}
          >
            <Pages drawn={drawn} titleJa={order.titleJa} onAgain={again} />
          </div>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

function Pages({
  drawn,
  titleJa,
  onAgain,
}: {
  readonly drawn: Drawn;
  readonly titleJa: string;
  readonly onAgain: () => void;
}): ReactNode {
  if (drawn.kind === 'drawing') return <Progress ja="書類のページを作っています" />;
  if (drawn.kind === 'refused') {
    return (
      <div className="preview-word" role="alert">
        <p>{drawn.refusal.messageJa}</p>
        <Button onClick={onAgain}>もう一度作る</Button>
      </div>
    );
  }
  if (drawn.pages === 0) return <p className="preview-word">この講習会には、この書類で出すものがまだありません。</p>;
  return <PdfPages bytes={drawn.bytes} labelJa={titleJa} />;
}

type Printing = { readonly done: number; readonly total: number };

function usePrinting(drawn: Drawn): {
  readonly print: () => void;
  readonly printing: Printing | undefined;
  readonly cancel: () => void;
} {
  const [printing, setPrinting] = useState<Printing>();
  const running = useRef<AbortController>(undefined);
  const cancel = useCallback(() => running.current?.abort(), []);
  useEffect(() => cancel, [cancel]);
  const print = useCallback(() => {
    if (drawn.kind !== 'drawn' || drawn.pages === 0 || running.current) return;
    const own = new AbortController();
    running.current = own;
    setPrinting({ done: 0, total: drawn.pages });
    void printPdf(drawn.bytes, (done, total) => setPrinting({ done, total }), own.signal).finally(() => {
      running.current = undefined;
      setPrinting(undefined);
    });
  }, [drawn]);
  return { print, printing, cancel };
}
