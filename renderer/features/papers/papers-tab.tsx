import { type ReactNode, useEffect, useEffectEvent } from 'react';
import { Link } from 'wouter';
import { usePrintPreview } from '../../desk/print-preview.js';
import { type PaperOrder, useWritePapers } from '../../desk/use-write-papers.js';
import { RULEBOOKS } from '../../routes.js';
import { isComposing } from '../../ui/composing.js';
import { EmptyState } from '../../ui/empty-state.js';
import { PaperDetail } from './paper-detail.js';
import { PaperList } from './paper-list.js';
import { PaperTools } from './paper-tools.js';
import { type Papers, usePapers } from './use-papers.js';
import { usePapersMemory } from './use-papers-memory.js';
import './papers.css';

/** 書類 of one course: the papers that leave the office, and what each still lacks. */
export function PapersTab({ courseId }: { readonly courseId: string }): ReactNode {
  const papers = usePapers(courseId);
  if (papers === undefined) return null;
  if (papers === null) {
    return (
      <EmptyState
        title="この講習会の基準がないため、書類を作れません"
        note="基準のファイルを取り込むか、その年度の基準を作ってください。入力した内容は保存されています。"
      >
        <Link href={RULEBOOKS}>基準の画面へ</Link>
      </EmptyState>
    );
  }
  return <LoadedPapers courseId={courseId} papers={papers} />;
}

function LoadedPapers({ courseId, papers }: { readonly courseId: string; readonly papers: Papers }): ReactNode {
  const { memory, keep, isBack } = usePapersMemory(courseId);
  const { write, writing, openFile, showFolder } = useWritePapers();
  const preview = usePrintPreview();
  const rows = papers.groups.flatMap((group) => group.rows);
  const chosen = rows.find(({ id }) => id === memory.paper) ?? rows[0];
  const { forSubmission } = memory;
  const canWrite = chosen !== undefined && chosen.whyNotJa === undefined && writing === undefined;

  const writeAs = (format: PaperOrder['format']): void => {
    if (!chosen || !canWrite) return;
    const { facts, book } = chosen.input;
    void write({ courseId, value: facts.value, book, papers: [chosen.id], format, forSubmission });
  };
  const showPages = (): void => {
    if (!chosen || !canWrite) return;
    const { facts, book } = chosen.input;
    preview.open({ courseId, titleJa: chosen.nameJa, value: facts.value, book, papers: [chosen.id], forSubmission });
  };
  useMainKeys({ onExcel: () => writeAs('xlsx'), onPrint: showPages });

  if (!chosen)
    return <EmptyState title="書類はまだありません" note="講習会の級と科目を入れると、出す書類が並びます。" />;
  return (
    <>
      <PaperTools
        forSubmission={forSubmission}
        onForSubmission={(next) => keep({ ...memory, forSubmission: next })}
        canWrite={canWrite}
        writing={writing}
        onPreview={showPages}
        onPdf={() => writeAs('pdf')}
        onExcel={() => writeAs('xlsx')}
      />
      <div className="papers">
        <PaperList
          courseId={courseId}
          groups={papers.groups}
          chosen={chosen}
          onChoose={(paper) => keep({ paper, forSubmission })}
        />
        <PaperDetail
          key={chosen.id}
          courseId={courseId}
          papers={papers}
          row={chosen}
          forSubmission={forSubmission}
          startAt={memory.point}
          takesFocus={isBack}
          onLeave={(point) => keep({ ...memory, paper: chosen.id, point })}
          onOpen={(id) => void openFile(id)}
          onFolder={(id) => void showFolder(id)}
        />
      </div>
    </>
  );
}

/** Ctrl+Enter: the main work of the screen; Ctrl+P: the pages. */
function useMainKeys({ onExcel, onPrint }: { readonly onExcel: () => void; readonly onPrint: () => void }): void {
  const excel = useEffectEvent(onExcel);
  const print = useEffectEvent(onPrint);
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || isComposing(event) || !event.ctrlKey || event.altKey) return;
      if (document.querySelector('[role="dialog"]')) return;
      const action = event.key === 'Enter' ? excel : event.key.toLowerCase() === 'p' ? print : undefined;
      if (!action) return;
      event.preventDefault();
      action();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);
}
