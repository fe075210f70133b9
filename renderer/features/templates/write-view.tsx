import { type ReactNode, useEffect, useEffectEvent, useMemo, useRef, useState } from 'react';
import type { Case } from '../../../shared/model/case/case.js';
import type { OwnWords } from '../../../shared/model/store/own-words.js';
import type { Rulebook } from '../../../shared/rules/engine/rulebook.js';
import type { TemplateValues } from '../../../shared/templates/cell-value.js';
import { mappedSheet, withTable } from '../../../shared/templates/edit-mapping.js';
import { unmappedFields } from '../../../shared/templates/fields.js';
import { leftBlank } from '../../../shared/templates/left-blank.js';
import { FORMS, type TemplateMapping } from '../../../shared/templates/mapping.js';
import { sheetGrid } from '../../../shared/templates/sheet-grid.js';
import { useDesk } from '../../desk/desk-context.js';
import { useRefusal } from '../../desk/refusal.js';
import { useTold } from '../../desk/use-changes.js';
import { Button } from '../../ui/button.js';
import { isComposing } from '../../ui/composing.js';
import { Progress } from '../../ui/progress.js';
import { SidePanel } from '../../ui/side-panel.js';
import { useToast } from '../../ui/toast.js';
import type { OpenedForm } from './kept-form.js';
import type { MappingEdits } from './use-mapping-edits.js';
import type { Preview } from './use-preview.js';
import { BlankCells, PlannedCells, type SheetBlanks, ShortTables, UntiedFields } from './write-lists.js';

type Results = 'keep' | 'takeOut';

type Props = {
  readonly opened: OpenedForm;
  readonly mapping: TemplateMapping;
  readonly values: TemplateValues;
  readonly value: Case;
  readonly book: Rulebook;
  readonly words: OwnWords | undefined;
  readonly preview: Preview;
  readonly edits: MappingEdits;
  readonly onGoTo: (sheet: string, at: string) => void;
  readonly onClose: () => void;
};

/** Before writing: what stands in the way, what is tied nowhere, what stays blank, what is written; then the file. */
export function WriteView(props: Props): ReactNode {
  const { opened, mapping, values, value, book, words, preview, edits, onGoTo, onClose } = props;
  const { host } = useDesk();
  const refuse = useRefusal();
  const toast = useToast();
  const tell = useTold();
  const [results, setResults] = useState<Results>('keep');
  const [isWriting, setWriting] = useState(false);
  const head = useRef<HTMLHeadingElement>(null);
  const untied = useMemo(() => unmappedFields(mapping), [mapping]);
  const blanks = useMemo(() => blanksOf(opened, mapping), [opened, mapping]);
  const planned = preview.kind === 'there' ? preview.preview : undefined;
  const canWrite = planned?.problems.length === 0 && !isWriting;
  useEffect(() => head.current?.focus(), []);

  const write = async (): Promise<void> => {
    if (!canWrite) return;
    setWriting(true);
    const answer = await host.call('fill-template', {
      template: opened.sha256,
      mapping,
      case: value,
      book: book.file,
      ...(words === undefined ? {} : { words }),
      results,
    });
    setWriting(false);
    if (!answer.ok) {
      refuse({
        title: '様式に書き込めませんでした',
        ...(answer.error.detail === undefined ? {} : { subject: answer.error.detail }),
        safeJa: `${answer.error.messageJa}ファイルは書き出していません。対応表と入力した内容は保存されています。`,
        code: answer.error.code,
      });
      return;
    }
    const [written] = answer.value.files;
    if (!written) return;
    const more = answer.value.addedSheets.length;
    toast({
      ja: `${written.name} を書き出しました${more > 0 ? `（続きのシート${more}枚）` : ''}`,
      action: { ja: 'フォルダーを開く', onChoose: () => void host.call('show-file', { id: written.id }) },
    });
  };
  const onKeys = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || isComposing(event)) return;
    if (event.key === 'Escape') onClose();
    else if (event.key === 'Enter' && event.ctrlKey) void write();
    else return;
    event.preventDefault();
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => onKeys(event);
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, []);
  const continueTable = (sheet: string, table: string): void =>
    void tell(
      edits.sheet('続きのシートを作るようにしました', sheet, (own) => {
        const found = own.tables.find((each) => each.table === table);
        return found ? withTable(own, { ...found, whenFull: 'copySheet' }) : own;
      }),
    );

  return (
    <>
      <div className="tool-bar" data-region="tools">
        <h2 ref={head} tabIndex={-1} className="forms-title">
          書き込む前の確認
        </h2>
        <span className="second">{FORMS[mapping.form]}</span>
        <span className="gap" />
        <Button onClick={onClose} shortcut="Esc">
          結びつきへ戻る
        </Button>
        <Button kind="main" shortcut="Ctrl+Enter" disabled={!canWrite} onClick={() => void write()}>
          様式に書き込む
        </Button>
      </div>
      <div className="split">
        <div className="split-work forms-check" data-region="table">
          {preview.kind === 'refused' ? <p className="forms-stop">{preview.error.messageJa}</p> : null}
          {planned ? (
            <ShortTables short={planned.short} problems={planned.problems} onContinue={continueTable} />
          ) : null}
          <UntiedFields untied={untied} values={values} />
          <BlankCells blanks={blanks} onGoTo={onGoTo} />
          {planned ? <PlannedCells cells={planned.cells} onGoTo={onGoTo} /> : null}
          {isWriting ? <Progress ja="様式に書き込んでいます" /> : null}
        </div>
        <SidePanel label="計算結果の扱い">
          <ResultsChoice
            results={results}
            formulas={planned?.formulas ?? opened.template.formulas}
            onChoose={setResults}
          />
          {planned && planned.addedSheets > 0 ? (
            <p className="forms-part">続きのシートを{planned.addedSheets}枚作ります。</p>
          ) : null}
        </SidePanel>
      </div>
    </>
  );
}

function blanksOf({ template, look }: OpenedForm, mapping: TemplateMapping): SheetBlanks[] {
  return template.sheets.flatMap((sheet, index) => {
    const own = look.sheets[index];
    if (!own || sheet.hidden) return [];
    const found = leftBlank(sheetGrid(sheet, own, look.styles), mappedSheet(mapping, sheet.nameJa));
    return found.cells.length === 0 ? [] : [{ sheet: sheet.nameJa, ...found }];
  });
}

const RESULTS = [
  {
    value: 'keep',
    ja: '開いたときに計算し直す',
    note: 'Excelで開くと、合計などを計算し直します。Excelで一度も開かずにプレビューや別のソフトで見ると、書き込む前の合計が見えることがあります。',
  },
  {
    value: 'takeOut',
    ja: '古い計算結果を消す',
    note: '数式は残し、書き込む前の合計だけを消します。Excelで開くと計算し直します。プレビューでは、古い合計のかわりに空になります。',
  },
] as const satisfies readonly { readonly value: Results; readonly ja: string; readonly note: string }[];

function ResultsChoice({
  results,
  formulas,
  onChoose,
}: {
  readonly results: Results;
  readonly formulas: number;
  readonly onChoose: (results: Results) => void;
}): ReactNode {
  if (formulas === 0) return <p className="second">この様式には数式がありません。</p>;
  return (
    <fieldset className="forms-part forms-results">
      <legend>計算結果</legend>
      <p className="second">この様式には数式が{formulas}か所あります。</p>
      {RESULTS.map((each) => (
        <label key={each.value} className="check">
          <input type="radio" name="results" checked={results === each.value} onChange={() => onChoose(each.value)} />
          <span>
            {each.ja}
            <span className="caption forms-results-note">{each.note}</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
