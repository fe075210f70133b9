/** The lists that are read before a form is written. */
import { type ReactNode, useRef } from 'react';
import type { TemplateValues } from '../../../shared/templates/cell-value.js';
import { fieldLabelJa, type unmappedFields } from '../../../shared/templates/fields.js';
import type { BlankCell } from '../../../shared/templates/left-blank.js';
import type { PlannedCell, ShortTable } from '../../../shared/templates/preview.js';
import { Button } from '../../ui/button.js';
import { FindingMark } from '../../ui/finding-mark.js';
import { useVirtualRows } from '../../ui/use-virtual-rows.js';
import { fieldGroups } from './field-groups.js';

/** What has to be settled first. Tables that are too short come with the way on. */
export function ShortTables({
  short,
  problems,
  onContinue,
}: {
  readonly short: readonly ShortTable[];
  readonly problems: readonly string[];
  readonly onContinue: (sheet: string, table: string) => void;
}): ReactNode {
  if (problems.length === 0) return <p className="forms-fine">このまま書き込めます。</p>;
  const others = problems.filter((ja) => !short.some((table) => isAbout(ja, table)));
  return (
    <section className="forms-list" aria-label="先に決めること">
      <h3>先に決めること</h3>
      <ul>
        {short.map((table) => (
          <li key={`${table.sheet} ${table.table}`} className="forms-todo">
            <FindingMark mark="out" labelJa="足りない" />
            <div>
              <p>
                シート「{table.sheet}」の「{fieldLabelJa(table.table)}」の欄は{table.room}件までです。{table.count}
                件のうち{table.count - table.room}件が入りません。
              </p>
              {table.cannotContinueJa === undefined ? (
                <Button size="small" onClick={() => onContinue(table.sheet, table.table)}>
                  {`続きのシートを作る（${Math.ceil(table.count / Math.max(1, table.room)) - 1}枚）`}
                </Button>
              ) : (
                <p className="second">
                  このシートは{table.cannotContinueJa}
                  ため、続きのシートを作れません。Excelでこのシートを必要な枚数だけ写した様式を選び、「シートへ続ける」を選んでください。
                </p>
              )}
              <p className="caption">
                行の挿入はしません。数式・図形・印刷範囲など、行の番号を使うほかの部分がずれるためです。
              </p>
            </div>
          </li>
        ))}
        {others.map((ja) => (
          <li key={ja} className="forms-todo">
            <FindingMark mark="out" labelJa="止まる" />
            <p>{ja}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}

function isAbout(ja: string, { sheet, table }: ShortTable): boolean {
  return ja.startsWith(`シート「${sheet}」の「${fieldLabelJa(table)}」の欄は`);
}

/** 結んでいない項目: what we know and the form does not get; those with a value first. */
export function UntiedFields({
  untied,
  values,
}: {
  readonly untied: ReturnType<typeof unmappedFields>;
  readonly values: TemplateValues;
}): ReactNode {
  const cells = new Set(untied.cells.map((field) => field.key));
  const columns = new Set(
    untied.tables.flatMap((table) => table.columns.map((column) => `${table.key}/${column.key}`)),
  );
  const groups = fieldGroups(values)
    .map((group) => ({
      ...group,
      fields: group.fields.filter(({ table, field }) =>
        table === undefined ? cells.has(field) : columns.has(`${table}/${field}`),
      ),
    }))
    .filter((group) => group.fields.length > 0);
  const count = groups.reduce((sum, group) => sum + group.fields.length, 0);
  return (
    <section className="forms-list" aria-label="セルのない項目">
      <h3>
        セルのない項目 <small>{count}</small>
      </h3>
      <p className="second">この様式に書き込まれない項目です。要るものは、戻ってセルに結んでください。</p>
      <dl className="forms-untied">
        {groups.map((group) => (
          <div key={group.key}>
            <dt>{group.nameJa}</dt>
            <dd>
              {[...group.fields]
                .sort((a, b) => Number(a.valueJa === '') - Number(b.valueJa === ''))
                .map((field) => (
                  <span key={field.field} className={field.valueJa === '' ? 'forms-empty' : undefined}>
                    {field.labelJa}
                  </span>
                ))}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

export type SheetBlanks = {
  readonly sheet: string;
  readonly cells: readonly BlankCell[];
  readonly hasMore: boolean;
};

/** 項目のないセル: framed and empty, and nothing is tied to them. */
export function BlankCells({
  blanks,
  onGoTo,
}: {
  readonly blanks: readonly SheetBlanks[];
  readonly onGoTo: (sheet: string, at: string) => void;
}): ReactNode {
  const count = blanks.reduce((sum, sheet) => sum + sheet.cells.length, 0);
  return (
    <section className="forms-list" aria-label="項目のないセル">
      <h3>
        項目のないセル{' '}
        <small>
          {count}
          {blanks.some((sheet) => sheet.hasMore) ? ' 以上' : ''}
        </small>
      </h3>
      <p className="second" hidden={count === 0}>
        枠があって空のまま残るセルです。押すとそのセルへ移ります。手書きやExcelで入れるものは、このままで構いません。
      </p>
      {blanks.map((sheet) => (
        <p key={sheet.sheet} className="forms-blanks">
          <b>{sheet.sheet}</b>
          {sheet.cells.map((cell) => (
            <button key={cell.at} type="button" className="link" onClick={() => onGoTo(sheet.sheet, cell.at)}>
              {cell.at}
              {cell.labelJa === '' ? '' : `（${shortened(cell.labelJa)}）`}
            </button>
          ))}
          {sheet.hasMore ? <span className="caption">ほかにもあります</span> : null}
        </p>
      ))}
    </section>
  );
}

function shortened(text: string): string {
  return text.length > 12 ? `${text.slice(0, 12)}…` : text;
}

const ROW = 28;

/** 書き込む値, cell by cell. */
export function PlannedCells({
  cells,
  onGoTo,
}: {
  readonly cells: readonly PlannedCell[];
  readonly onGoTo: (sheet: string, at: string) => void;
}): ReactNode {
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualRows({ count: cells.length, heightOf: rowHeight, scroller, head: ROW });
  return (
    <section className="forms-list" aria-label="書き込む値">
      <h3>
        書き込む値 <small>{cells.length}</small>
      </h3>
      <div ref={scroller} className={cells.length > 200 ? 'forms-planned forms-planned-long' : 'forms-planned'}>
        <table aria-label="書き込む値" aria-rowcount={cells.length}>
          <thead>
            <tr>
              <th scope="col">シート</th>
              <th scope="col">セル</th>
              <th scope="col">項目</th>
              <th scope="col">書き込む値</th>
            </tr>
          </thead>
          <tbody>
            {virtual.before > 0 ? <tr aria-hidden="true" style={{ height: virtual.before }} /> : null}
            {virtual.indexes.flatMap((index) => {
              const cell = cells[index];
              if (!cell) return [];
              return [
                <tr key={`${cell.sheet} ${cell.copy} ${cell.at}`}>
                  <td>
                    {cell.sheet}
                    {cell.copy === 0 ? '' : `（続き${cell.copy}）`}
                  </td>
                  <td>
                    {cell.copy === 0 ? (
                      <button type="button" className="link" onClick={() => onGoTo(cell.sheet, cell.at)}>
                        {cell.at}
                      </button>
                    ) : (
                      cell.at
                    )}
                  </td>
                  <td>{cell.labelJa}</td>
                  <td className="forms-planned-value">
                    {cell.text === '' ? <span className="caption">空にします</span> : cell.text}
                    {cell.keepsFormula ? <span className="caption">（数式は残ります）</span> : null}
                  </td>
                </tr>,
              ];
            })}
            {virtual.after > 0 ? <tr aria-hidden="true" style={{ height: virtual.after }} /> : null}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function rowHeight(): number {
  return ROW;
}
