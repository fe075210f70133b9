import { type ReactNode, useMemo, useState } from 'react';
import { APPROVAL_KINDS, type Approval, type ApprovalKind } from '../../../shared/model/case/approval.js';
import { VOUCHER_KINDS } from '../../../shared/model/case/voucher.js';
import type { Line } from '../../../shared/model/case/lines/line.js';
import { grouped } from '../../../shared/money.js';
import type { LineDecision } from '../../../shared/rules/engine/decide.js';
import { isComplete } from '../../../shared/rules/engine/approvals.js';
import { Button } from '../../ui/button.js';
import { DateField } from '../../ui/date-field.js';
import { NoteField, TextField } from '../../ui/field.js';
import { SelectField } from '../../ui/select-field.js';
import { addApproval } from './edits.js';
import type { Claims } from './use-claims.js';
import { TRIAL_ID } from './use-trials.js';

type Draft = {
  readonly date: string | undefined;
  readonly contactPerson: string | undefined;
  readonly means: string | undefined;
  readonly note: string | undefined;
  readonly voucherId: string | undefined;
  readonly scope: Approval['scope'];
};

type Props = {
  readonly claims: Claims;
  readonly line: Line;
  readonly decided: LineDecision;
  readonly kind: ApprovalKind;
  readonly tryApproval: (approval: Approval) => LineDecision | undefined;
  readonly onDone: () => void;
};

/** 承認記録を付ける: who said yes, when and how. What it would change is shown before it is recorded. */
export function ApprovalForm({ claims, line, decided, kind, tryApproval, onDone }: Props): ReactNode {
  const { source, ja } = APPROVAL_KINDS[kind];
  const isJspo = source === 'jspo';
  const [draft, setDraft] = useState<Draft>({
    date: claims.facts.asOf,
    contactPerson: undefined,
    means: undefined,
    note: undefined,
    voucherId: undefined,
    scope: 'line',
  });
  const set = (fields: Partial<Draft>): void => setDraft((before) => ({ ...before, ...fields }));
  const approval = useMemo(() => approvalFrom(draft, kind, line, claims), [draft, kind, line, claims]);
  const after = useMemo(
    () => (approval && isComplete(approval) ? tryApproval(approval) : undefined),
    [approval, tryApproval],
  );
  const [isPressed, setPressed] = useState(false);
  const isReady = approval !== undefined && isComplete(approval);
  const save = (): void => {
    setPressed(true);
    if (!isReady) return;
    void claims.changes
      .act('承認記録を付けました', (course) =>
        addApproval({ ...approval, id: course.freshId('approvals', 'AP') })(course),
      )
      .then((recorded) => recorded.ok && onDone());
  };
  const vouchers = claims.facts.vouchers.map((voucher) => ({
    value: voucher.id,
    ja: [voucher.no, VOUCHER_KINDS[voucher.kind].ja].filter((part) => part !== undefined).join(' '),
  }));
  return (
    <form
      className="panel-form"
      aria-label="承認記録"
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <p className="panel-form-title">{ja}</p>
      <div className="panel-form-pair">
        <DateField
          label={isJspo ? '確認した日' : '記録の日'}
          required
          value={draft.date}
          year={claims.facts.course.fiscalYear}
          onCommit={(date) => set({ date })}
        />
        <SelectField
          label="範囲"
          value={draft.scope}
          choices={scopesOf(line, claims)}
          onCommit={(scope) => set({ scope: scope ?? 'line' })}
        />
      </div>
      {isJspo && (
        <div className="panel-form-pair">
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
        </div>
      )}
      <NoteField
        label={isJspo ? '内容' : '理由'}
        required={!isJspo}
        value={draft.note}
        onCommit={(note) => set({ note })}
      />
      {!isJspo && (
        <SelectField
          label="根拠の書類"
          value={draft.voucherId}
          choices={vouchers}
          emptyJa="なし"
          onCommit={(voucherId) => set({ voucherId })}
        />
      )}
      <p className={isPressed && !isReady ? 'panel-form-lack' : 'panel-form-effect'} role="status">
        {effectJa(approval, after, decided)}
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

function scopesOf(line: Line, claims: Claims): { value: Approval['scope']; ja: string }[] {
  const person = claims.facts.personOf(line);
  return [
    { value: 'line', ja: 'この明細' },
    ...(person ? [{ value: 'person', ja: person.nameJa } as const] : []),
    { value: 'course', ja: '講習会全体' },
  ];
}

function approvalFrom(draft: Draft, kind: ApprovalKind, line: Line, claims: Claims): Approval | undefined {
  if (draft.date === undefined) return undefined;
  const person = claims.facts.staffIdOf(line)?.[0];
  const scopeId = draft.scope === 'line' ? line.id : draft.scope === 'person' ? person : undefined;
  return {
    id: TRIAL_ID,
    kind,
    source: APPROVAL_KINDS[kind].source,
    date: draft.date,
    scope: draft.scope,
    ...(scopeId === undefined ? {} : { scopeId }),
    ...(draft.contactPerson === undefined ? {} : { contactPerson: draft.contactPerson }),
    ...(draft.means === undefined ? {} : { means: draft.means }),
    ...(draft.note === undefined ? {} : { note: draft.note }),
    ...(draft.voucherId === undefined ? {} : { voucherIds: [draft.voucherId] }),
  };
}

function effectJa(approval: Approval | undefined, after: LineDecision | undefined, decided: LineDecision): string {
  if (!approval || !isComplete(approval)) {
    return approval?.source === 'secretariat'
      ? '理由と、お金が動くものは根拠の書類がそろうと記録できます'
      : '日付・相手・方法がそろうと記録できます';
  }
  const gain = (after?.eligible ?? decided.eligible) - decided.eligible;
  if (gain > 0) return `記録すると、この明細の対象が ＋${grouped(gain)} になります`;
  return '記録すると、承認記録ありの印が付きます。金額は変わりません';
}
