/** Case files in and out: the sample, a file from the disk, a course written as a file. */
import { useMemo } from 'react';
import { useLocation } from 'wouter';
import { readCaseText } from '../../shared/model/case/read-case.js';
import type { Problem } from '../../shared/model/problem.js';
import type { Rulebook } from '../../shared/rules/engine/rulebook.js';
import { exportCase, importCase } from '../db/case-import.js';
import { today } from '../db/today.js';
import { coursePath, RULEBOOKS } from '../routes.js';
import { useToast } from '../ui/toast.js';
import { courseNameJa } from './course-words.js';
import { useDesk } from './desk-context.js';
import { type RefusalNotice, useRefusal } from './refusal.js';
import { useHistory } from './use-history.js';

export type CaseFiles = {
  /** 見本を開く: takes the sample over and goes to it. */
  readonly openSample: () => Promise<void>;
  /** 取り込む: everything in the file, or nothing and why. */
  readonly takeFile: (file: File) => Promise<void>;
  /** 書き出す: the course as a case file. */
  readonly writeCourse: (courseId: string) => Promise<void>;
};

const MOST_BYTES = 20_000_000;

/** A case can only be judged, and so only be taken over, where its rulebook is there. */
function lackingBook(input: unknown, books: readonly Rulebook[]): RefusalNotice | undefined {
  const ruleSet: unknown =
    typeof input === 'object' && input !== null && 'ruleSet' in input ? input.ruleSet : undefined;
  if (typeof ruleSet !== 'string' || books.some((book) => book.id === ruleSet)) return undefined;
  return {
    title: `基準「${ruleSet}」がないため、取り込めません`,
    safeJa:
      'この講習会は、ここにない基準で作られています。先に基準のファイルを取り込むか、その年度の基準を作ってください。今あるデータはそのままです。',
  };
}

export function useCaseFiles(): CaseFiles {
  const { door, host, database, books } = useDesk();
  const [, navigate] = useLocation();
  const toast = useToast();
  const refuse = useRefusal();
  const { undo } = useHistory();

  return useMemo(() => {
    const take = async (
      input: unknown,
      options: { labelJa: string; isSample: boolean; name: string },
    ): Promise<void> => {
      const lacking = lackingBook(input, books);
      if (lacking) {
        refuse({
          ...lacking,
          subject: options.name,
          ways: [{ ja: '基準の画面へ', onChoose: () => navigate(RULEBOOKS) }],
        });
        return;
      }
      const taken = await importCase(door, input, { ...options, today: today() });
      if (!taken.ok) {
        refuseFile(options.name, taken.problems);
        return;
      }
      navigate(coursePath(taken.courseId, 'overview'));
      toast({
        ja: options.labelJa,
        action: { ja: '元に戻す', shortcut: 'Ctrl+Z', onChoose: () => void undo() },
      });
    };
    const refuseFile = (subject: string, problems: readonly Problem[]): void =>
      refuse({
        title: 'このファイルは取り込めません',
        subject,
        safeJa: '何も取り込んでいません。元のファイルも、今あるデータもそのままです。',
        problems,
      });

    return {
      openSample: async () => {
        const answer = await host.call('read-sample', {});
        if (answer.ok)
          await take(answer.value.case, { labelJa: '見本の講習会を開きました', isSample: true, name: '見本' });
        else refuse({ title: '見本を開けません', safeJa: answer.error.messageJa, code: answer.error.code });
      },
      takeFile: async (file) => {
        if (file.size > MOST_BYTES) {
          refuseFile(file.name, [{ path: '', ja: '大きすぎます（20MBまで読めます）', en: 'too large' }]);
          return;
        }
        const read = readCaseText(await file.text());
        if (!read.ok) refuseFile(file.name, read.problems);
        else {
          const labelJa = `${courseNameJa(read.value.course)}を取り込みました`;
          await take(read.value, { labelJa, isSample: false, name: file.name });
        }
      },
      writeCourse: async (courseId) => {
        const value = await exportCase(database, courseId, today());
        if (!value) return;
        const answer = await host.call('write-case', { case: value });
        if (!answer.ok) {
          refuse({
            title: answer.error.messageJa,
            ...(answer.error.detail === undefined ? {} : { subject: answer.error.detail }),
            safeJa: 'ファイルは書き出していません。入力した内容は保存されています。',
            code: answer.error.code,
          });
          return;
        }
        const [written] = answer.value.files;
        if (answer.value.cancelled || !written) return;
        toast({
          ja: `${written.place} に書き出しました`,
          action: { ja: 'フォルダーを開く', onChoose: () => void host.call('show-file', { id: written.id }) },
        });
      },
    };
  }, [door, host, database, books, navigate, toast, refuse, undo]);
}
