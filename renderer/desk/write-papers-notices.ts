/** What is said where papers could not be written, or would take the place of earlier ones. */
import type { Refusal } from '../../shared/ipc/contract.js';
import type { RefusalNotice } from './refusal.js';

/** A PDF is not opened in Excel; the same refusals are said of both. */
export type PaperFormat = 'xlsx' | 'pdf';
type Ways = { readonly again: () => void; readonly asNew: () => void };

const KIND_JA = { xlsx: 'ブック', pdf: 'PDF' } as const satisfies Record<PaperFormat, string>;

/** Earlier files of the same paper: new ones beside them, or the same ones renewed. */
export function againNotice(names: readonly string[], format: PaperFormat, { again, asNew }: Ways): RefusalNotice {
  const kindJa = KIND_JA[format];
  return {
    title: `前に書き出した${kindJa}があります`,
    subject: `${names[0] ?? ''}${names.length > 1 ? ` ほか${names.length - 1}件` : ''}`,
    safeJa: `前の${kindJa}はそのままです。どちらにするか選んでください。`,
    ways: [
      {
        ja: '新しい名前で書き出す',
        note: '番号を付けた新しいファイルを作ります',
        shortcut: 'Enter',
        onChoose: asNew,
      },
      {
        ja: `前の${kindJa}を新しくする`,
        note: format === 'xlsx' ? 'Excel で書き足した内容は残りません' : '前の内容は残りません',
        shortcut: 'Alt+S',
        onChoose: again,
      },
    ],
  };
}

/** The call went well and made nothing: the course gives no reason for this paper. */
export const NOTHING_TO_WRITE: RefusalNotice = {
  title: 'いまは、この書類に書くことがありません',
  safeJa: 'ファイルは作っていません。入力した内容は保存されています。',
};

/** What is so, what is safe, and the ways on, by the reason of the refusal. */
export function noticeOf(refusal: Refusal, format: PaperFormat, { again, asNew }: Ways): RefusalNotice {
  const base = { code: refusal.code, ...(refusal.detail === undefined ? {} : { subject: refusal.detail }) };
  switch (refusal.code) {
    case 'FILE-IN-USE':
      return {
        ...base,
        title: format === 'xlsx' ? 'ファイルが Excel で開かれています' : 'ファイルがほかで開かれています',
        safeJa: '書き換えられませんでした。元のファイルはそのままです。入力した内容も保存されています。',
        ways: [
          {
            ja: `${format === 'xlsx' ? 'Excel' : 'ファイル'} を閉じて、もう一度書き出す`,
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
    case 'NO-SUCH-FILE':
      return {
        ...base,
        title: '前のファイルが見つかりません',
        safeJa: refusal.messageJa,
        ways: [{ ja: '新しいファイルとして書き出す', shortcut: 'Enter', onChoose: asNew }],
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
