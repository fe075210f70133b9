import { createContext, type ReactNode, useCallback, useContext, useState } from 'react';
import type { Problem } from '../../shared/model/problem.js';
import { RefusalDialog, type Way } from '../ui/dialog.js';

export type RefusalNotice = {
  /** What is so. */
  readonly title: string;
  readonly subject?: string;
  /** What is safe; default: nothing was changed. */
  readonly safeJa?: string;
  readonly problems?: readonly Problem[];
  /** Before 閉じる. */
  readonly ways?: readonly Way[];
  readonly code?: string;
};

const RefusalContext = createContext<(notice: RefusalNotice) => void>(() => undefined);

/** Opens the dialog that says why something was not done. */
export function useRefusal(): (notice: RefusalNotice) => void {
  return useContext(RefusalContext);
}

const SHOWN_PROBLEMS = 30;

/** The place of the refusal dialog. */
export function RefusalProvider({ children }: { readonly children: ReactNode }): ReactNode {
  const [notice, setNotice] = useState<RefusalNotice>();
  const close = useCallback(() => setNotice(undefined), []);
  return (
    <RefusalContext value={setNotice}>
      {children}
      {notice ? <Refusal notice={notice} onClose={close} /> : null}
    </RefusalContext>
  );
}

function Refusal({ notice, onClose }: { readonly notice: RefusalNotice; readonly onClose: () => void }): ReactNode {
  const ways = [
    ...(notice.ways ?? []).map((way) => ({
      ...way,
      onChoose: () => {
        onClose();
        way.onChoose();
      },
    })),
    { ja: '閉じる', note: '何も変わりません', shortcut: 'Esc', onChoose: onClose },
  ];
  const problems = notice.problems ?? [];
  const hidden = problems.length - SHOWN_PROBLEMS;
  return (
    <RefusalDialog title={notice.title} subject={notice.subject} ways={ways} code={notice.code} onClose={onClose}>
      <p>{notice.safeJa ?? '何も変わっていません。入力した内容は保存されています。'}</p>
      {problems.length === 0 ? null : (
        <ul className="problems">
          {problems.slice(0, SHOWN_PROBLEMS).map((problem) => (
            <li key={`${problem.path} ${problem.ja}`}>
              {problem.path === '' ? null : <code>{problem.path}</code>}
              {problem.ja}
            </li>
          ))}
          {hidden > 0 ? <li>ほかに {hidden} 件あります</li> : null}
        </ul>
      )}
    </RefusalDialog>
  );
}
