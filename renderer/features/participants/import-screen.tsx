import { type ReactNode, useEffect, useEffectEvent, useMemo, useRef, useState } from 'react';
import type { Case } from '../../../shared/model/case/case.js';
import { useDesk } from '../../desk/desk-context.js';
import { PreviewBar } from '../../desk/list-import/preview-bar.js';
import type { KindFilter } from '../../desk/list-import/preview-head.js';
import { PreviewTable } from '../../desk/list-import/preview-table.js';
import { useMainKey } from '../../desk/list-import/use-main-key.js';
import { useTold } from '../../desk/use-changes.js';
import { isComposing } from '../../ui/composing.js';
import { Progress } from '../../ui/progress.js';
import { SidePanel } from '../../ui/side-panel.js';
import { ColumnsScreen } from './columns-screen.js';
import { ImportHead } from './import-head.js';
import { ImportPanel } from './import-panel.js';
import { type Choices, countsOf, NO_CHOICES, type PlannedRow, plannedRows } from './import-plan.js';
import { PEOPLE_HEADS, previewRow } from './preview-rows.js';
import type { ShownRow } from './shown-row.js';
import { takeOver } from './take-over.js';
import type { ImportState, PeopleImport } from './use-import.js';
import '../../desk/list-import/list-import.css';

type Props = { readonly courseId: string; readonly value: Case; readonly listed: PeopleImport };

/** 名簿の取り込み: reading, columns where something is doubtful, and the preview of what would change. */
export function ImportScreen({ courseId, value, listed }: Props): ReactNode {
  const { state, close } = listed;
  const onEscape = useEffectEvent(close);
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape' || event.defaultPrevented || isComposing(event)) return;
      event.preventDefault();
      onEscape();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);
  if (state.kind === 'working') {
    const amount =
      state.done === undefined || state.total === undefined ? {} : { done: state.done, total: state.total };
    return (
      <div className="import-working">
        <Progress ja={state.verbJa} {...amount} unit="行" onCancel={close} />
      </div>
    );
  }
  if (state.kind === 'columns') return <ColumnsScreen key={state.sheetAt} state={state} listed={listed} />;
  if (state.kind === 'preview') return <Preview courseId={courseId} value={value} listed={listed} state={state} />;
  return null;
}

function Preview({
  courseId,
  value,
  listed,
  state,
}: Props & { readonly state: Extract<ImportState, { kind: 'preview' }> }): ReactNode {
  const { door } = useDesk();
  const tell = useTold();
  const { fiscalYear } = value.course;
  const [choices, setChoices] = useState<Choices>(NO_CHOICES);
  const [filter, setFilter] = useState<KindFilter>('all');
  const [chosen, setChosen] = useState<string>();
  const [asking, setAsking] = useState(0);
  const [isWriting, setWriting] = useState(false);
  const rows = useMemo(
    () => plannedRows(state.comparison, choices, fiscalYear),
    [state.comparison, choices, fiscalYear],
  );
  const shown = useMemo(() => shownRows(rows, state.comparison.absent, filter), [rows, state.comparison, filter]);
  const previewed = useMemo(() => shown.map((row) => previewRow(row, fiscalYear)), [shown, fiscalYear]);
  const current = shown.find((row) => row.key === chosen) ?? shown[0];
  const table = useRef<HTMLDivElement>(null);

  const choose = (key: string): void => {
    if (key === current?.key) return;
    setChosen(key);
    setAsking(0);
  };
  const onRow = (act: (row: PlannedRow) => void) => (key: string) => {
    const row = rows.find((one) => keyOf(one) === key);
    if (row) act(row);
  };
  const tick = (row: PlannedRow): void => {
    if (row.candidate && row.answer === undefined) ask(row);
    else if (row.canTick)
      setChoices({ ...choices, ticks: new Map(choices.ticks).set(row.person.rowNo, !row.isTicked) });
  };
  const ask = (row: PlannedRow): void => {
    setChosen(keyOf(row));
    setAsking((count) => (row.candidate ? count + 1 : 0));
  };
  const answer = (row: PlannedRow, isSame: boolean): void => {
    const no = row.person.rowNo;
    const ticks = new Map(choices.ticks);
    ticks.delete(no);
    setChoices({ ticks, answers: new Map(choices.answers).set(no, isSame) });
    table.current?.querySelector<HTMLElement>('[aria-selected="true"]')?.focus();
  };
  const tickAll = (isTicked: boolean): void => {
    const ticks = new Map(choices.ticks);
    for (const row of rows)
      if (row.canTick && (isTicked === false || row.kind !== 'doubtful')) ticks.set(row.person.rowNo, isTicked);
    setChoices({ ...choices, ticks });
  };
  const write = async (): Promise<void> => {
    if (isWriting || !rows.some((row) => row.isTicked)) return;
    setWriting(true);
    const recorded = await tell(takeOver(door, courseId, rows, state.isSaid ? state.match : undefined));
    setWriting(false);
    if (recorded.ok) listed.close();
  };
  useMainKey(() => void write());

  return (
    <>
      <ImportHead state={state} filter={filter} onFilter={setFilter} listed={listed} />
      <div className="split">
        <div ref={table} className="split-work import-work" data-region="table">
          <PreviewTable
            heads={PEOPLE_HEADS}
            rows={previewed}
            chosen={current?.key}
            onChoose={choose}
            onTick={onRow(tick)}
            onAsk={onRow(ask)}
            onTickAll={tickAll}
          />
        </div>
        {current ? (
          <SidePanel label="行の詳細">
            <ImportPanel
              key={current.key}
              shown={current}
              state={state}
              fiscalYear={fiscalYear}
              asking={asking}
              onAnswer={answer}
            />
          </SidePanel>
        ) : null}
      </div>
      <PreviewBar
        counts={countsOf(rows)}
        open={rows.filter((row) => row.kind === 'doubtful' && !row.isTicked).length}
        isAllSame={rows.length > 0 && rows.every((row) => row.kind === 'same')}
        sameJa="今の受講者と同じ内容です。"
        noteJa="空のセルで今の内容が消えることはありません。取り込んだ後も元に戻せます。"
        isWriting={isWriting}
        onWrite={() => void write()}
        onCancel={listed.close}
      />
    </>
  );
}

function keyOf(row: PlannedRow): string {
  return `row ${row.person.rowNo}`;
}

function shownRows(
  rows: readonly PlannedRow[],
  absent: Extract<ImportState, { kind: 'preview' }>['comparison']['absent'],
  filter: KindFilter,
): ShownRow[] {
  const listed = rows
    .filter((row) => filter === 'all' || kindOf(row) === filter)
    .map((row): ShownRow => ({ key: keyOf(row), row }));
  const others = absent.map((held): ShownRow => ({ key: `held ${held.participant.id}`, held }));
  return filter === 'all' || filter === 'absent' ? [...listed, ...others] : listed;
}

/** A doubtful row stays among the doubtful ones when it is answered: nothing jumps away under the hand. */
function kindOf(row: PlannedRow): KindFilter {
  return row.candidate || row.doubtsJa.length > 0 ? 'doubtful' : row.kind;
}
