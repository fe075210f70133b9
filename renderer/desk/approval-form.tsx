import { type ReactNode, useMemo, useState } from 'react';
import { APPROVAL_KINDS, type Approval, type ApprovalKind } from '../../shared/model/case/approval.js';
import { type Voucher, VOUCHER_KINDS } from '../../shared/model/case/voucher.js';
import { isComplete } from '../../shared/rules/engine/approvals.js';
import type { Recorded } from '../db/changes.js';
import { Button } from '../ui/button.js';
import { DateField } from '../ui/date-field.js';
import { NoteField, TextField } from '../ui/field.js';
import { SelectField } from '../ui/select-field.js';
import './approval-form.css';

/** Named so that it can never be taken for a record. */
export const TRIAL_ID = 'trial';

/** For what an approval holds: the course, one line or one person. */
export type ApprovalScope = { readonly ja: string } & Pick<Approval, 'scope' | 'scopeId'>;

type Draft = {
  readonly date: string | undefined;
  readonly contactPerson: string | undefined;
  readonly means: string | undefined;
  readonly note: string | undefined;
  readonly voucherId: string | undefined;
  /** Key of the chosen scope. */
  readonly scope: string | undefined;
};

type Props = {
  readonly kind: ApprovalKind;
  /** 判定日, as the first value of the day. */
  readonly asOf: string;
  readonly fiscalYear: number;
  readonly vouchers: readonly Voucher[];
  /** The first is chosen at the beginning. */
  readonly scopes: readonly [ApprovalScope, ...ApprovalScope[]];
  /** What a complete approval would change, in a sentence. */
  readonly effectJa: (approval: Approval) => string;
  readonly onRecord: (approval: Approval) => Promise<Recorded>;
  readonly onDone: () => void;
};

/** 承認記録を付ける: who said yes, when and how. What it would change is shown before it is recorded. */
export function ApprovalForm({
  kind,
  asOf,
  fiscalYear,
  vouchers,
  scopes,
  effectJa,
  onRecord,
  onDone,
}: Props): ReactNode {
  const { source, ja } = APPROVAL_KINDS[kind];
  const isJspo = source === 'jspo';
  const [draft, setDraft] = useState<Draft>({
    date: asOf,
    contactPerson: undefined,
    means: undefined,
    note: undefined,
    voucherId: undefined,
    scope: scopeKey(scopes[0]),
  });
  const set = (fields: Partial<Draft>): void => setDraft((before) => ({ ...before, ...fields }));
  const chosen = scopes.find((scope) => scopeKey(scope) === draft.scope) ?? scopes[0];
  const approval = useMemo(() => approvalFrom(draft, kind, chosen), [draft, kind, chosen]);
  const [isPressed, setPressed] = useState(false);
  const isReady = approval !== undefined && isComplete(approval);
  const effect = useMemo(() => (isReady ? effectJa(approval) : lackJa(source)), [isReady, approval, source, effectJa]);
  const save = (): void => {
    setPressed(true);
    if (isReady) void onRecord(approval).then((recorded) => recorded.ok && onDone());
  };
  return (
    <form
      className="panel-form approval-form"
      aria-label="承認記録"
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <p className="panel-form-title">{ja}</p>
      <div className="approval-form-fields">
        <DateField
          label={isJspo ? '確認した日' : '記録の日'}
          required
          value={draft.date}
          year={fiscalYear}
          onCommit={(date) => set({ date })}
        />
        <SelectField
          label="範囲"
          value={scopeKey(chosen)}
          choices={scopes.map((scope) => ({ value: scopeKey(scope), ja: scope.ja }))}
          onCommit={(scope) => set({ scope })}
        />
        {isJspo && (
          <>
            <TextField
              label="相手"
              required
              value={draft.contactPerson}
              onCommit={(contactPerson) => set({ contactPerson })}
            />
            <TextField
              label="方法"
              required
              placeholder="電話・メール"
              value={draft.means}
              onCommit={(means) => set({ means })}
            />
          </>
        )}
        <SelectField
          label={isJspo ? '承認の書類' : '根拠の書類'}
          value={draft.voucherId}
          choices={vouchers.map((voucher) => ({ value: voucher.id, ja: voucherJa(voucher) }))}
          emptyJa="なし"
          onCommit={(voucherId) => set({ voucherId })}
        />
      </div>
      <NoteField
        label={isJspo ? '内容' : '理由'}
        required={!isJspo}
        value={draft.note}
        onCommit={(note) => set({ note })}
      />
      <p className={isPressed && !isReady ? 'panel-form-lack' : 'panel-form-effect'} role="status">
        {effect}
      </p>
      <div className="panel-form-buttons">
        <Button type="submit">記録する</Button>
        <Button kind="bare" onClick={onDone}>
          やめる
        </Button>
      </div>
    </form>
  );
}

function scopeKey({ scope, scopeId }: ApprovalScope): string {
  return scopeId === undefined ? scope : `${scope} ${scopeId}`;
}

function voucherJa({ no, kind }: Voucher): string {
  return [no, VOUCHER_KINDS[kind].ja].filter((part) => part !== undefined).join(' ');
}

function approvalFrom(draft: Draft, kind: ApprovalKind, { scope, scopeId }: ApprovalScope): Approval | undefined {
  if (draft.date === undefined) return undefined;
  return {
    id: TRIAL_ID,
    kind,
    source: APPROVAL_KINDS[kind].source,
    date: draft.date,
    scope,
    ...(scopeId === undefined ? {} : { scopeId }),
    ...(draft.contactPerson === undefined ? {} : { contactPerson: draft.contactPerson }),
    ...(draft.means === undefined ? {} : { means: draft.means }),
    ...(draft.note === undefined ? {} : { note: draft.note }),
    ...(draft.voucherId === undefined ? {} : { voucherIds: [draft.voucherId] }),
  };
}

/** What must be there before the record counts; until then it is not recorded at all. */
function lackJa(source: Approval['source']): string {
  return source === 'secretariat'
    ? '理由と、お金が動くものは根拠の書類がそろうと記録できます'
    : '日付・相手・方法がそろうと記録できます';
}
