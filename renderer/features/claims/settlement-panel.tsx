import type { ReactNode } from 'react';
import { longDateJa } from '../../../shared/dates.js';
import { grouped } from '../../../shared/money.js';
import type { Finding } from '../../../shared/rules/engine/finding.js';
import { AmountField } from '../../ui/amount-field.js';
import { Button } from '../../ui/button.js';
import { DateField } from '../../ui/date-field.js';
import type { Claims } from './use-claims.js';

type Props = { readonly claims: Claims; readonly onClose: () => void };

/** The parts of the settlement: the rules that speak of each, and what the association's notice says about it. */
const PARTS: readonly {
  readonly titleJa: string;
  readonly rules: readonly string[];
  readonly fields: readonly MoneyKey[];
}[] = [
  {
    titleJa: '概算払',
    rules: ['PAY-ADV-01', 'PAY-ADV-04', 'PAY-ADV-02', 'PAY-ADV-03'],
    fields: ['advanceReceived', 'advanceReceivedOn'],
  },
  {
    titleJa: '確定額',
    rules: ['PAY-FIN-06', 'PAY-FIN-05'],
    fields: ['finalAmount', 'finalAmountFixedOn', 'reductionByJspo'],
  },
  {
    titleJa: '残額・返納',
    rules: ['PAY-FIN-01', 'PAY-FIN-04', 'PAY-FIN-02', 'PAY-FIN-03'],
    fields: ['balanceReceivedOn', 'refundPaidOn'],
  },
  { titleJa: '委託講習会実施費', rules: ['PAY-IMP-01', 'PAY-IMP-02'], fields: [] },
];

/** 精算: 委託金額, 概算払, 確定額, 残額・返納 and 実施費, each with its arithmetic and clause. */
export function SettlementPanel({ claims, onClose }: Props): ReactNode {
  const { decision, facts } = claims;
  const { contractAmount } = decision.settlement;
  const { course } = facts;
  return (
    <div className="line-panel">
      <header className="panel-head">
        <h2 className="panel-name">精算</h2>
        {claims.book.state === 'draft' && <span className="tag tag-sample">改訂案の基準</span>}
        <Button size="small" kind="bare" onClick={onClose}>
          明細に戻る
        </Button>
      </header>
      <section className="panel-section">
        <h3 className="panel-heading">委託金額</h3>
        <dl className="panel-work">
          <div>
            <dt>対象額の合計</dt>
            <dd>{grouped(decision.totals.eligible)}</dd>
          </div>
          <div className="panel-work-sum">
            <dt>{course.contractAmount === undefined ? '委託金額の見込' : '契約額'}</dt>
            <dd>{contractAmount === null ? '未定' : grouped(contractAmount)}</dd>
          </div>
        </dl>
        {course.contractAmountFixedOn !== undefined && (
          <p className="second">確定 {longDateJa(course.contractAmountFixedOn)}</p>
        )}
        <Money claims={claims} fields={['contractAmount', 'contractAmountFixedOn']} />
      </section>
      {PARTS.map((part) => (
        <Part key={part.titleJa} claims={claims} {...part} />
      ))}
    </div>
  );
}

function Part({ claims, titleJa, rules, fields }: { readonly claims: Claims } & (typeof PARTS)[number]): ReactNode {
  const findings = rules.flatMap((id) => claims.decision.findings.filter((finding) => finding.ruleId === id));
  if (findings.length === 0) return null;
  return (
    <section className="panel-section">
      <h3 className="panel-heading">{titleJa}</h3>
      {findings.map((finding) => (
        <Statement key={`${finding.ruleId} ${finding.messageJa}`} finding={finding} />
      ))}
      {fields.length > 0 && <Money claims={claims} fields={fields} />}
    </section>
  );
}

/** What a rule says about the payment, with its rows; the last one is the result. */
function Statement({ finding }: { readonly finding: Finding }): ReactNode {
  const last = finding.work.length - 1;
  return (
    <div className="panel-other">
      {finding.work.length > 0 && (
        <dl className="panel-work">
          {finding.work.map((step, index) => (
            <div key={`${step.labelJa} ${index}`} className={index === last ? 'panel-work-sum' : undefined}>
              <dt>{step.labelJa}</dt>
              <dd>{step.amount === undefined ? step.textJa : grouped(step.amount)}</dd>
            </div>
          ))}
        </dl>
      )}
      {(finding.work.length === 0 || finding.severity !== 'info') && (
        <p className="panel-sentence">{finding.messageJa}</p>
      )}
      <p className="panel-source">
        <span className="panel-clause">手引き {finding.sourceJa}</span>
        <span>{finding.ruleId}</span>
        {finding.needsConfirmation && <span className="panel-confirm">要確認</span>}
      </p>
    </div>
  );
}

type MoneyKey =
  | 'contractAmount'
  | 'contractAmountFixedOn'
  | 'advanceReceived'
  | 'advanceReceivedOn'
  | 'finalAmount'
  | 'finalAmountFixedOn'
  | 'reductionByJspo'
  | 'balanceReceivedOn'
  | 'refundPaidOn';

const MONEY_JA = {
  contractAmount: '契約額',
  contractAmountFixedOn: '契約額が決まった日',
  advanceReceived: '概算払の受領額',
  advanceReceivedOn: '受領日',
  finalAmount: '通知された確定額',
  finalAmountFixedOn: '確定した日',
  reductionByJspo: '協会による減額',
  balanceReceivedOn: '残額の受領日',
  refundPaidOn: '返納した日',
} as const satisfies Record<MoneyKey, string>;

/** What the association fixed or paid, as recorded; the calculation gives way to it. */
function Money({ claims, fields }: { readonly claims: Claims; readonly fields: readonly MoneyKey[] }): ReactNode {
  const { course } = claims.facts;
  const write = (key: MoneyKey, value: number | string | undefined) =>
    claims.changes.edit(`${MONEY_JA[key]}を変えました`, (draft) => draft.changeCourse({ [key]: value }));
  return (
    <div className="panel-fields">
      {fields.map((key) => {
        const value = course[key];
        return (
          <div key={key} className="panel-field">
            {key.endsWith('On') ? (
              <DateField
                label={MONEY_JA[key]}
                year={course.fiscalYear}
                value={typeof value === 'string' ? value : undefined}
                onCommit={(next) => write(key, next)}
              />
            ) : (
              <AmountField
                label={MONEY_JA[key]}
                value={typeof value === 'number' ? value : undefined}
                onCommit={(next) => write(key, next)}
              />
            )}
          </div>
        );
      })}
    </div>
  );
}
