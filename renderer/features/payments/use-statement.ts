/** Taking a 振込明細書 over: from a file or pasted cells, as one step that replaces nothing of what was typed. */
import { useEffect, useEffectEvent, useState } from 'react';
import { LIST_LIMITS } from '../../../shared/import/list-sheet.js';
import { readStatement, type ReadStatement } from '../../../shared/payments/read-statement.js';
import type { StatementRow } from '../../../shared/payments/statement.js';
import { base64Of } from '../../desk/base64-of.js';
import { useDesk } from '../../desk/desk-context.js';
import { useRefusal } from '../../desk/refusal.js';
import { useTold } from '../../desk/use-changes.js';
import { recordStatement } from './payment-changes.js';
import type { Payments } from './use-payments.js';

type Statement = {
  /** Rows of the last list that could not be read. */
  readonly unread: ReadStatement['unread'];
  readonly forget: () => void;
  readonly take: (nameJa: string, content: Blob) => Promise<void>;
  /** From the clipboard, by the button; Ctrl+V does the same. */
  readonly paste: () => Promise<void>;
};

const PASTED = '貼り付けた表';
/** Where the browser does not hand the clipboard to a button. */
const PASTE_BY_KEY = 'この画面で Ctrl+V を押すと貼り付けられます。';

export function useStatement(payments: Payments, onTaken: () => void): Statement {
  const { door, host } = useDesk();
  const tell = useTold();
  const refuse = useRefusal();
  const [unread, setUnread] = useState<ReadStatement['unread']>([]);
  const { value, courseId } = payments;

  const take = async (nameJa: string, content: Blob): Promise<void> => {
    if (content.size > LIST_LIMITS.fileBytes) {
      refuse({ title: '大きすぎて読めません', subject: nameJa });
      return;
    }
    const answer = await host.call('read-table', { base64: await base64Of(content) });
    if (!answer.ok) {
      refuse({ title: answer.error.messageJa, subject: nameJa, code: answer.error.code });
      return;
    }
    const near = { year: value.course.fiscalYear, today: value.asOf };
    const read = answer.value.sheets.map((sheet) => readStatement(sheet, near));
    const rows = read.flatMap((one) => one.rows);
    setUnread(read.flatMap((one) => one.unread));
    if (rows.length === 0) {
      refuse({
        title: '振込明細書として読める行がありません',
        subject: nameJa,
        safeJa: '振込日・受取人・振込額の列がある表にしてください。何も変わっていません。',
      });
      return;
    }
    const recorded = await tell(
      recordStatement(door, `振込明細書${rows.length}件を読みました`, courseId, (before) => joined(before, rows)),
    );
    if (recorded.ok) onTaken();
  };

  const takeText = (text: string): void => void take(PASTED, new Blob([text], { type: 'text/plain' }));
  const onPaste = useEffectEvent((event: ClipboardEvent): void => {
    const target = event.target;
    if (target instanceof HTMLElement && target.matches('input, textarea, select')) return;
    const text = event.clipboardData?.getData('text/plain') ?? '';
    if (text.trim() === '') return;
    event.preventDefault();
    takeText(text);
  });
  useEffect(() => {
    const listen = (event: ClipboardEvent): void => onPaste(event);
    window.addEventListener('paste', listen);
    return () => window.removeEventListener('paste', listen);
  }, []);

  return {
    unread,
    forget: () => setUnread([]),
    take,
    paste: async () => {
      try {
        takeText(await navigator.clipboard.readText());
      } catch {
        refuse({ title: '貼り付けられませんでした', safeJa: PASTE_BY_KEY });
      }
    },
  };
}

/** The rows of a list behind those that are there; a row that is there already is not taken twice. */
function joined(before: readonly StatementRow[], rows: readonly StatementRow[]): StatementRow[] {
  const left = new Map<string, number>();
  for (const row of before) left.set(likeness(row), (left.get(likeness(row)) ?? 0) + 1);
  const fresh = rows.filter((row) => {
    const count = left.get(likeness(row)) ?? 0;
    left.set(likeness(row), count - 1);
    return count <= 0;
  });
  return [...before, ...fresh.map((row) => ({ ...row, id: `f-${crypto.randomUUID()}` }))];
}

function likeness({ date, holder, amount, fee }: StatementRow): string {
  return JSON.stringify([date, holder, amount, fee ?? null]);
}
