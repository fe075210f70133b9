import { type ReactNode, type RefObject } from 'react';
import type { Voucher, VoucherKind } from '../../../shared/model/case/voucher.js';
import { grouped, type Yen } from '../../../shared/money.js';
import type { Recorded } from '../../db/changes.js';
import { ORIGINALS } from '../../desk/new-voucher.js';
import { AmountField } from '../../ui/amount-field.js';
import { DateField } from '../../ui/date-field.js';
import { CheckField, SelectField } from '../../ui/select-field.js';
import { TextField } from '../../ui/field.js';
import { KIND_CHOICES } from './kind-keys.js';
import type { OfferedWords } from './offered-words.js';
import { SuggestField } from './suggest-field.js';

type Props = {
  readonly voucher: Voucher;
  /** Of the payment, shown in the empty field of a slip. */
  readonly paid: Yen | undefined;
  readonly year: number;
  readonly offered: OfferedWords;
  readonly place: RefObject<HTMLDivElement | null>;
  readonly onChange: (
    labelJa: string,
    fields: { readonly [K in keyof Voucher]?: Voucher[K] | undefined },
  ) => Promise<Recorded>;
};

/** Papers that are about a journey or a night. */
const USED_ON: readonly VoucherKind[] = ['boardingInfo', 'boardingCertificate', 'lodgingStatement', 'securitySlip'];
const OF_ROUTE: readonly VoucherKind[] = ['boardingInfo', 'boardingCertificate', 'securitySlip'];
/** Papers without a price. */
const NO_AMOUNT: readonly VoucherKind[] = [
  'boardingInfo',
  'boardingCertificate',
  'routeMap',
  'travelRegulation',
  'copySample',
  'printedSample',
  'reasonSheet',
  'cashReasonNote',
  'extraAssistantRequest',
  'theoryAssistantRequest',
  'securitySlip',
];

/** What stands on the paper, typed beside the picture; Enter goes on to the next field. */
export function VoucherFields({ voucher, paid, year, offered, place, onChange }: Props): ReactNode {
  const { kind } = voucher;
  const needsAmount = !NO_AMOUNT.includes(kind) || voucher.amount !== undefined;
  return (
    <div ref={place} className="form-rows voucher-fields" onKeyDown={onEnter}>
      <SelectField
        label="種類"
        value={kind}
        choices={KIND_CHOICES}
        onCommit={(next) => onChange('証憑の種類を変えました', next === undefined ? {} : { kind: next })}
      />
      <TextField
        label="番号"
        value={voucher.no}
        placeholder="科目-連番"
        onCommit={(no) => onChange('証憑の番号を変えました', { no })}
      />
      <SuggestField
        label="宛名"
        value={voucher.addressee}
        offered={offered.addressee}
        onCommit={(addressee) => onChange('証憑の宛名を変えました', { addressee })}
      />
      <SuggestField
        label="発行者"
        value={voucher.issuer}
        offered={offered.issuer}
        onCommit={(issuer) => onChange('証憑の発行者を変えました', { issuer })}
      />
      <DateField
        label="日付"
        year={year}
        value={voucher.issuedOn}
        onCommit={(issuedOn) => onChange('証憑の日付を変えました', { issuedOn })}
      />
      {needsAmount ? (
        <div className="voucher-amount-row">
          <AmountField
            label="金額"
            value={voucher.amount}
            placeholder={paid === undefined ? undefined : `支払 ${grouped(paid)}`}
            onCommit={(amount) => onChange('証憑の金額を変えました', { amount })}
          />
          <CheckField
            label="税込"
            checked={voucher.taxIncluded === true}
            onCommit={(taxIncluded) => onChange('証憑の税込を変えました', { taxIncluded })}
          />
        </div>
      ) : null}
      <SuggestField
        label="支払った人"
        value={voucher.personName}
        offered={offered.personName}
        onCommit={(personName) => onChange('証憑の支払った人を変えました', { personName })}
      />
      {OF_ROUTE.includes(kind) || voucher.route !== undefined ? (
        <TextField
          label="区間"
          value={voucher.route}
          placeholder="出発-到着"
          onCommit={(route) => onChange('証憑の区間を変えました', { route })}
        />
      ) : null}
      {USED_ON.includes(kind) || voucher.usedOn !== undefined ? (
        <DateField
          label="利用日"
          year={year}
          value={voucher.usedOn}
          onCommit={(usedOn) => onChange('証憑の利用日を変えました', { usedOn })}
        />
      ) : null}
      <TextField label="備考" value={voucher.note} onCommit={(note) => onChange('証憑の備考を変えました', { note })} />
      {ORIGINALS.includes(kind) ? (
        <div className="voucher-original">
          <span>原本</span>
          <CheckField
            label="原本を綴じた"
            checked={voucher.isOriginal !== false}
            onCommit={(isOriginal) => onChange('原本の有無を変えました', { isOriginal })}
          />
        </div>
      ) : null}
    </div>
  );
}

/** Enter in a text field goes on to the next one, as in a table; choices keep it. */
function onEnter(event: React.KeyboardEvent<HTMLDivElement>): void {
  const { target, key } = event;
  if (key !== 'Enter' || !(target instanceof HTMLInputElement) || target.type !== 'text') return;
  if (event.nativeEvent.isComposing || event.nativeEvent.keyCode === 229) return;
  const fields = [...event.currentTarget.querySelectorAll<HTMLElement>('input, select')];
  const next = fields[fields.indexOf(target) + (event.shiftKey ? -1 : 1)];
  if (!next) return;
  event.preventDefault();
  next.focus();
  if (next instanceof HTMLInputElement && next.type === 'text') next.select();
}
