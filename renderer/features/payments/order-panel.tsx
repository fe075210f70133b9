import { type ReactNode, useEffect, useRef, useState } from 'react';
import { addDays, type IsoDate, shortDateJa } from '../../../shared/dates.js';
import type { WrittenFile } from '../../../shared/ipc/contract.js';
import { grouped, sum } from '../../../shared/money.js';
import { bankDay, nextBankDay } from '../../../shared/payments/bank-day.js';
import type { Payable } from '../../../shared/payments/payables.js';
import { openFeeLines, type Sent, sentOf } from '../../../shared/payments/recorded-transfer.js';
import { type Lack, lackJa, planJa, type TransferPlan, transferPlan } from '../../../shared/payments/transfer-plan.js';
import { useDesk } from '../../desk/desk-context.js';
import { useRefusal } from '../../desk/refusal.js';
import { useTold } from '../../desk/use-changes.js';
import { Button } from '../../ui/button.js';
import { DateField } from '../../ui/date-field.js';
import { CheckField } from '../../ui/select-field.js';
import { focusInPanel } from '../../ui/side-panel.js';
import { recordSent } from './payment-changes.js';
import { usePanelTop } from './use-panel-top.js';
import type { Payments } from './use-payments.js';

type Props = {
  readonly payments: Payments;
  readonly ordered: readonly Payable[];
  readonly onChoose: (payable: Payable) => void;
  readonly onClose: () => void;
};

type Written = { readonly file: WrittenFile; readonly sent: readonly Sent[]; readonly payOn: IsoDate };

/** 全銀ファイル: the day, what keeps it from being written, the totals; afterwards the record of what was sent. */
export function OrderPanel({ payments, ordered, onChoose, onClose }: Props): ReactNode {
  const { value, book } = payments;
  const [payOn, setPayOn] = useState<IsoDate | undefined>(() => nextBankDay(addDays(value.asOf, 1), book));
  const [written, setWritten] = useState<Written>();
  const plan = transferPlan({ ...payments, payables: ordered, payOn, today: value.asOf });
  const write = useWrite(setWritten);
  const top = usePanelTop();
  const fields = useRef<HTMLElement>(null);
  // Opens the panel where the window is narrow.
  useEffect(() => {
    focusInPanel(() => fields.current?.querySelector('input'));
  }, []);
  const choose = (lack: Lack): void => {
    const payable = ordered.find(({ payee }) => payee.key === lack.payeeKey);
    if (payable) onChoose(payable);
  };
  if (written) return <WrittenPart payments={payments} written={written} onClose={onClose} />;
  const stops = plan.lacks.filter(({ stops: what }) => what === 'transfer');
  return (
    <>
      <h2 ref={top} className="pay-head">
        全銀ファイル（総合振込）
      </h2>
      <section ref={fields} className="pay-part" aria-label="依頼の内容">
        <DateField
          label="振込指定日"
          width="middle"
          value={payOn}
          year={value.course.fiscalYear}
          note={payOn === undefined ? '銀行営業日を入れてください' : dayNote(payOn, payments)}
          onCommit={(day) => setPayOn(day)}
        />
        <Totals plan={plan} />
      </section>
      <section className="pay-part" aria-label="書き出す">
        <div className="pay-buttons">
          <Button kind="main" disabled={!plan.order} onClick={() => void write(plan, ordered, payOn)}>
            {planJa(plan)}を書き出す
          </Button>
          <Button kind="bare" onClick={onClose}>
            やめる
          </Button>
        </div>
        {plan.order ? null : (
          <p className="second">
            直すことがあるうちは、どの支払先の分も書き出しません。左の☑を外すと今回から除けます。
          </p>
        )}
        {payOn === undefined || stops.length > 0 ? null : (
          <ByHand payments={payments} sent={sentOf(ordered)} payOn={payOn} onClose={onClose} />
        )}
      </section>
      <Lacks titleJa="書き出す前に直すこと" lacks={plan.lacks} onChoose={choose} />
      <Lacks titleJa="確かめること" lacks={plan.cautions} onChoose={choose} />
    </>
  );
}

function dayNote(payOn: IsoDate, { book }: Payments): string {
  const day = bankDay(payOn, book);
  const name = shortDateJa(payOn);
  if (day === 'open') return `${name} 銀行営業日です`;
  if (day === 'unknown') return `${name} 銀行営業日か確かめてください`;
  const next = nextBankDay(payOn, book);
  return next === undefined ? `${name} 銀行は休みです` : `${name} 銀行は休みです。次は${shortDateJa(next)}`;
}

function Totals({ plan }: { readonly plan: TransferPlan }): ReactNode {
  return (
    <dl className="panel-work" aria-label="合計">
      <div>
        <dt>件数</dt>
        <dd>{plan.count}件</dd>
      </div>
      <div className="panel-work-sum">
        <dt>振込額の合計</dt>
        <dd>{grouped(plan.total)}円</dd>
      </div>
      <div>
        <dt>振込手数料（別に引き落とし）</dt>
        <dd>
          {grouped(plan.fees)}円{plan.feesUnknown === 0 ? '' : `＋未定${plan.feesUnknown}件`}
        </dd>
      </div>
    </dl>
  );
}

function Lacks({
  titleJa,
  lacks,
  onChoose,
}: {
  readonly titleJa: string;
  readonly lacks: readonly Lack[];
  readonly onChoose: (lack: Lack) => void;
}): ReactNode {
  if (lacks.length === 0) return null;
  return (
    <section className="pay-part" aria-label={titleJa}>
      <h3>
        {titleJa} <small>{lacks.length}件</small>
      </h3>
      <ul className="pay-lacks">
        {lacks.map((lack) => (
          <li key={lackJa(lack)}>
            {lack.payeeKey === undefined ? (
              lackJa(lack)
            ) : (
              <button type="button" className="link" onClick={() => onChoose(lack)}>
                {lackJa(lack)}
              </button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

type Write = (plan: TransferPlan, ordered: readonly Payable[], payOn: IsoDate | undefined) => Promise<void>;

function useWrite(onWritten: (written: Written) => void): Write {
  const { host } = useDesk();
  const refuse = useRefusal();
  return async ({ order }, ordered, payOn) => {
    if (!order || payOn === undefined) return;
    const answer = await host.call('write-transfers', { order });
    if (!answer.ok) {
      refuse({
        title: answer.error.messageJa,
        safeJa: 'ファイルは書き出していません。入力した内容は保存されています。',
        code: answer.error.code,
      });
      return;
    }
    const [file] = answer.value.files;
    if (file) onWritten({ file, sent: sentOf(ordered), payOn });
  };
}

/** What was sent is kept as it was written, whatever is changed in the meantime. */
function WrittenPart({
  payments,
  written,
  onClose,
}: {
  readonly payments: Payments;
  readonly written: Written;
  readonly onClose: () => void;
}): ReactNode {
  const { host } = useDesk();
  const { file, sent, payOn } = written;
  return (
    <>
      <h2 className="pay-head">全銀ファイルを書き出しました</h2>
      <section className="pay-part" aria-label="書き出したファイル">
        <p className="pay-file">{file.name}</p>
        <p className="second">{file.place}</p>
        <p>
          {planJa({ count: sent.length, total: sum(sent.map(({ amount }) => amount)) })}　振込指定日{' '}
          {shortDateJa(payOn)}
        </p>
        <Button size="small" onClick={() => void host.call('show-file', { id: file.id })}>
          フォルダーを開く
        </Button>
      </section>
      <section className="pay-part" aria-label="振込の記録">
        <h3>銀行で受け付けられたら</h3>
        <p className="second">振込の記録を作り、謝金・旅費の明細と結び付けます。1回の操作で元に戻せます。</p>
        <Record payments={payments} sent={sent} payOn={payOn} onDone={onClose} isMain />
      </section>
    </>
  );
}

/** For an office that types its transfers at the bank. */
function ByHand({
  payments,
  sent,
  payOn,
  onClose,
}: {
  readonly payments: Payments;
  readonly sent: readonly Sent[];
  readonly payOn: IsoDate;
  readonly onClose: () => void;
}): ReactNode {
  return (
    <details className="pay-more">
      <summary>ファイルを使わずに振り込んだとき</summary>
      <Record payments={payments} sent={sent} payOn={payOn} onDone={onClose} />
    </details>
  );
}

function Record({
  payments,
  sent,
  payOn,
  onDone,
  isMain = false,
}: {
  readonly payments: Payments;
  readonly sent: readonly Sent[];
  readonly payOn: IsoDate;
  readonly onDone: () => void;
  readonly isMain?: boolean;
}): ReactNode {
  const { door } = useDesk();
  const tell = useTold();
  const [addsFees, setAddsFees] = useState(true);
  const lines = payments.value.lines ?? [];
  const fees = sent.flatMap(({ payable }) =>
    payable.fee !== undefined && payable.fee > 0 && openFeeLines(payable, lines).length === 0 ? [payable.fee] : [],
  );
  const record = async (): Promise<void> => {
    const { courseId } = payments;
    const recorded = await tell(recordSent(door, { courseId, sent, payOn, addsFees }));
    if (recorded.ok) onDone();
  };
  return (
    <div className="pay-record">
      {fees.length === 0 ? null : (
        <CheckField
          label={`振込手数料 ${fees.length}件 ${grouped(sum(fees))}円を経費の明細に加える`}
          checked={addsFees}
          onCommit={(checked) => setAddsFees(checked)}
        />
      )}
      <Button kind={isMain ? 'main' : 'plain'} onClick={() => void record()}>
        振込済みとして記録
      </Button>
    </div>
  );
}
