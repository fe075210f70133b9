import { useState } from 'react';
import { useToast } from '../../ui/toast.js';
import { useDesk } from '../desk-context.js';
import { useRefusal } from '../refusal.js';
import { useWritePapers } from '../use-write-papers.js';
import { NOTHING_TO_WRITE, noticeOf } from '../write-papers-notices.js';
import type { PrintOrder } from './print-order.js';
import { callInput } from './use-drawn-papers.js';

/** PDFを保存: one PDF per paper. Papers of a course are noted as written; the explanation of some lines is only a file. */
export function useSavePdf(order: PrintOrder): { readonly save: () => Promise<void>; readonly isSaving: boolean } {
  const { host } = useDesk();
  const toast = useToast();
  const refuse = useRefusal();
  const { write, writing } = useWritePapers();
  const [isSaving, setSaving] = useState(false);

  const saveFile = async (): Promise<void> => {
    setSaving(true);
    const answer = await host.call('write-workbooks', { ...callInput(order), format: 'pdf' });
    setSaving(false);
    const again = (): void => void saveFile();
    if (!answer.ok) {
      refuse(noticeOf(answer.error, 'pdf', { again, asNew: again }));
      return;
    }
    const [first, ...others] = answer.value.files;
    if (!first) {
      refuse(NOTHING_TO_WRITE);
      return;
    }
    toast({
      ja: `${first.name}${others.length > 0 ? ` ほか${others.length}件` : ''} を書き出しました`,
      action: { ja: 'フォルダーを開く', onChoose: () => void host.call('show-file', { id: first.id }) },
    });
  };

  const save = (): Promise<void> => {
    const { courseId, value, book, papers, lines, forSubmission = false } = order;
    if (courseId === undefined || papers === undefined || lines !== undefined) return saveFile();
    return write({ courseId, value, book, papers, format: 'pdf', forSubmission });
  };
  return { save, isSaving: isSaving || writing !== undefined };
}
