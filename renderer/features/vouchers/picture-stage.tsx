import { type PointerEvent, type ReactNode, useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { Picture } from '../../../shared/vouchers/picture.js';
import { openPdf, type PdfFile } from '../../desk/pdf/open-pdf.js';
import type { Arranging } from './arranging.js';
import { cropBetween, fitScale, type Size, type Stamp, turnedSize, WHOLE } from './picture-geometry.js';
import { type KeptFile, useKeptFile } from './use-kept-file.js';

type Props = {
  readonly picture: Picture;
  readonly page: number;
  /** 1 fits into the place. */
  readonly zoom: number;
  /** What is stamped; absent where nothing is. */
  readonly no: string | undefined;
  readonly stamp: Stamp | undefined;
  readonly headJa: string;
  readonly arranging: Arranging | undefined;
  readonly onArrange: (arranging: Arranging) => void;
  readonly onSettle: (arranging: Arranging) => void;
  readonly labelJa: string;
};

const AIR = 24;
/** Height of the margin above the picture, in which the number stands. */
const MARGIN = 44;

/** The grey place with the picture, scrolled where it is larger. */
export function PictureStage(props: Props): ReactNode {
  const { picture } = props;
  const file = useKeptFile(picture.sha256);
  const [place, measured] = usePlace();
  return (
    <div
      ref={measured}
      className="viewer-stage"
      tabIndex={0}
      data-region="picture"
      role="group"
      aria-label={props.labelJa}
    >
      {file.kind === 'reading' ? <p className="viewer-word">開いています</p> : null}
      {file.kind === 'refused' ? (
        <div className="viewer-refusal" role="alert">
          <p className="empty-title">この画像を出せません</p>
          <p className="second">{file.error.messageJa}</p>
          <p className="caption">
            {picture.nameJa}　記録番号 {file.error.code}
          </p>
        </div>
      ) : null}
      {file.kind === 'there' && place ? <Sheet {...props} file={file} place={place} /> : null}
    </div>
  );
}

type There = Extract<KeptFile, { kind: 'there' }>;

function Sheet(props: Props & { readonly file: There; readonly place: Size }): ReactNode {
  return props.file.type === 'application/pdf' ? <PdfSheet {...props} /> : <ImageSheet {...props} />;
}

function ImageSheet(props: Props & { readonly file: There; readonly place: Size }): ReactNode {
  const { file, picture, arranging } = props;
  const [size, setSize] = useState<Size>();
  const [isBroken, setBroken] = useState(false);
  if (isBroken) return <p className="viewer-word">この写真は画面に出せません。もとのファイルはそのままです。</p>;
  const turned = size && turnedSize(size, picture.turn);
  // While it is cut the whole picture is shown, with the frame over it.
  const crop = arranging?.kind === 'crop' ? WHOLE : (picture.crop ?? WHOLE);
  const box = turned && { width: (turned.width * crop.width) / 1000, height: (turned.height * crop.height) / 1000 };
  const scale = box ? fitScale(box, inner(props), props.zoom) : 1;
  const image = (
    <img
      key={file.url}
      src={file.url}
      alt={props.labelJa}
      className="viewer-image"
      draggable={false}
      onLoad={({ currentTarget }) =>
        setSize({ width: currentTarget.naturalWidth, height: currentTarget.naturalHeight })
      }
      onError={() => setBroken(true)}
      style={
        size && turned
          ? {
              width: size.width * scale,
              height: size.height * scale,
              left: ((turned.width - size.width) / 2 - (crop.left * turned.width) / 1000) * scale,
              top: ((turned.height - size.height) / 2 - (crop.top * turned.height) / 1000) * scale,
              transform: `rotate(${picture.turn}deg)`,
            }
          : { visibility: 'hidden' }
      }
    />
  );
  return (
    <Paper {...props} size={box && { width: box.width * scale, height: box.height * scale }}>
      {image}
    </Paper>
  );
}

function PdfSheet(props: Props & { readonly file: There; readonly place: Size }): ReactNode {
  const { file, picture, page, zoom } = props;
  const { bytes } = file;
  const [pdf, setPdf] = useState<PdfFile>();
  const [size, setSize] = useState<Size>();
  const [isBroken, setBroken] = useState(false);
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    let own: PdfFile | undefined;
    let isLeft = false;
    openPdf(bytes)
      .then((opened) => {
        if (isLeft) return opened.close();
        own = opened;
        setPdf(opened);
      })
      .catch(() => isLeft || setBroken(true));
    return () => {
      isLeft = true;
      own?.close();
      setPdf(undefined);
    };
  }, [bytes]);
  useEffect(() => {
    let isLeft = false;
    pdf
      ?.size(page, picture.turn)
      .then((own) => isLeft || setSize(own))
      .catch(() => isLeft || setBroken(true));
    return () => {
      isLeft = true;
    };
  }, [pdf, page, picture.turn]);
  const scale = size ? fitScale(size, inner(props), zoom) : 1;
  useEffect(() => {
    if (!pdf || !canvas.current || !size) return undefined;
    const drawing = pdf.draw(page, canvas.current, scale * window.devicePixelRatio, picture.turn);
    drawing.done.catch(() => setBroken(true));
    return drawing.cancel;
  }, [pdf, page, picture.turn, size, scale]);
  if (isBroken) {
    return <p className="viewer-word">このPDFは画面に出せません。パスワードが付いているか、壊れています。</p>;
  }
  return (
    <Paper {...props} size={size && { width: size.width * scale, height: size.height * scale }}>
      <canvas
        ref={canvas}
        className="viewer-image"
        role="img"
        aria-label={props.labelJa}
        style={size ? { width: size.width * scale, height: size.height * scale } : {}}
      />
    </Paper>
  );
}

/** The paper with the number on it; in its modes the number or the frame moves with the pointer. */
function Paper({
  size,
  no,
  stamp,
  headJa,
  arranging,
  onArrange,
  onSettle,
  children,
}: Props & { readonly size: Size | undefined; readonly children: ReactNode }): ReactNode {
  const paper = useRef<HTMLDivElement>(null);
  const [from, setFrom] = useState<Stamp>();
  const at = ({ clientX, clientY }: PointerEvent): Stamp => {
    const box = paper.current?.getBoundingClientRect();
    if (!box || box.width === 0 || box.height === 0) return { x: 0, y: 0 };
    return {
      x: held(((clientX - box.left) * 1000) / box.width),
      y: held(((clientY - box.top) * 1000) / box.height),
    };
  };
  const drag = (event: PointerEvent, start: Stamp): Arranging =>
    arranging?.kind === 'crop'
      ? { kind: 'crop', crop: cropBetween(start, at(event)) }
      : { kind: 'stamp', stamp: at(event) };
  const shown = arranging?.kind === 'stamp' ? arranging.stamp : stamp;
  return (
    <div className="viewer-paper" style={size ? { width: size.width } : { visibility: 'hidden' }}>
      {no === undefined ? null : (
        <div className="viewer-margin">
          <span className="viewer-head">{headJa}</span>
          {shown ? null : <StampMark no={no} at={undefined} />}
        </div>
      )}
      <div
        ref={paper}
        className={arranging ? 'viewer-seen viewer-arranging' : 'viewer-seen'}
        style={size ? { height: size.height } : {}}
        onPointerDown={(event) => {
          if (!arranging || event.button !== 0) return;
          event.currentTarget.setPointerCapture(event.pointerId);
          const start = at(event);
          setFrom(start);
          if (arranging.kind === 'stamp') onArrange({ kind: 'stamp', stamp: start });
        }}
        onPointerMove={(event) => from && onArrange(drag(event, from))}
        onPointerUp={(event) => {
          if (!from) return;
          setFrom(undefined);
          if (arranging?.kind === 'stamp') onSettle(drag(event, from));
        }}
      >
        {children}
        {arranging?.kind === 'crop' ? (
          <CropFrame crop={arranging.crop} />
        ) : no === undefined || !shown ? null : (
          <StampMark no={no} at={shown} />
        )}
      </div>
    </div>
  );
}

/** Half of the box in pixels: on a small picture the number stays whole. */
const STAMP_HALF = { x: 54, y: 24 };

/** 証憑 2-04 in its box, as it prints. */
function StampMark({ no, at }: { readonly no: string; readonly at: Stamp | undefined }): ReactNode {
  return (
    <span
      className={at ? 'viewer-stamp viewer-stamp-on' : 'viewer-stamp'}
      style={
        at
          ? {
              left: `clamp(${STAMP_HALF.x}px, ${at.x / 10}%, calc(100% - ${STAMP_HALF.x}px))`,
              top: `clamp(${STAMP_HALF.y}px, ${at.y / 10}%, calc(100% - ${STAMP_HALF.y}px))`,
            }
          : {}
      }
    >
      <small>証憑</small>
      <b>{no}</b>
    </span>
  );
}

function CropFrame({ crop }: { readonly crop: Extract<Arranging, { kind: 'crop' }>['crop'] }): ReactNode {
  return (
    <span
      className="viewer-crop"
      style={{
        left: `${crop.left / 10}%`,
        top: `${crop.top / 10}%`,
        width: `${crop.width / 10}%`,
        height: `${crop.height / 10}%`,
      }}
    />
  );
}

function held(value: number): number {
  return Math.max(0, Math.min(1000, Math.round(value)));
}

/** Room for the picture: inside the grey, below its margin. */
function inner({ place, no }: { readonly place: Size; readonly no: string | undefined }): Size {
  const margin = no === undefined ? 0 : MARGIN;
  return { width: Math.max(80, place.width - 2 * AIR), height: Math.max(80, place.height - 2 * AIR - margin) };
}

/** The size of an element, followed while the window changes. */
function usePlace(): readonly [Size | undefined, (element: HTMLElement | null) => void] {
  const [element, setElement] = useState<HTMLElement | null>(null);
  const [size, setSize] = useState<Size>();
  useLayoutEffect(() => {
    if (!element) return undefined;
    const measure = (): void => setSize({ width: element.offsetWidth, height: element.offsetHeight });
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [element]);
  return [size, setElement];
}
