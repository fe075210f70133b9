import { type ReactNode, useCallback, useMemo, useRef, useState } from 'react';
import type { Problem } from '../../shared/model/problem.js';
import { Progress } from '../ui/progress.js';
import { useToast } from '../ui/toast.js';
import { useDesk } from './desk-context.js';
import { keepFiles, type Keeping } from './keep-pictures.js';
import { otherCopies } from './other-copies.js';
import { type Placed, placePictures, type PictureTarget, type Placing } from './place-pictures.js';
import { useRefusal } from './refusal.js';
import { useHistory } from './use-history.js';
import { recordVouchers } from './use-voucher-changes.js';
import './keep-pictures.css';

export type PictureKeeper = {
  /** Keeps the files and puts them where they belong; resolves when all is written. */
  readonly add: (files: readonly File[], target: PictureTarget) => Promise<Placing | undefined>;
  /** Opens the file chooser. */
  readonly choose: (target: PictureTarget) => void;
  /** The hidden chooser and the progress; must stand somewhere on the screen. */
  readonly place: ReactNode;
  readonly isWorking: boolean;
};

type Options = {
  readonly courseId: string;
  /** Told where the files went, so that the screen can show them. */
  readonly onPlaced?: (placing: Placing) => void;
};

/** What the chooser offers; HEIC too, so that its refusal can say the way on. */
export const PICTURE_FILES = 'image/jpeg,image/png,application/pdf,.jpg,.jpeg,.png,.pdf,.heic,.heif';

/** 証憑を入れる: chosen, dropped or pasted files, several at once, with progress and やめる. */
export function usePictureKeeper({ courseId, onPlaced }: Options): PictureKeeper {
  const { door, host, database } = useDesk();
  const toast = useToast();
  const refuse = useRefusal();
  const { undo } = useHistory();
  const [progress, setProgress] = useState<{ readonly done: number; readonly total: number }>();
  const isCancelled = useRef(false);
  const isBusy = useRef(false);

  const add = useCallback(
    async (files: readonly File[], target: PictureTarget): Promise<Placing | undefined> => {
      if (files.length === 0 || isBusy.current) return undefined;
      isBusy.current = true;
      isCancelled.current = false;
      try {
        const keeping = await keepFiles(host, files, {
          onProgress: (done, total) => setProgress({ done, total }),
          isCancelled: () => isCancelled.current,
        });
        if (keeping.isCancelled) {
          toast({ ja: '証憑を入れるのをやめました。何も変わっていません' });
          return undefined;
        }
        let placing: Placing = { placed: [], voucherId: undefined };
        const recorded = await recordVouchers(door, courseId, labelJa(keeping, target), (course, shelf) => {
          placing = placePictures(course, shelf, keeping.kept, target);
        });
        if (!recorded.ok) {
          refuse({ title: '証憑を入れられませんでした', problems: recorded.problems });
          return undefined;
        }
        if (recorded.change) {
          toast({
            ja: recorded.change.labelJa,
            endsWithNextChange: true,
            action: { ja: '元に戻す', shortcut: 'Ctrl+Z', onChoose: () => void undo() },
          });
        }
        const copies = await otherCopies(
          database,
          courseId,
          keeping.kept.map((file) => file.sha256),
        );
        const notes = [...refusedNotes(keeping), ...knownNotes(placing.placed), ...copyNotes(keeping, copies)];
        if (notes.length > 0) refuse(noticeOf(keeping, placing, notes));
        onPlaced?.(placing);
        return placing;
      } finally {
        isBusy.current = false;
        setProgress(undefined);
      }
    },
    [courseId, database, door, host, onPlaced, refuse, toast, undo],
  );

  const chooser = useRef<HTMLInputElement>(null);
  const target = useRef<PictureTarget>({ kind: 'unsorted' });
  const choose = useCallback((next: PictureTarget): void => {
    target.current = next;
    chooser.current?.click();
  }, []);

  const place = useMemo(
    () => (
      <>
        <input
          ref={chooser}
          type="file"
          multiple
          accept={PICTURE_FILES}
          hidden
          aria-label="証憑の写真・PDF"
          onChange={(event) => {
            const files = [...(event.target.files ?? [])];
            // The same file may be chosen again after it was put right.
            event.target.value = '';
            void add(files, target.current);
          }}
        />
        {progress && (
          <div className="keep-progress">
            <Progress
              ja="証憑を入れています"
              done={progress.done}
              total={progress.total}
              unit="件"
              onCancel={() => {
                isCancelled.current = true;
              }}
            />
          </div>
        )}
      </>
    ),
    [add, progress],
  );
  const isWorking = progress !== undefined;
  return useMemo(() => ({ add, choose, place, isWorking }), [add, choose, place, isWorking]);
}

function labelJa({ kept }: Keeping, target: PictureTarget): string {
  const what = kept.length === 1 ? `${kept[0]?.nameJa.slice(0, 80) ?? ''} を` : `写真・PDF ${kept.length}件を`;
  return target.kind === 'need' || target.kind === 'record'
    ? `${what}必要な書類に入れました`
    : `${what}証憑に入れました`;
}

type Note = Problem & { readonly isIn: boolean };

function refusedNotes({ refused }: Keeping): Note[] {
  return refused.map(({ nameJa, error }) => ({
    path: nameJa,
    ja: error.messageJa,
    en: error.code,
    isIn: false,
  }));
}

function knownNotes(placed: readonly Placed[]): Note[] {
  return placed.flatMap((one) =>
    one.kind === 'known'
      ? [
          {
            path: one.nameJa,
            ja: `同じものがもう入っています（${one.voucherJa}）。二重には入れません`,
            en: 'known',
            isIn: false,
          },
        ]
      : [],
  );
}

function copyNotes({ kept }: Keeping, copies: ReadonlyMap<string, readonly string[]>): Note[] {
  return kept.flatMap((file) => {
    const places = copies.get(file.sha256);
    if (!places) return [];
    const ja = `要確認：ほかの講習会にも同じものがあります（${places.join('、')}）。費用を分けているときだけ使えます`;
    return [{ path: file.nameJa, ja, en: 'copy', isIn: true }];
  });
}

function noticeOf({ kept, refused }: Keeping, { placed }: Placing, notes: readonly Note[]) {
  const added = placed.filter((one) => one.kind !== 'known').length;
  const out = notes.filter((note) => !note.isIn).length;
  const all = kept.length + refused.length;
  const title =
    out === 0
      ? 'ほかの講習会にもある証憑です'
      : all === 1
        ? 'このファイルは証憑に入れませんでした'
        : `${all}件のうち${out}件は入れませんでした`;
  const safeJa =
    added === 0
      ? '今あるデータも、もとのファイルもそのままです。'
      : `${added}件は入りました。もとのファイルはそのままです。`;
  return { title, safeJa, problems: notes };
}
