import { type ReactNode, useState } from 'react';
import { shortDateJa, slashDate } from '../../../shared/dates.js';
import { COURSE_STATUS_JA, type CourseStatus } from '../../../shared/model/case/course.js';
import { earlierStates, stateJa } from '../../../shared/workflow/course-machine.js';
import { Button } from '../../ui/button.js';
import { DateField } from '../../ui/date-field.js';
import { TextField } from '../../ui/field.js';
import { SelectField } from '../../ui/select-field.js';
import type { Workflow } from './use-workflow.js';

/** 経過: every step with its day, the latest first, and the way back to an earlier state. */
export function HistoryPart({ workflow }: { readonly workflow: Workflow }): ReactNode {
  const { situation } = workflow;
  const { history, state, value } = situation;
  const [isGoingBack, setGoingBack] = useState(false);
  const earlier = earlierStates(state, value.course.delivery, history);
  return (
    <section className="history" aria-label="経過">
      <h2 className="part-head">
        経過 {history.length === 0 ? null : <small>{history.length}件</small>}
        {earlier.length === 0 || isGoingBack ? null : (
          <button type="button" className="link" onClick={() => setGoingBack(true)}>
            前の段階に戻す
          </button>
        )}
      </h2>
      {isGoingBack ? <BackForm workflow={workflow} earlier={earlier} onDone={() => setGoingBack(false)} /> : null}
      {history.length === 0 ? (
        <p className="second">まだ記録がありません。段階を進めると、日付とともにここに残ります。</p>
      ) : (
        <ol className="history-list">
          {[...history].reverse().map((step, index) => (
            <li key={history.length - index} className="history-row">
              <span className="whole" title={slashDate(step.on)}>
                {shortDateJa(step.on)}
              </span>
              <span className="history-event">
                {step.eventJa}
                {step.reasonJa === undefined ? null : <span className="second">理由：{step.reasonJa}</span>}
              </span>
              <span className="second history-states">
                {step.from === undefined || step.from === step.to ? '' : `${stateJa(step.from)} → `}
                {stateJa(step.to)}
              </span>
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}

/** A step back demands its reason. */
function BackForm({
  workflow,
  earlier,
  onDone,
}: {
  readonly workflow: Workflow;
  readonly earlier: readonly CourseStatus[];
  readonly onDone: () => void;
}): ReactNode {
  const { value } = workflow.situation;
  const [to, setTo] = useState(earlier.at(-1));
  const [on, setOn] = useState<string | undefined>(value.asOf);
  const [reason, setReason] = useState<string>();
  const [isPressed, setPressed] = useState(false);
  const save = (): void => {
    setPressed(true);
    if (to === undefined || on === undefined || reason === undefined) return;
    void workflow.goBack(to, on, reason).then((recorded) => recorded.ok && onDone());
  };
  return (
    <form
      className="step-form"
      aria-label="前の段階に戻す"
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <div className="step-form-fields">
        <SelectField
          label="戻る先"
          required
          value={to}
          choices={earlier.map((state) => ({ value: state, ja: COURSE_STATUS_JA[state] }))}
          onCommit={setTo}
        />
        <DateField label="戻した日" required year={value.course.fiscalYear} value={on} onCommit={setOn} />
        <TextField
          label="理由"
          required
          value={reason}
          problem={isPressed && reason === undefined ? '理由を入れてください' : undefined}
          onCommit={setReason}
        />
      </div>
      <p className="second">記録した日付や金額は残ります。もう一度進めるときに、そのまま使えます。</p>
      {workflow.record.conversionPair?.part === 'original' ? (
        <p className="second">
          続きの独自講習会は、まだ手を入れていなければ一緒に消します。手を入れてあれば、つながりだけを外して残します。
        </p>
      ) : null}
      <p className="step-form-buttons">
        <Button type="submit">戻す</Button>
        <Button kind="bare" onClick={onDone}>
          やめる
        </Button>
      </p>
    </form>
  );
}
