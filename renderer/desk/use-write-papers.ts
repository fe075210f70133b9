/** Writing papers as files, from whatever screen: asked before an earlier file is renewed, told afterwards. */
import { useState } from 'react';
import type { Case } from '../../shared/model/case/case.js';
import type { Rulebook } from '../../shared/rules/engine/rulebook.js';
import { contentOf, noteWritten, type WrittenForm, type WrittenPaper, writtenKey } from '../db/written-papers.js';
import { useToast } from '../ui/toast.js';
import { useDesk } from './desk-context.js';
import { useRefusal } from './refusal.js';
import { againNotice, NOTHING_TO_WRITE, noticeOf, type PaperFormat } from './write-papers-notices.js';

export type PaperOrder = {
  readonly courseId: string;
  readonly value: Case;
  readonly book: Rulebook;
  /** Ids of shared/forms/papers.ts. */
  readonly papers: readonly string[];
  readonly format: PaperFormat;
  /** 提出用. */
  readonly forSubmission: boolean;
};

export type WritePapers = {
  /** Writes the papers; where the computer wrote them before, asks first whether those are renewed. */
  readonly write: (order: PaperOrder) => Promise<void>;
  /** The order under way; absent when nothing is being written. */
  readonly writing: PaperOrder | undefined;
  /** Opens the folder of a written file. */
  readonly showFolder: (id: string) => Promise<void>;
  /** Opens a written file with the program that the machine has for it. */
  readonly openFile: (id: string) => Promise<void>;
};

export function useWritePapers(): WritePapers {
  const { host, database } = useDesk();
  const toast = useToast();
  const refuse = useRefusal();
  const [writing, setWriting] = useState<PaperOrder>();

  const writeNow = async (order: PaperOrder, overwrite: readonly string[]): Promise<void> => {
    const { courseId, value, book, papers, format, forSubmission } = order;
    setWriting(order);
    const answer = await host.call('write-workbooks', {
      case: value,
      book: book.file,
      papers: [...papers],
      format,
      forSubmission,
      ...(overwrite.length === 0 ? {} : { overwrite: [...overwrite] }),
    });
    setWriting(undefined);
    if (!answer.ok) {
      refuse(
        noticeOf(answer.error, format, {
          again: () => void writeNow(order, overwrite),
          asNew: () => void writeNow(order, []),
        }),
      );
      return;
    }
    const { files, cancelled } = answer.value;
    if (cancelled) return;
    const [first, ...others] = files;
    if (!first) {
      refuse(NOTHING_TO_WRITE);
      return;
    }
    await noteWritten(database, files, { courseId, form: formOf(order), content: contentOf(value, book) });
    toast({
      ja: `${first.name}${others.length > 0 ? ` ほか${others.length}件` : ''} を書き出しました`,
      action: { ja: 'フォルダーを開く', onChoose: () => void showFolder(first.id) },
    });
  };

  // What somebody typed into the earlier file would be lost with it, so it is never renewed unasked.
  const write = async (order: PaperOrder): Promise<void> => {
    const earlier = await earlierFiles(order);
    if (earlier.length === 0) {
      await writeNow(order, []);
      return;
    }
    refuse(
      againNotice(
        earlier.map(({ name }) => name),
        order.format,
        {
          again: () =>
            void writeNow(
              order,
              earlier.map(({ id }) => id),
            ),
          asNew: () => void writeNow(order, []),
        },
      ),
    );
  };

  const earlierFiles = async (order: PaperOrder): Promise<WrittenPaper['files'][number][]> => {
    const keys = order.papers.map((paper) => writtenKey(order.courseId, paper, formOf(order)));
    const rows = await database.written.bulkGet(keys);
    return rows.flatMap((row) => row?.files ?? []);
  };

  const ask = async (name: 'show-file' | 'open-file', id: string): Promise<void> => {
    const answer = await host.call(name, { id });
    if (answer.ok) return;
    const { code, detail, messageJa } = answer.error;
    refuse({
      title: name === 'open-file' ? 'ファイルを開けません' : 'フォルダーを開けません',
      ...(detail === undefined ? {} : { subject: detail }),
      safeJa: messageJa,
      code,
    });
  };
  const showFolder = (id: string): Promise<void> => ask('show-file', id);
  const openFile = (id: string): Promise<void> => ask('open-file', id);

  return { write, writing, showFolder, openFile };
}

function formOf({ format, forSubmission }: PaperOrder): WrittenForm {
  if (format === 'pdf') return forSubmission ? 'submissionPdf' : 'pdf';
  return forSubmission ? 'submission' : 'workbook';
}
