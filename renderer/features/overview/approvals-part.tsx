import { IconTrash } from '@tabler/icons-react';
import { type ReactNode, useMemo, useState } from 'react';
import { slashDate } from '../../../shared/dates.js';
import { type Approval, APPROVAL_KINDS, type ApprovalKind } from '../../../shared/model/case/approval.js';
import { grouped } from '../../../shared/money.js';
import {
  effectOf,
  type RecordedApproval,
  recordedApprovals,
  type WantedApproval,
  wantedApprovals,
} from '../../../shared/workflow/approval-effects.js';
import { ApprovalForm } from '../../desk/approval-form.js';
import { Button } from '../../ui/button.js';
import { FindingMark } from '../../ui/finding-mark.js';
import { SelectField } from '../../ui/select-field.js';
import { approvalScopes, placeNames } from './approval-scopes.js';
import { useHead } from './course-fields.js';
import type { Workflow } from './use-workflow.js';

/** 承認記録: what is on record and what it restores; which kinds the present findings ask for; all the others. */
export function ApprovalsPart({ workflow }: { readonly workflow: Workflow }): ReactNode {
  const { situation, book } = workflow;
  const { value, decision } = situation;
  const wanted = useMemo(() => wantedApprovals(value, decision, book), [value, decision, book]);
  const recorded = useMemo(() => recordedApprovals(value, decision, book), [value, decision, book]);
  const [kind, setKind] = useState<ApprovalKind>();
  const wantedKinds = wanted.map((one) => one.kind);
  const others = (Object.keys(APPROVAL_KINDS) as ApprovalKind[]).filter((one) => !wantedKinds.includes(one));
  return (
    <section className="approvals" aria-label="承認記録">
      <h2 className="part-head">承認記録 {recorded.length === 0 ? null : <small>{recorded.length}件</small>}</h2>
      {recorded.length === 0 ? (
        <p className="second">
          日本スポーツ協会の承認や事務局の確認を記録すると、当てはまる指摘が「承認記録あり」になります。
        </p>
      ) : (
        <ul className="approval-list">
          {recorded.map((one) => (
            <RecordedRow key={one.approval.id} recorded={one} workflow={workflow} />
          ))}
        </ul>
      )}
      {wanted.length === 0 ? null : (
        <>
          <h3 className="approval-sub">いまの指摘に当てはまるもの</h3>
          <ul className="approval-list">
            {wanted.map((one) =>
              one.kind === kind ? (
                <li key={one.kind}>
                  <CourseApprovalForm workflow={workflow} kind={one.kind} onDone={() => setKind(undefined)} />
                </li>
              ) : (
                <WantedRow key={one.kind} wanted={one} workflow={workflow} onOpen={() => setKind(one.kind)} />
              ),
            )}
          </ul>
        </>
      )}
      <h3 className="approval-sub">ほかの種類</h3>
      {kind !== undefined && others.includes(kind) ? (
        <CourseApprovalForm key={kind} workflow={workflow} kind={kind} onDone={() => setKind(undefined)} />
      ) : (
        <div className="approval-other">
          <SelectField
            label="承認の種類"
            labelHidden
            value={undefined}
            choices={others.map((one) => ({
              value: one,
              ja: `${APPROVAL_KINDS[one].ja}（${SOURCE_JA[APPROVAL_KINDS[one].source]}）`,
            }))}
            emptyJa="種類を選んで記録する"
            onCommit={setKind}
          />
        </div>
      )}
    </section>
  );
}

const SOURCE_JA = { jspo: '日本スポーツ協会の承認', secretariat: '事務局の確認' } as const;

function RecordedRow({
  recorded: { approval, counts, restores, settles },
  workflow,
}: {
  readonly recorded: RecordedApproval;
  readonly workflow: Workflow;
}): ReactNode {
  const { act } = useHead();
  const { ja, source } = APPROVAL_KINDS[approval.kind];
  const who = [approval.contactPerson, approval.means].filter((part) => part !== undefined).join('・');
  return (
    <li className="approval-row">
      <span className="approval-row-mark">
        {counts ? <FindingMark mark="approved" /> : <FindingMark mark="confirm" labelJa="不足" />}
      </span>
      <span className="approval-row-words">
        <b>{ja}</b>
        <span className="second">
          {slashDate(approval.date)}　{who === '' ? SOURCE_JA[source] : who}　{scopeJa(approval, workflow)}
          {approval.note === undefined ? '' : `　${approval.note}`}
        </span>
        {counts ? null : (
          <span className="second approval-row-lack">{lackJa(source)}。いまは記録がないものとして扱います</span>
        )}
      </span>
      <span className="approval-row-gain">
        {restores > 0 ? (
          <b>＋{grouped(restores)}</b>
        ) : (
          <span className="caption">{settles > 0 ? `指摘 ${settles}件` : counts ? '当てはまる指摘なし' : ''}</span>
        )}
      </span>
      <button
        type="button"
        className="icon-button"
        aria-label={`承認記録「${ja}」を消す`}
        onClick={() => void act('承認記録を消しました', (course) => course.remove('approvals', approval.id))}
      >
        <IconTrash size={16} stroke={1.6} aria-hidden="true" />
      </button>
    </li>
  );
}

function lackJa(source: Approval['source']): string {
  return source === 'jspo' ? '相手と方法が足りません' : '理由か根拠の書類が足りません';
}

function scopeJa(approval: Approval, { situation }: Workflow): string {
  const scopes = approvalScopes(situation.value);
  return scopes.find((one) => one.scope === approval.scope && one.scopeId === approval.scopeId)?.ja ?? '';
}

function WantedRow({
  wanted: { kind, findings, gain },
  workflow,
  onOpen,
}: {
  readonly wanted: WantedApproval;
  readonly workflow: Workflow;
  readonly onOpen: () => void;
}): ReactNode {
  const { ja, source } = APPROVAL_KINDS[kind];
  const names = placeNames(findings, workflow.situation.value);
  return (
    <li className="approval-row">
      <span className="approval-row-words">
        <b>{ja}</b>
        <span className="second">
          {SOURCE_JA[source]}　{names.join('、')}
        </span>
      </span>
      <span className="approval-row-gain">{gain > 0 ? <b>＋{grouped(gain)}</b> : null}</span>
      <Button size="small" onClick={onOpen}>
        承認を記録
      </Button>
    </li>
  );
}

function CourseApprovalForm({
  workflow,
  kind,
  onDone,
}: {
  readonly workflow: Workflow;
  readonly kind: ApprovalKind;
  readonly onDone: () => void;
}): ReactNode {
  const { act } = useHead();
  const { situation, book } = workflow;
  const { value, decision } = situation;
  const scopes = useMemo(() => approvalScopes(value), [value]);
  const effectJa = useMemo(
    () =>
      (approval: Approval): string => {
        const { gain, settles } = effectOf(approval, value, decision, book);
        if (gain > 0) return `記録すると、講習会の対象が ＋${grouped(gain)} になります`;
        return settles > 0
          ? `記録すると、指摘${settles}件が承認記録ありになります。金額は変わりません`
          : 'いまの指摘には当てはまりません。記録はできます';
      },
    [value, decision, book],
  );
  return (
    <ApprovalForm
      kind={kind}
      asOf={value.asOf}
      fiscalYear={value.course.fiscalYear}
      vouchers={value.vouchers ?? []}
      scopes={scopes}
      effectJa={effectJa}
      onRecord={(approval) =>
        act('承認記録を付けました', (course) =>
          course.put('approvals', { ...approval, id: course.freshId('approvals', 'AP') }),
        )
      }
      onDone={onDone}
    />
  );
}
