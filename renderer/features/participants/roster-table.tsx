import { type ReactNode, useLayoutEffect, useMemo, useRef } from 'react';
import type { Case } from '../../../shared/model/case/case.js';
import type { CourseChanges } from '../../desk/use-changes.js';
import { onCellKey } from '../../ui/cell-keys.js';
import { countedSessions } from './attendance-changes.js';
import type { Person } from './people.js';
import { RosterRow } from './roster-row.js';
import { useVirtualRows } from '../../ui/use-virtual-rows.js';

type Props = {
  readonly value: Case;
  readonly people: readonly Person[];
  readonly chosenId: string | undefined;
  readonly onChoose: (id: string) => void;
  readonly ticked: ReadonlySet<string>;
  readonly onTicked: (ids: ReadonlySet<string>) => void;
  readonly changes: CourseChanges;
};

const ROW_HEIGHT = 32;
const HEADS = [
  '氏名',
  'フリガナ',
  '生年月日',
  '年齢',
  '都道府県',
  '申込・承認',
  '新規等',
  '受講料',
  '出欠',
  '判定',
  '免除',
  '確かめること',
] as const;
const RIGHT: readonly string[] = ['年齢', '出欠'];
const heightOf = (): number => ROW_HEIGHT;

/** The table of 名簿; above 200 people only the rows in view are drawn. */
export function RosterTable({ value, people, chosenId, onChoose, ticked, onTicked, changes }: Props): ReactNode {
  const scroller = useRef<HTMLElement>(null);
  const table = useRef<HTMLTableElement>(null);
  useLayoutEffect(() => {
    scroller.current = table.current?.closest('.split-work') ?? null;
  }, []);
  const virtual = useVirtualRows({ count: people.length, heightOf, scroller, head: 28 });
  const sessions = useMemo(() => new Set(countedSessions(value).map((session) => session.id)), [value]);
  const isAllTicked = people.every((person) => ticked.has(person.participant.id));
  const tick = (id: string): void => {
    const next = new Set(ticked);
    if (!next.delete(id)) next.add(id);
    onTicked(next);
  };
  return (
    <table
      ref={table}
      className="people-table cell-fields"
      aria-label="受講者の名簿"
      aria-rowcount={people.length + 1}
      onKeyDown={onCellKey}
    >
      <thead>
        <tr>
          <th scope="col" className="people-tick">
            <input
              type="checkbox"
              aria-label="全員を選ぶ"
              checked={isAllTicked}
              onChange={() => onTicked(new Set(isAllTicked ? [] : people.map((person) => person.participant.id)))}
            />
          </th>
          {HEADS.map((head) => (
            <th key={head} scope="col" className={RIGHT.includes(head) ? 'number' : undefined}>
              {head}
            </th>
          ))}
          <th scope="col">
            <span className="unseen">操作</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {virtual.before > 0 ? <tr aria-hidden="true" style={{ height: virtual.before }} /> : null}
        {virtual.indexes.map((index) => {
          const person = people[index];
          return person ? (
            <RosterRow
              key={person.participant.id}
              rowIndex={index + 2}
              value={value}
              person={person}
              sessions={sessions}
              isChosen={person.participant.id === chosenId}
              isTicked={ticked.has(person.participant.id)}
              onChoose={onChoose}
              onTick={tick}
              changes={changes}
            />
          ) : null;
        })}
        {virtual.after > 0 ? <tr aria-hidden="true" style={{ height: virtual.after }} /> : null}
      </tbody>
    </table>
  );
}
