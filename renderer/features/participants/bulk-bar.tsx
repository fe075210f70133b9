import { type ReactNode, useState } from 'react';
import { clockJa, shortDateJa } from '../../../shared/dates.js';
import type { Case } from '../../../shared/model/case/case.js';
import type { CourseChanges } from '../../desk/use-changes.js';
import { Button } from '../../ui/button.js';
import { DateField } from '../../ui/date-field.js';
import { choicesOf, SelectField } from '../../ui/select-field.js';
import { countedSessions } from './attendance-changes.js';
import { type BulkAction, bulkPlan, recordBulk } from './bulk-changes.js';
import { dayToRecord } from './day-to-record.js';
import type { Person } from './people.js';
import { useMainKey } from '../../desk/list-import/use-main-key.js';

const ACTIONS = {
  approvePrimary: '一次承認を記録',
  approveFinal: '最終承認を記録',
  begin: '受講の開始を記録',
  fee: '受講料の納入日',
  attendance: '出欠',
  judgement: '判定',
} as const;
type Action = keyof typeof ACTIONS;
const DONE: Readonly<Record<Action, string>> = {
  approvePrimary: '一次承認を記録しました',
  approveFinal: '最終承認を記録しました',
  begin: '受講の開始を記録しました',
  fee: '受講料の納入日を入れました',
  attendance: '出欠を入れました',
  judgement: '判定を入れました',
};
const ACTION_CHOICES = choicesOf<Action>(ACTIONS);
const PRESENCE = choicesOf({ present: '出席', absent: '欠席' });
const RESULTS = choicesOf({ pass: '合格', fail: '不合格', absent: '欠席' });
const ALL = 'all';

/** What can be done with everybody who is ticked, as one step. */
export function BulkBar({
  value,
  people,
  changes,
  onDone,
}: {
  readonly value: Case;
  readonly people: readonly Person[];
  readonly changes: CourseChanges;
  readonly onDone: () => void;
}): ReactNode {
  const [action, setAction] = useState<Action>(() => likeliest(value, people));
  const [on, setOn] = useState<string | undefined>(() => dayToRecord(value));
  const [session, setSession] = useState<string>(ALL);
  const [presence, setPresence] = useState<'present' | 'absent'>('present');
  const [result, setResult] = useState<'pass' | 'fail' | 'absent'>('pass');
  const sessions = countedSessions(value);
  const hasDay = action !== 'attendance' && action !== 'judgement';

  const chosen = (): BulkAction | undefined => {
    if (action === 'attendance') {
      const sessionIds = session === ALL ? sessions.map(({ id }) => id) : [session];
      return { kind: 'attendance', sessionIds, present: presence === 'present' };
    }
    if (action === 'judgement') return { kind: 'judgement', judgement: result, on: value.asOf };
    if (on === undefined) return undefined;
    return action === 'fee' ? { kind: 'fee', on } : { kind: 'step', event: action, on };
  };
  const bulk = chosen();
  const plan = bulk ? bulkPlan(bulk, people) : { enrollments: [], leftOut: [] };
  const write = async (): Promise<void> => {
    if (!bulk || plan.enrollments.length === 0) return;
    const recorded = await changes.act(`${plan.enrollments.length}名に${DONE[action]}`, (course) =>
      recordBulk(course, bulk, people),
    );
    if (recorded.ok) onDone();
  };
  useMainKey(() => void write());

  return (
    <footer className="people-bulk" role="group" data-region="actions" aria-label="選んだ人にまとめて">
      <p className="people-bulk-count">
        <b>{people.length}名</b>を選択
      </p>
      <SelectField
        label="すること"
        labelHidden
        value={action}
        choices={ACTION_CHOICES}
        onCommit={(next) => setAction(next ?? action)}
      />
      {hasDay ? <DateField label="日" labelHidden required value={on} onCommit={setOn} /> : null}
      {action === 'attendance' ? (
        <>
          <SelectField
            label="予定"
            labelHidden
            value={session}
            choices={[
              { value: ALL, ja: `全日程（${sessions.length}）` },
              ...sessions.map(({ id, date, start }) => ({ value: id, ja: `${shortDateJa(date)} ${clockJa(start)}` })),
            ]}
            onCommit={(next) => setSession(next ?? ALL)}
          />
          <SelectField
            label="出欠"
            labelHidden
            value={presence}
            choices={PRESENCE}
            onCommit={(next) => setPresence(next ?? presence)}
          />
        </>
      ) : null}
      {action === 'judgement' ? (
        <SelectField
          label="判定"
          labelHidden
          value={result}
          choices={RESULTS}
          onCommit={(next) => setResult(next ?? result)}
        />
      ) : null}
      <p className="caption people-left-out">{leftOutJa(plan.leftOut)}</p>
      <span className="gap" />
      <Button onClick={onDone}>選択をやめる</Button>
      <Button kind="main" shortcut="Ctrl+Enter" disabled={plan.enrollments.length === 0} onClick={() => void write()}>
        {plan.enrollments.length}名に記録
      </Button>
    </footer>
  );
}

/** The first step that somebody is waiting for. */
function likeliest({ asOf: on }: Case, people: readonly Person[]): Action {
  const steps = ['approvePrimary', 'approveFinal', 'begin'] as const;
  const next = steps.find((event) => bulkPlan({ kind: 'step', event, on }, people).enrollments.length > 0);
  return next ?? 'attendance';
}

function leftOutJa(leftOut: readonly { readonly nameJa: string; readonly ja: string }[]): string {
  const [first] = leftOut;
  if (!first) return '';
  const others = leftOut.length > 1 ? `ほか${leftOut.length - 1}名` : '';
  return `${leftOut.length}名は記録しません。${first.nameJa}：${first.ja}${others === '' ? '' : `（${others}）`}`;
}
