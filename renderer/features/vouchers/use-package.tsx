import { type ReactNode, useCallback, useEffect, useRef, useState } from 'react';
import { type Refusal, refusal } from '../../../shared/ipc/contract.js';
import { useDesk } from '../../desk/desk-context.js';
import { useRefusal } from '../../desk/refusal.js';
import { Progress } from '../../ui/progress.js';
import { useToast } from '../../ui/toast.js';
import type { Host } from '../../host.js';
import type { Vouchers } from './use-vouchers.js';

const ASK_EVERY_MS = 300;

/** Work that goes on while another screen is looked at, by course. */
const running = new WeakMap<Host, Map<string, string>>();

function jobsOf(host: Host): Map<string, string> {
  const own = running.get(host) ?? new Map<string, string>();
  running.set(host, own);
  return own;
}

export type VoucherPackage = {
  readonly start: () => void;
  readonly isWorking: boolean;
  /** How far it is, with やめる; stands over the screen. */
  readonly place: ReactNode;
};

type Ordered = Pick<Vouchers, 'courseId' | 'value' | 'book' | 'pictures'>;

type Work = { readonly job: string; readonly done: number; readonly total: number };

/** 証憑一式（PDF・ZIP）: long work of the host, followed until it ends or is given up. */
export function usePackage({ courseId, value, book, pictures }: Ordered): VoucherPackage {
  const { host } = useDesk();
  const toast = useToast();
  const refuse = useRefusal();
  const [work, setWork] = useState<Work | undefined>(() => {
    const job = jobsOf(host).get(courseId);
    return job === undefined ? undefined : { job, done: 0, total: 0 };
  });
  const isStarting = useRef(false);
  const job = work?.job;

  const refused = useCallback(
    (error: Refusal) =>
      refuse({
        title: '証憑一式を作れませんでした',
        safeJa: `${error.messageJa}。途中のファイルは残っていません。証憑と写真はそのままです。`.replace('。。', '。'),
        code: error.code,
        ...(error.detail === undefined ? {} : { subject: error.detail }),
      }),
    [refuse],
  );

  useEffect(() => {
    if (job === undefined) return undefined;
    let isLeft = false;
    const ask = async (): Promise<void> => {
      const answer = await host.call('job-state', { job });
      if (isLeft) return;
      if (!answer.ok) {
        jobsOf(host).delete(courseId);
        setWork(undefined);
        refused(answer.error);
        return;
      }
      const state = answer.value;
      if (state.kind === 'working') {
        setWork({ job, done: state.done, total: state.total });
        timer = setTimeout(() => void ask(), ASK_EVERY_MS);
        return;
      }
      jobsOf(host).delete(courseId);
      setWork(undefined);
      if (state.kind === 'cancelled') toast({ ja: '証憑一式を作るのをやめました。途中のファイルは残っていません' });
      else if (state.kind === 'refused') refused(refusal.parse(state.error));
      else {
        const [first] = state.files;
        const open = first && (() => void host.call('show-file', { id: first.id }));
        toast({
          ja: `証憑一式を書き出しました　${namesJa(state.files)}`,
          ...(open ? { action: { ja: 'フォルダーを開く', onChoose: open } } : {}),
        });
        const { notesJa: notes } = state;
        if (notes.length > 0) {
          refuse({
            title: '証憑一式に入らなかったものがあります',
            safeJa: '書き出しは終わっています。次のものは、一式の最後のページにも書いてあります。',
            problems: notes.map((ja) => ({ path: '', ja, en: '' })),
            ...(open ? { ways: [{ ja: 'フォルダーを開く', onChoose: open }] } : {}),
          });
        }
      }
    };
    let timer = setTimeout(() => void ask(), ASK_EVERY_MS);
    return () => {
      isLeft = true;
      clearTimeout(timer);
    };
  }, [job, host, courseId, refuse, refused, toast]);

  const start = useCallback(() => {
    if (isStarting.current || job !== undefined) return;
    isStarting.current = true;
    void host
      .call('start-voucher-package', { case: value, book: book.file, pictures: [...pictures] })
      .then((answer) => {
        if (!answer.ok) {
          refused(answer.error);
          return;
        }
        jobsOf(host).set(courseId, answer.value.job);
        setWork({ job: answer.value.job, done: 0, total: 0 });
      })
      .finally(() => {
        isStarting.current = false;
      });
  }, [host, courseId, value, book, pictures, job, refused]);

  const place = work ? (
    <div className="package-progress">
      <Progress
        ja="証憑一式を作っています"
        {...(work.total === 0 ? {} : { done: work.done, total: work.total, unit: 'ページ' })}
        onCancel={() => void host.call('cancel-job', { job: work.job })}
      />
    </div>
  ) : null;
  return { start, isWorking: work !== undefined, place };
}

/** 「R3_証憑_….pdf・zip」: the files have one name. */
function namesJa(files: readonly { readonly name: string }[]): string {
  const [first = '', ...others] = files.map((file) => file.name);
  return [first, ...others.map((name) => name.slice(name.lastIndexOf('.') + 1))].join('・');
}
