import { type ReactNode, useState } from 'react';
import type { Line } from '../../../shared/model/case/lines/line.js';
import { VOUCHER_KINDS, type VoucherKind } from '../../../shared/model/case/voucher.js';
import type { PaperNeed } from '../../../shared/rules/papers-needed.js';
import { AmountField } from '../../ui/amount-field.js';
import { Button } from '../../ui/button.js';
import { DateField } from '../../ui/date-field.js';
import { TextField } from '../../ui/field.js';
import { CheckField, SelectField } from '../../ui/select-field.js';
import { addVoucher, attachVoucher } from '../../desk/voucher-edits.js';
import { ORIGINALS, voucherDraft, type VoucherDraft, voucherFrom, vouchersToAttach } from '../../desk/new-voucher.js';
import type { Claims } from './use-claims.js';

type Props = {
  readonly claims: Claims;
  readonly line: Line;
  /** The gap that it fills; absent: any paper of the line. */
  readonly need: PaperNeed | undefined;
  readonly onDone: () => void;
};

const NEW = 'new';

/** 証憑を記録: a new record, or one that is already there, hung on the line. */
export function VoucherForm({ claims, line, need, onDone }: Props): ReactNode {
  const { facts, changes } = claims;
  const [chosen, setChosen] = useState(NEW);
  const [draft, setDraft] = useState<VoucherDraft>(() =>
    voucherDraft(need?.ways[0]?.[0] ?? 'receiptOriginal', line, facts),
  );
  const set = (fields: Partial<VoucherDraft>): void => setDraft((before) => ({ ...before, ...fields }));
  const known = need ? vouchersToAttach(need, line, facts) : [];
  const kinds = need && need.ways.length > 0 ? need.ways.flat() : (Object.keys(VOUCHER_KINDS) as VoucherKind[]);

  const save = async (): Promise<void> => {
    const voucher = facts.voucher(chosen);
    const recorded = await changes.act('証憑を記録しました', (course) => {
      const edit = voucher
        ? attachVoucher(line, voucher)
        : addVoucher(line, voucherFrom(course.freshId('vouchers', 'V'), draft, line, need, facts));
      edit(course);
    });
    if (recorded.ok) onDone();
  };

  return (
    <form
      className="panel-form"
      aria-label="証憑の記録"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <p className="panel-form-title">
        {need?.labelJa ?? '証憑'}
        {need?.detailJa !== undefined && <span className="second"> {need.detailJa}</span>}
      </p>
      {known.length > 0 && (
        <SelectField
          label="証憑"
          value={chosen}
          choices={[
            { value: NEW, ja: '新しく記録する' },
            ...known.map((voucher) => ({
              value: voucher.id,
              ja: `${voucher.no ?? '番号なし'} ${VOUCHER_KINDS[voucher.kind].ja}`,
            })),
          ]}
          onCommit={(value) => setChosen(value ?? NEW)}
        />
      )}
      {chosen === NEW && (
        <>
          <SelectField
            label="種類"
            value={draft.kind}
            choices={[...new Set(kinds)].map((kind) => ({ value: kind, ja: VOUCHER_KINDS[kind].ja }))}
            onCommit={(kind) => kind && setDraft({ ...voucherDraft(kind, line, facts), no: draft.no })}
          />
          <div className="panel-form-pair">
            <TextField label="番号" value={draft.no} onCommit={(no) => set({ no })} />
            <DateField
              label="日付"
              value={draft.issuedOn}
              year={facts.course.fiscalYear}
              onCommit={(issuedOn) => set({ issuedOn })}
            />
          </div>
          <TextField label="宛先" value={draft.addressee} onCommit={(addressee) => set({ addressee })} />
          <AmountField label="金額" value={draft.amount} onCommit={(amount) => set({ amount })} />
          {ORIGINALS.includes(draft.kind) && (
            <CheckField label="原本がある" checked={draft.isOriginal} onCommit={(isOriginal) => set({ isOriginal })} />
          )}
        </>
      )}
      <div className="panel-form-buttons">
        <Button type="submit">記録する</Button>
        <Button kind="bare" onClick={onDone}>
          やめる
        </Button>
      </div>
    </form>
  );
}
