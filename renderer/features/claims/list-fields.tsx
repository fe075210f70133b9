import { type ReactNode, useState } from 'react';
import { slashDate } from '../../../shared/dates.js';
import type { Line } from '../../../shared/model/case/lines/line.js';
import type { Recorded } from '../../db/changes.js';
import { today } from '../../db/today.js';
import { AmountField } from '../../ui/amount-field.js';
import { Field, TextField } from '../../ui/field.js';
import { readDate } from '../../../shared/read-date.js';
import { type Reading, useEntry } from '../../ui/use-entry.js';
import type { WiredField } from './line-fields.js';

type Write = (value: unknown) => Promise<Recorded>;

/** Several days in one field: 「10/28、10/29」. */
export function DatesField({
  field,
  value,
  year,
  onWrite,
}: {
  readonly field: WiredField;
  readonly value: unknown;
  readonly year: number;
  readonly onWrite: Write;
}): ReactNode {
  const days = Array.isArray(value) ? value.filter((day): day is string => typeof day === 'string') : [];
  const entry = useEntry({
    value: days,
    show: (stored) => stored.map(slashDate).join('、'),
    read: (text) => readDays(text, year),
    onCommit: (next) => onWrite(next.length === 0 && field.key === 'dates' && value === undefined ? undefined : next),
  });
  return (
    <Field label={field.labelJa} problem={entry.problem} note="続けるときは「、」で区切ります">
      {(wiring) => <input {...wiring} {...entry.inputProps} className="input" type="text" autoComplete="off" />}
    </Field>
  );
}

/** Days typed one after another, in order and once each. */
export function readDays(text: string, year: number): Reading<string[]> {
  const parts = text.split(/[、,，・\s]+/u).filter((part) => part !== '');
  const days = parts.map((part) => readDate(part, { year, today: today() }));
  const wrong = parts.find((_, index) => days[index] === undefined);
  if (wrong !== undefined) return { ok: false, ja: `「${wrong}」は日付として読めません` };
  return { ok: true, value: [...new Set(days.flatMap((day) => day ?? []))].sort() };
}

type PrintingLine = Extract<Line, { kind: 'printing' }>;

/** 見積: firm and amount, one row each; an empty row waits at the end. */
export function QuotesField({ line, onWrite }: { readonly line: PrintingLine; readonly onWrite: Write }): ReactNode {
  const quotes = line.quotes ?? [];
  const [firm, setFirm] = useState<string>();
  return (
    <div className="panel-group" role="group" aria-label="見積">
      <span className="field-label">見積</span>
      {quotes.map((quote, index) => (
        <div key={`${quote.firm} ${index}`} className="panel-quote">
          <TextField
            label={`見積${index + 1}の業者`}
            labelHidden
            required
            value={quote.firm}
            onCommit={(next) =>
              onWrite(quotes.map((one, at) => (at === index && next !== undefined ? { ...one, firm: next } : one)))
            }
          />
          <AmountField
            label={`見積${index + 1}の金額`}
            labelHidden
            required
            value={quote.amount}
            onCommit={(next) =>
              onWrite(quotes.map((one, at) => (at === index && next !== undefined ? { ...one, amount: next } : one)))
            }
          />
          <button
            type="button"
            className="link"
            aria-label={`見積${index + 1}を消す`}
            onClick={() => void onWrite(quotes.filter((_, at) => at !== index))}
          >
            消す
          </button>
        </div>
      ))}
      <div className="panel-quote" key={`new ${quotes.length}`}>
        <TextField label="業者を加える" labelHidden placeholder="業者を加える" value={firm} onCommit={setFirm} />
        <AmountField
          label="加える見積の金額"
          labelHidden
          value={undefined}
          onCommit={async (amount) => {
            if (firm === undefined || amount === undefined) return;
            setFirm(undefined);
            await onWrite([...quotes, { firm, amount }]);
          }}
        />
      </div>
    </div>
  );
}

const USERS_JA = {
  lecturer: '講師',
  assistant: '助手',
  operations: '運営係員',
  examiner: '検定員',
  participant: '受講者',
} as const;

type ConsumableLine = Extract<Line, { kind: 'consumable' }>;

/** 使う人: how many pieces are for whom; an empty number takes the entry away. */
export function UsersField({ line, onWrite }: { readonly line: ConsumableLine; readonly onWrite: Write }): ReactNode {
  const users = line.users ?? [];
  return (
    <div className="panel-group" role="group" aria-label="使う人">
      <span className="field-label">使う人</span>
      <div className="panel-fields">
        {(Object.entries(USERS_JA) as [keyof typeof USERS_JA, string][]).map(([kind, ja]) => (
          <div key={kind} className="panel-field">
            <AmountField
              label={ja}
              unit="枚"
              value={users.find((user) => user.kind === kind)?.qty}
              onCommit={(qty) =>
                onWrite([
                  ...users.filter((user) => user.kind !== kind),
                  ...(qty === undefined || qty === 0 ? [] : [{ kind, qty }]),
                ])
              }
            />
          </div>
        ))}
      </div>
    </div>
  );
}
