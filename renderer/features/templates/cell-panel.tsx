import { type ReactNode, useEffect, useRef } from 'react';
import { type Tie, withItem, withoutTie } from '../../../shared/templates/edit-mapping.js';
import { fieldLabelJa, MAPPABLE_FIELDS, MAPPABLE_TABLES } from '../../../shared/templates/fields.js';
import type { MappedSheet, OnFormula, Way } from '../../../shared/templates/mapping.js';
import { addressOf, type Place } from '../../../shared/templates/place.js';
import type { SheetGrid } from '../../../shared/templates/sheet-grid.js';
import type { Recorded } from '../../db/changes.js';
import { Button } from '../../ui/button.js';
import { TextField } from '../../ui/field.js';
import { SelectField } from '../../ui/select-field.js';
import { focusInPanel } from '../../ui/side-panel.js';
import { choiceNameJa, type FieldChoice } from './field-groups.js';
import { wayChoices, wayName, wayNamed } from './way-words.js';

export type SheetEdit = (labelJa: string, edit: (sheet: MappedSheet) => MappedSheet) => Promise<Recorded>;

/** The chosen cell: what stands in it, what is tied to it and how it is written. */
export function CellPanel({
  grid,
  place,
  tie,
  choice,
  picked,
  onTie,
  edit,
}: {
  readonly grid: SheetGrid;
  readonly place: Place;
  readonly tie: Tie | undefined;
  /** The field of the tie with its present value. */
  readonly choice: FieldChoice | undefined;
  readonly picked: FieldChoice | undefined;
  readonly onTie: () => void;
  readonly edit: SheetEdit;
}): ReactNode {
  const cell = grid.cellAt(place);
  const range = grid.rangeAt(place);
  const at = addressOf(place);
  const isMerged = range.to.row !== range.from.row || range.to.column !== range.from.column;
  return (
    <section className="forms-part" aria-label="選んだセル">
      <h2>
        {at}
        {isMerged ? <span className="second"> 〜{addressOf(range.to)}（結合）</span> : null}
      </h2>
      <p className="second">
        様式の内容：{cell === undefined || cell.text === '' ? '空' : cell.text}
        {cell?.formula === undefined ? '' : '（数式）'}
      </p>
      {picked ? (
        <p className="forms-tie-now">
          {choiceNameJa(picked)}を
          <Button size="small" shortcut="Enter" onClick={onTie}>
            ここに結ぶ
          </Button>
        </p>
      ) : null}
      {tie ? (
        <TieFields key={at} place={place} tie={tie} choice={choice} hasFormula={cell?.formula} edit={edit} />
      ) : picked ? null : (
        <p className="second">
          左の項目を選んでから、このセルを押すか Enter で結びます。矢印でセルを移り、Delete で外します。
        </p>
      )}
    </section>
  );
}

function TieFields({
  place,
  tie,
  choice,
  hasFormula,
  edit,
}: {
  readonly place: Place;
  readonly tie: Tie;
  readonly choice: FieldChoice | undefined;
  readonly hasFormula: 'own' | 'part' | undefined;
  readonly edit: SheetEdit;
}): ReactNode {
  const item = tie.kind === 'cell' ? tie.cell : tie.column;
  const table = tie.kind === 'cell' ? undefined : tie.table.table;
  const labelJa = fieldLabelJa(item.field, table);
  const known = table === undefined ? MAPPABLE_FIELDS : MAPPABLE_TABLES.find((own) => own.key === table)?.columns;
  const kind = known?.find((own) => own.key === item.field)?.kind ?? 'text';
  const set = (change: { readonly as?: Way; readonly onFormula?: OnFormula }): Promise<Recorded> =>
    edit(`「${labelJa}」の書き方を変えました`, (sheet) =>
      withItem(sheet, place, (before) => ({ ...before, ...change })),
    );
  return (
    <div className="forms-tie">
      <p>
        <b>{choiceNameJa({ labelJa, ...(table === undefined ? {} : { table }) })}</b>
        {tie.kind === 'column' ? <span className="second"> {tie.entry + 1}件目</span> : null}
        <span className="second forms-now">今の値：{choice?.valueJa ? choice.valueJa : 'まだありません'}</span>
      </p>
      <SelectField
        label="書き方"
        value={wayName(item.as)}
        choices={wayChoices(kind)}
        onCommit={(name) => set({ as: wayNamed(name ?? 'text', choice?.value) })}
      />
      {typeof item.as === 'object' ? <MarkFields way={item.as} onSet={(as) => set({ as })} /> : null}
      {hasFormula === undefined ? null : (
        <SelectField
          label="このセルの数式"
          value={item.onFormula ?? 'refuse'}
          choices={[
            { value: 'refuse', ja: '残す（書き込まない。書き込みは止まります）' },
            { value: 'result', ja: '残して、計算結果だけ入れる' },
            ...(hasFormula === 'part' ? [] : [{ value: 'replace' as const, ja: '値に置き換える' }]),
          ]}
          onCommit={(onFormula) => set({ onFormula: onFormula ?? 'refuse' })}
        />
      )}
      <Button
        size="small"
        shortcut="Delete"
        onClick={() => void edit(`「${labelJa}」の結びつきを外しました`, (sheet) => withoutTie(sheet, place))}
      >
        結びつきを外す
      </Button>
    </div>
  );
}

function MarkFields({
  way,
  onSet,
}: {
  readonly way: Extract<Way, object>;
  readonly onSet: (way: Way) => Promise<Recorded>;
}): ReactNode {
  return (
    <div className="forms-mark">
      <TextField
        label="この言葉のとき"
        value={way.when}
        required
        onCommit={(when) => onSet({ ...way, ...(when === undefined ? {} : { when }) })}
      />
      <TextField
        label="つける印"
        value={way.on}
        required
        width="short"
        onCommit={(on) => onSet({ ...way, on: on ?? way.on })}
      />
      <TextField
        label="ほかのとき"
        value={way.off}
        width="short"
        onCommit={(off) => onSet({ ...way, off: off ?? '' })}
      />
    </div>
  );
}

/** A formula of the publisher gives way only when somebody says so. */
export function FormulaQuestion({
  choice,
  at,
  formula,
  onAnswer,
}: {
  readonly choice: FieldChoice;
  readonly at: string;
  readonly formula: 'own' | 'part';
  readonly onAnswer: (answer: Exclude<OnFormula, 'refuse'> | undefined) => void;
}): ReactNode {
  const first = useRef<HTMLDivElement>(null);
  // In a narrow window the panel is a closed drawer, which opens for the question.
  useEffect(() => focusInPanel(() => first.current?.querySelector('button')), []);
  return (
    <section
      className="forms-part forms-question"
      role="group"
      aria-label="数式のあるセル"
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.preventDefault();
        onAnswer(undefined);
      }}
    >
      <h2>{at} には数式があります</h2>
      <p className="second">
        様式が自分で計算するセルです。{choiceNameJa(choice)}を書き込むなら、どちらかを選んでください。
      </p>
      <div ref={first} className="forms-answers">
        <Button onClick={() => onAnswer(undefined)} shortcut="Esc">
          結ばない（数式に任せる）
        </Button>
        <Button onClick={() => onAnswer('result')}>数式を残し、計算結果だけ入れる</Button>
        {formula === 'own' ? <Button onClick={() => onAnswer('replace')}>数式を値に置き換える</Button> : null}
      </div>
      {formula === 'part' ? (
        <p className="caption">ほかのセルとつながった数式のため、値には置き換えられません。</p>
      ) : null}
    </section>
  );
}
