import { IconPlus } from '@tabler/icons-react';
import { type ComponentProps, type ReactNode, useEffect, useEffectEvent, useMemo, useState } from 'react';
import { staffList } from '../../../shared/import/staff-list.js';
import type { Case } from '../../../shared/model/case/case.js';
import type { Staff } from '../../../shared/model/case/staff.js';
import type { Decision } from '../../../shared/rules/engine/decide.js';
import { useCase, useDecision } from '../../db/course-case.js';
import { ListImportScreen } from '../../desk/list-import/list-import-screen.js';
import { ListMenu } from '../../desk/list-import/list-menu.js';
import { useListImport } from '../../desk/list-import/use-list-import.js';
import { writeRows } from '../../desk/list-import/write-rows.js';
import { useCourseChanges } from '../../desk/use-changes.js';
import { Button } from '../../ui/button.js';
import { onCellKey } from '../../ui/cell-keys.js';
import { isComposing } from '../../ui/composing.js';
import { EmptyState } from '../../ui/empty-state.js';
import { SidePanel } from '../../ui/side-panel.js';
import { personPay } from './person-pay.js';
import { StaffPanel } from './staff-panel.js';
import { StaffRow } from './staff-row.js';
import './staff.css';

/** 講師等: everyone who teaches, examines or runs the day, with what decides about their pay. */
export function StaffTable({ courseId }: { readonly courseId: string }): ReactNode {
  const value = useCase(courseId);
  const decision = useDecision(courseId);
  if (!value || !decision) return null;
  return <LoadedStaff courseId={courseId} value={value} decision={decision} />;
}

const HEADS = ['氏名', '役割', '居住地', '最寄駅', '距離', '勤務先', 'JOC', '謝金', '旅費', ''] as const;

function LoadedStaff({
  courseId,
  value,
  decision,
}: {
  readonly courseId: string;
  readonly value: Case;
  readonly decision: Decision;
}): ReactNode {
  const changes = useCourseChanges(courseId);
  const [chosenId, setChosenId] = useState<string>();
  /** The person just added: the name takes the focus as soon as it is drawn. */
  const [addedId, setAddedId] = useState<string>();
  const people = value.staff ?? [];
  const chosen = people.find((person) => person.id === chosenId) ?? people[0];
  const list = useMemo(() => staffList(value), [value]);
  const listed = useListImport(list);
  const pays = useMemo(() => personPay(value, decision), [value, decision]);

  const add = async (): Promise<void> => {
    let id: string | undefined;
    await changes.act('講師等を1人加えました', (course) => {
      id = course.freshId('staff', 'S');
      course.put('staff', { id, nameJa: '氏名 未入力' });
    });
    if (id === undefined) return;
    setChosenId(id);
    setAddedId(id);
  };
  useAddKey(listed.opened ? undefined : () => void add());

  if (listed.opened) {
    const write: ComponentProps<typeof ListImportScreen<Staff>>['onWrite'] = (labelJa, rows) =>
      changes.act(labelJa, (course) =>
        writeRows(rows, {
          get: (id) => course.get('staff', id),
          put: (person) => course.put('staff', person),
          freshId: () => course.freshId('staff', 'S'),
        }),
      );
    return <ListImportScreen list={list} opened={listed.opened} onWrite={write} onClose={listed.close} />;
  }
  return (
    <>
      <div className="tool-bar" data-region="tools">
        <p className="second">{people.length}名</p>
        <span className="gap" />
        <ListMenu value={value} list={list} onFile={(file) => void listed.open(file)} />
        <Button
          kind="main"
          icon={<IconPlus size={16} aria-hidden="true" />}
          shortcut="Ctrl+Enter"
          onClick={() => void add()}
        >
          講師等を追加
        </Button>
      </div>
      <div className="split">
        <div className="split-work" data-region="table">
          {people.length === 0 ? (
            <EmptyState title="講師等はまだいません" note="人を加えると、日程の担当と旅費の明細で選べます。">
              <Button onClick={() => void add()}>最初の1人を加える</Button>
            </EmptyState>
          ) : (
            <table className="staff-table cell-fields" onKeyDown={onCellKey}>
              <thead>
                <tr>
                  {HEADS.map((head) => (
                    <th key={head} scope="col">
                      {head === '' ? <span className="unseen">操作</span> : head}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {people.map((person) => (
                  <StaffRow
                    key={person.id}
                    value={value}
                    person={person}
                    pay={pays.get(person.id)}
                    isChosen={person.id === chosen?.id}
                    onChoose={() => setChosenId(person.id)}
                    changes={changes}
                  />
                ))}
              </tbody>
            </table>
          )}
        </div>
        {chosen ? (
          <SidePanel label="人の詳細">
            <StaffPanel
              key={chosen.id}
              value={value}
              person={chosen}
              pay={pays.get(chosen.id)}
              isNew={chosen.id === addedId}
              changes={changes}
            />
          </SidePanel>
        ) : null}
      </div>
    </>
  );
}

/** Ctrl+Enter: one more person; another screen in the place of the table has the key for itself. */
function useAddKey(add: (() => void) | undefined): void {
  const onAdd = useEffectEvent(() => add?.());
  const isOn = add !== undefined;
  useEffect(() => {
    if (!isOn) return undefined;
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.key !== 'Enter' || !event.ctrlKey || isComposing(event) || event.defaultPrevented) return;
      event.preventDefault();
      onAdd();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [isOn]);
}
