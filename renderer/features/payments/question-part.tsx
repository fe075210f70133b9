import { type ReactNode, useState } from 'react';
import { slashDate } from '../../../shared/dates.js';
import { grouped } from '../../../shared/money.js';
import type { Payable } from '../../../shared/payments/payables.js';
import type { WithholdingAnswer } from '../../../shared/payments/payment-settings.js';
import { useDesk } from '../../desk/desk-context.js';
import { useCourseChanges, useTold } from '../../desk/use-changes.js';
import { Button } from '../../ui/button.js';
import { DateField } from '../../ui/date-field.js';
import { TextField } from '../../ui/field.js';
import { FindingMark } from '../../ui/finding-mark.js';
import { SelectField } from '../../ui/select-field.js';
import { recordAnswer } from './payment-changes.js';
import type { Payments } from './use-payments.js';

type Props = { readonly payments: Payments; readonly payable: Payable };

/** 要確認: whom to pay, and whether tax is withheld; the answer is kept with its reason and its day. */
export function QuestionPart({ payments, payable }: Props): ReactNode {
  const answered = payments.answers.find(
    (one) => one.courseId === payments.courseId && one.payeeKey === payable.payee.key,
  );
  if (payable.payee.kind === 'unknown') return <OwnerQuestion payments={payments} payable={payable} />;
  if (answered) return <Answered payments={payments} payable={payable} answer={answered} />;
  if (payable.tax.state !== 'confirm') return null;
  const { reasonJa, ifWithheld } = payable.tax;
  return (
    <section className="pay-part" aria-label="源泉徴収の確認">
      <h3>
        <FindingMark mark="confirm" labelJa="要確認" />
      </h3>
      <p>{reasonJa}</p>
      {ifWithheld ? <p className="second">徴収する場合の税額は{grouped(ifWithheld.amount)}円です。</p> : null}
      {payable.figures ? <AnswerForm payments={payments} payable={payable} /> : null}
    </section>
  );
}

function OwnerQuestion({ payments, payable }: Props): ReactNode {
  const { edit } = useCourseChanges(payments.courseId);
  const staffId = payable.payee.key;
  const choose = (paysToEmployer: boolean): void =>
    void edit(`${payable.payee.nameJa}さんの支払先を決めました`, (course) =>
      course.change('staff', staffId, { paysToEmployer }),
    );
  return (
    <section className="pay-part" aria-label="支払先の確認">
      <h3>
        <FindingMark mark="confirm" labelJa="要確認" />
      </h3>
      <p>本人と所属先のどちらへ払うかが未確認です。所属先へ払うときは源泉徴収をしません。</p>
      <div className="pay-buttons">
        <Button size="small" onClick={() => choose(false)}>
          本人へ払う
        </Button>
        <Button size="small" onClick={() => choose(true)}>
          所属先へ払う
        </Button>
      </div>
    </section>
  );
}

const ANSWERS = [
  { value: 'withhold', ja: '源泉徴収する' },
  { value: 'none', ja: '源泉徴収しない' },
] as const;

function AnswerForm({ payments, payable }: Props): ReactNode {
  const { door } = useDesk();
  const tell = useTold();
  const [answer, setAnswer] = useState<WithholdingAnswer['answer']>();
  const [reasonJa, setReason] = useState<string>();
  const [confirmedOn, setConfirmedOn] = useState<string | undefined>(payments.value.asOf);
  const [isPressed, setPressed] = useState(false);
  const isWhole = answer !== undefined && reasonJa !== undefined && confirmedOn !== undefined;
  const save = (): void => {
    setPressed(true);
    if (isWhole) {
      void tell(recordAnswer(door, payments.courseId, payable.payee, { answer, reasonJa, confirmedOn }));
    }
  };
  return (
    <form
      className="pay-form"
      aria-label="源泉徴収の扱い"
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <SelectField label="源泉徴収" required value={answer} choices={ANSWERS} onCommit={setAnswer} />
      <TextField
        label="理由"
        required
        placeholder="税務署に電話で確認"
        value={reasonJa}
        onCommit={(next) => setReason(next)}
      />
      <DateField label="確認した日" required value={confirmedOn} onCommit={(day) => setConfirmedOn(day)} />
      <div className="pay-buttons">
        <Button type="submit" size="small">
          扱いを記録
        </Button>
      </div>
      {isPressed && !isWhole ? <p className="pay-lack">扱い・理由・確認した日がそろうと記録できます</p> : null}
    </form>
  );
}

function Answered({ payments, payable, answer }: Props & { readonly answer: WithholdingAnswer }): ReactNode {
  const { door } = useDesk();
  const tell = useTold();
  return (
    <section className="pay-part" aria-label="源泉徴収の確認">
      <h3>源泉徴収の扱い</h3>
      <p>{ANSWERS.find(({ value }) => value === answer.answer)?.ja}</p>
      <p className="second">
        {answer.reasonJa}（{slashDate(answer.confirmedOn)}）
      </p>
      {payable.transfer ? null : (
        <Button size="small" onClick={() => void tell(recordAnswer(door, payments.courseId, payable.payee, undefined))}>
          確認し直す
        </Button>
      )}
    </section>
  );
}
