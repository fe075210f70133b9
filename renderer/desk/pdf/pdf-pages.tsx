import { type ReactNode, useEffect, useRef, useState } from 'react';
import { openPdf, type PageSize, type PdfFile, type Turn } from './open-pdf.js';
import './pdf-pages.css';

type Props = {
  /** The whole file. Another array is another file. */
  readonly bytes: Uint8Array;
  /** What it is, e.g. 「証憑 2-3」; each page is announced as 「… 1ページ」. */
  readonly labelJa: string;
  readonly turn?: Turn;
  /** Width of a page in pixels of the screen; default: as wide as the place it stands in. */
  readonly width?: number | undefined;
  /** Called once the file is open, with its number of pages. */
  readonly onOpen?: ((pages: number) => void) | undefined;
};

type State =
  | { readonly kind: 'opening' }
  | { readonly kind: 'open'; readonly file: PdfFile; readonly sizes: readonly PageSize[] }
  | { readonly kind: 'unreadable' };

/** All pages of a PDF under each other, each drawn when it comes near the visible part. */
export function PdfPages({ bytes, labelJa, turn = 0, width, onOpen }: Props): ReactNode {
  const state = usePdf(bytes, turn, onOpen);
  if (state.kind === 'opening') return <p className="pdf-word">開いています</p>;
  if (state.kind === 'unreadable') {
    return <p className="pdf-word">このPDFは画面に出せません。パスワードが付いているか、壊れています。</p>;
  }
  return (
    <div className="pdf-pages">
      {state.sizes.map((size, index) => (
        <PdfPage
          key={index}
          file={state.file}
          number={index + 1}
          size={size}
          turn={turn}
          width={width}
          labelJa={`${labelJa} ${index + 1}ページ`}
        />
      ))}
    </div>
  );
}

function usePdf(bytes: Uint8Array, turn: Turn, onOpen: ((pages: number) => void) | undefined): State {
  const [state, setState] = useState<State>({ kind: 'opening' });
  const told = useRef(onOpen);
  useEffect(() => {
    told.current = onOpen;
  });
  useEffect(() => {
    let isLeft = false;
    let file: PdfFile | undefined;
    const open = async (): Promise<void> => {
      const opened = await openPdf(bytes);
      if (isLeft) {
        opened.close();
        return;
      }
      file = opened;
      const numbers = Array.from({ length: opened.pages }, (_, index) => index + 1);
      const sizes = await Promise.all(numbers.map((number) => opened.size(number, turn)));
      if (isLeft) return;
      setState({ kind: 'open', file: opened, sizes });
      told.current?.(opened.pages);
    };
    open().catch(() => {
      if (!isLeft) setState({ kind: 'unreadable' });
    });
    return () => {
      isLeft = true;
      file?.close();
      setState({ kind: 'opening' });
    };
  }, [bytes, turn]);
  return state;
}

/** Pages within this distance of the visible part are drawn; those beyond give their memory back. */
const NEAR = '150% 0%';

type PageProps = {
  readonly file: PdfFile;
  readonly number: number;
  readonly size: PageSize;
  readonly turn: Turn;
  readonly width: number | undefined;
  readonly labelJa: string;
};

function PdfPage({ file, number, size, turn, width, labelJa }: PageProps): ReactNode {
  const place = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const [isNear, setNear] = useState(false);
  const [isDrawn, setDrawn] = useState(false);
  const [shownWidth, setShownWidth] = useState(0);

  useEffect(() => {
    const own = place.current;
    if (!own) return undefined;
    const watch = new IntersectionObserver(([entry]) => setNear(entry?.isIntersecting === true), {
      root: own.closest('[data-pdf-scroller]'),
      rootMargin: NEAR,
    });
    const measure = new ResizeObserver(() => setShownWidth(own.clientWidth));
    watch.observe(own);
    measure.observe(own);
    return () => {
      watch.disconnect();
      measure.disconnect();
    };
  }, []);

  useEffect(() => {
    const own = canvas.current;
    if (!isNear || !own || shownWidth === 0) return undefined;
    const scale = (shownWidth / size.width) * window.devicePixelRatio;
    const drawing = file.draw(number, own, scale, turn);
    drawing.done.then(setDrawn, () => setDrawn(false));
    return () => drawing.cancel();
  }, [file, number, size, turn, isNear, shownWidth]);

  useEffect(() => {
    const own = canvas.current;
    if (isNear || !own) return;
    own.width = 0;
    own.height = 0;
    setDrawn(false);
  }, [isNear]);

  return (
    <div
      ref={place}
      className="pdf-page"
      data-page={number}
      data-drawn={isDrawn}
      data-wide={size.width > size.height}
      style={{ aspectRatio: `${size.width} / ${size.height}`, ...(width === undefined ? {} : { width }) }}
    >
      <canvas ref={canvas} role="img" aria-label={labelJa} />
    </div>
  );
}
