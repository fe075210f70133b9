import {
  IconArrowLeft,
  IconArrowRight,
  IconCrop,
  IconRotateClockwise,
  IconRubberStamp,
  IconZoomIn,
  IconZoomOut,
} from '@tabler/icons-react';
import { type KeyboardEvent, type ReactNode, useState } from 'react';
import type { Picture } from '../../../shared/vouchers/picture.js';
import { isComposing } from '../../ui/composing.js';
import { type Crop, realCrop, type Stamp, stampPlaceJa, turnedOn, WHOLE } from './picture-geometry.js';
import { PictureStage } from './picture-stage.js';
import { type Arranging, arrangedBy } from './arranging.js';

export type ViewerPage = { readonly picture: Picture; /** From 1. */ readonly page: number };

type Props = {
  readonly pages: readonly ViewerPage[];
  readonly index: number;
  readonly onIndex: (index: number) => void;
  /** The number that is stamped; absent where the picture belongs to no voucher. */
  readonly no: string | undefined;
  readonly labelJa: string;
  /** What stands above the picture when it is printed. */
  readonly headJa: string;
  readonly isLocked: boolean;
  readonly onChange: (labelJa: string, picture: Picture) => void;
  /** Esc: back to the list. */
  readonly onLeave: () => void;
};

const ZOOMS = [1, 1.5, 2, 3, 4] as const;

/** The picture on grey as it prints: pages, zoom, turning, cropping, the place of the number. The file stays as it is. */
export function PictureViewer(props: Props): ReactNode {
  const { pages, index, onIndex, no, labelJa, headJa, isLocked, onChange, onLeave } = props;
  const [zoom, setZoom] = useState(0);
  const [arranging, setArranging] = useState<Arranging>();
  const shown = pages[index];
  if (!shown) return null;
  const { picture, page } = shown;
  const isPdf = picture.type === 'application/pdf';
  const { stamp } = picture;

  const turn = (): void => onChange('画像を回しました', turnedOn(picture));
  const begin = (kind: Arranging['kind']): void => {
    if (kind === 'stamp') setArranging({ kind, stamp });
    else if (!isPdf) setArranging({ kind: 'crop', crop: picture.crop ?? WHOLE });
  };
  const settle = (done: Arranging | undefined): void => {
    setArranging(undefined);
    if (done?.kind === 'stamp' && !sameStamp(done.stamp, stamp)) {
      onChange('番号の位置を変えました', withStamp(picture, done.stamp));
    } else if (done?.kind === 'crop' && !sameCrop(done.crop, picture.crop ?? WHOLE)) {
      onChange('画像を切り抜きました', withCrop(picture, done.crop));
    }
  };

  const onKeyDown = (event: KeyboardEvent): void => {
    if (isComposing(event) || event.altKey || event.metaKey || event.defaultPrevented) return;
    if (arranging) {
      const next = arrangedBy(arranging, event);
      if (next === undefined) return;
      event.preventDefault();
      if (next === 'done') settle(arranging);
      else if (next === 'leave') setArranging(undefined);
      else setArranging(next);
      return;
    }
    if (event.ctrlKey) return;
    const action = keyAction(event.key);
    if (!action) return;
    event.preventDefault();
    action();
  };
  const keyAction = (key: string): (() => void) | undefined => {
    switch (key) {
      case 'ArrowRight':
      case 'PageDown':
        return () => onIndex(Math.min(pages.length - 1, index + 1));
      case 'ArrowLeft':
      case 'PageUp':
        return () => onIndex(Math.max(0, index - 1));
      case '+':
      case ';':
        return () => setZoom(Math.min(ZOOMS.length - 1, zoom + 1));
      case '-':
        return () => setZoom(Math.max(0, zoom - 1));
      case 'Escape':
        return onLeave;
      case 'r':
      case 'R':
        return isLocked ? undefined : turn;
      case 'n':
      case 'N':
        return isLocked || no === undefined ? undefined : () => begin('stamp');
      case 'c':
      case 'C':
        return isLocked || isPdf ? undefined : () => begin('crop');
      default:
        return undefined;
    }
  };

  return (
    <section className="voucher-viewer" aria-label="証憑の画像" onKeyDown={onKeyDown}>
      <div className="viewer-tools" data-region="viewer-tools">
        <span className="viewer-pages">
          {index + 1}／{pages.length}ページ
        </span>
        {pages.length > 1 ? (
          <>
            <Tool label="前のページ" keyJa="←" isOff={index === 0} onPress={() => onIndex(index - 1)}>
              <IconArrowLeft size={16} stroke={1.6} aria-hidden="true" />
            </Tool>
            <Tool label="次のページ" keyJa="→" isOff={index === pages.length - 1} onPress={() => onIndex(index + 1)}>
              <IconArrowRight size={16} stroke={1.6} aria-hidden="true" />
            </Tool>
          </>
        ) : null}
        <span className="gap" />
        <Tool label="小さく" keyJa="−" isOff={zoom === 0} onPress={() => setZoom(zoom - 1)}>
          <IconZoomOut size={17} stroke={1.6} aria-hidden="true" />
        </Tool>
        <Tool label="大きく" keyJa="＋" isOff={zoom === ZOOMS.length - 1} onPress={() => setZoom(zoom + 1)}>
          <IconZoomIn size={17} stroke={1.6} aria-hidden="true" />
        </Tool>
        {isLocked ? null : (
          <>
            <Tool label="右に回す" keyJa="R" onPress={turn}>
              <IconRotateClockwise size={17} stroke={1.6} aria-hidden="true" />
            </Tool>
            <Tool
              label="切り抜く"
              keyJa="C"
              isOff={isPdf}
              isOn={arranging?.kind === 'crop'}
              onPress={() => begin('crop')}
            >
              <IconCrop size={17} stroke={1.6} aria-hidden="true" />
            </Tool>
            <Tool
              label="番号の位置"
              keyJa="N"
              isOff={no === undefined}
              isOn={arranging?.kind === 'stamp'}
              onPress={() => begin('stamp')}
            >
              <IconRubberStamp size={17} stroke={1.6} aria-hidden="true" />
            </Tool>
          </>
        )}
        <span className="viewer-place" hidden={no === undefined}>
          <span className="viewer-rule" aria-hidden="true" />
          番号の位置　{stampPlaceJa(arranging?.kind === 'stamp' ? arranging.stamp : stamp)}
        </span>
      </div>
      <PictureStage
        picture={picture}
        page={page}
        zoom={ZOOMS[zoom] ?? 1}
        no={no}
        stamp={stamp}
        arranging={arranging}
        onArrange={setArranging}
        onSettle={settle}
        labelJa={`${labelJa} ${index + 1}ページ`}
        headJa={pages.length > 1 ? `${headJa}　${index + 1} / ${pages.length}` : headJa}
      />
      {arranging ? (
        <p className="viewer-hint" role="status">
          {arranging.kind === 'stamp'
            ? '矢印で動かす・Shiftで大きく・Deleteで余白へ　Enterで決める・Escでやめる'
            : '矢印で枠を動かす・Shift＋矢印で大きさ　Enterで決める・Escでやめる'}
        </p>
      ) : null}
    </section>
  );
}

function sameStamp(a: Stamp | undefined, b: Stamp | undefined): boolean {
  return a?.x === b?.x && a?.y === b?.y;
}

function withStamp(picture: Picture, stamp: Stamp | undefined): Picture {
  const stamped = { ...picture };
  if (stamp) stamped.stamp = stamp;
  else delete stamped.stamp;
  return stamped;
}

function sameCrop(a: Crop, b: Crop): boolean {
  return a.left === b.left && a.top === b.top && a.width === b.width && a.height === b.height;
}

function withCrop(picture: Picture, crop: Crop): Picture {
  const cropped = { ...picture };
  const real = realCrop(crop);
  if (real) cropped.crop = real;
  else delete cropped.crop;
  return cropped;
}

function Tool({
  label,
  keyJa,
  isOff = false,
  isOn,
  onPress,
  children,
}: {
  readonly label: string;
  readonly keyJa: string;
  readonly isOff?: boolean;
  readonly isOn?: boolean;
  readonly onPress: () => void;
  readonly children: ReactNode;
}): ReactNode {
  return (
    <button
      type="button"
      className="icon-button viewer-tool"
      aria-label={label}
      title={`${label}（${keyJa}）`}
      aria-pressed={isOn}
      disabled={isOff}
      onClick={onPress}
    >
      {children}
    </button>
  );
}
