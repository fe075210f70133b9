import { IconDownload } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import type { Refusal, WrittenFile } from '../../../shared/ipc/contract.js';
import type { Case } from '../../../shared/model/case/case.js';
import type { Rulebook } from '../../../shared/rules/engine/rulebook.js';
import { useDesk } from '../../desk/desk-context.js';
import { type RefusalNotice, useRefusal } from '../../desk/refusal.js';
import { Button } from '../../ui/button.js';
import { Progress } from '../../ui/progress.js';
import { useToast } from '../../ui/toast.js';

/** Excelへ: the workbooks of the stage; what is refused is said with the way on, and nothing is half written. */
export function ExportButton({ value, book }: { readonly value: Case; readonly book: Rulebook }): ReactNode {
  const { host } = useDesk();
  const toast = useToast();
  const refuse = useRefusal();
  const [isWorking, setWorking] = useState(false);
  const [last, setLast] = useState<readonly WrittenFile[]>([]);

  const write = async (overwrite?: string): Promise<void> => {
    setWorking(true);
    const answer = await host.call('write-workbooks', {
      case: value,
      book: book.file,
      ...(overwrite === undefined ? {} : { overwrite }),
    });
    setWorking(false);
    if (!answer.ok) {
      refuse(noticeOf(answer.error, { again: () => void write(overwrite), asNew: () => void write() }));
      return;
    }
    if (answer.value.cancelled) return;
    const [first, ...others] = answer.value.files;
    if (!first) {
      refuse(NO_PAPER_YET);
      return;
    }
    setLast(answer.value.files);
    toast({
      ja: `${first.name}${others.length > 0 ? ` ほか${others.length}件` : ''} を書き出しました`,
      action: { ja: 'フォルダーを開く', onChoose: () => void host.call('show-file', { id: first.id }) },
    });
  };

  // What somebody typed into the earlier file would be lost with it, so it is never renewed unasked.
  const ask = (): void => {
    const [earlier] = last;
    if (!earlier) {
      void write();
      return;
    }
    refuse(againNotice(earlier, { again: () => void write(earlier.id), asNew: () => void write() }));
  };

  return (
    <>
      <Button icon={<IconDownload size={16} aria-hidden="true" />} disabled={isWorking} onClick={ask}>
        Excelへ
      </Button>
      {isWorking && (
        <div className="claims-progress">
          <Progress ja="Excelに書き出しています" />
        </div>
      )}
    </>
  );
}

const NO_PAPER_YET: RefusalNotice = {
  title: '独自講習会のブックはまだありません',
  safeJa: '書き出せるのは、委託講習会の申請と報告のブックです。入力した内容は保存されています。',
};

type Ways = { readonly again: () => void; readonly asNew: () => void };

/** An earlier file of this window: a new one beside it, or the same one renewed. */
export function againNotice(earlier: WrittenFile, { again, asNew }: Ways): RefusalNotice {
  return {
    title: '前に書き出したブックがあります',
    subject: earlier.name,
    safeJa: '前のブックはそのままです。どちらにするか選んでください。',
    ways: [
      {
        ja: '新しい名前で書き出す',
        note: '番号を付けた新しいファイルを作ります',
        shortcut: 'Enter',
        onChoose: asNew,
      },
      {
        ja: '前のブックを新しくする',
        note: 'Excel で書き足した内容は残りません',
        shortcut: 'Alt+S',
        onChoose: again,
      },
    ],
  };
}

/** What is so, what is safe, and the ways on, by the reason of the refusal. */
export function noticeOf(refusal: Refusal, { again, asNew }: Ways): RefusalNotice {
  const base = { code: refusal.code, ...(refusal.detail === undefined ? {} : { subject: refusal.detail }) };
  switch (refusal.code) {
    case 'FILE-IN-USE':
      return {
        ...base,
        title: 'ファイルが Excel で開かれています',
        safeJa: '書き換えられませんでした。元のファイルはそのままです。入力した内容も保存されています。',
        ways: [
          {
            ja: 'Excel を閉じて、もう一度書き出す',
            note: '同じファイルを新しくします',
            shortcut: 'Enter',
            onChoose: again,
          },
          {
            ja: '別の名前で書き出す',
            note: '番号を付けた新しいファイルを作ります',
            shortcut: 'Alt+S',
            onChoose: asNew,
          },
        ],
      };
    case 'DISK-FULL':
      return {
        ...base,
        title: '空き容量が足りません',
        safeJa: '書き出しをやめました。途中のファイルは残っていません。入力した内容は保存されています。',
        ways: [
          {
            ja: '空きを作って、もう一度書き出す',
            note: '不要なファイルを消してから選びます',
            shortcut: 'Enter',
            onChoose: again,
          },
        ],
      };
    case 'NOT-WRITABLE':
      return {
        ...base,
        title: '書き込めない場所です',
        safeJa: '書き出せませんでした。元のファイルはそのままです。入力した内容は保存されています。',
        ways: [
          {
            ja: 'もう一度書き出す',
            note: '書き出し先に書き込めるようにしてから選びます',
            shortcut: 'Enter',
            onChoose: again,
          },
        ],
      };
    case 'INVALID-CASE':
      return { ...base, title: '書き出せない内容があります', safeJa: refusal.messageJa };
    default:
      return {
        ...base,
        title: '書き出せませんでした',
        safeJa: refusal.messageJa,
        ways: [{ ja: 'もう一度書き出す', shortcut: 'Enter', onChoose: again }],
      };
  }
}
