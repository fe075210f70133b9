import { type ComponentProps, type ReactNode, useEffect, useEffectEvent, useMemo, useRef, useState } from 'react';
import { useLocation } from 'wouter';
import type { Case } from '../../../shared/model/case/case.js';
import type { OwnWords } from '../../../shared/model/store/own-words.js';
import type { Rulebook } from '../../../shared/rules/engine/rulebook.js';
import type { TemplateValues } from '../../../shared/templates/cell-value.js';
import type { TemplateMapping } from '../../../shared/templates/mapping.js';
import { placeOf } from '../../../shared/templates/place.js';
import { useFilePicker } from '../../desk/file-button.js';
import { useTold } from '../../desk/use-changes.js';
import { formsPath } from '../../routes.js';
import { Button } from '../../ui/button.js';
import { focusInPanel, SidePanel } from '../../ui/side-panel.js';
import { Switch } from '../../ui/switch.js';
import { fieldGroups } from './field-groups.js';
import { FieldList } from './field-list.js';
import { FormHead } from './form-head.js';
import { FormNotices } from './form-notices.js';
import type { OpenedForm } from './kept-form.js';
import { useDifference, useKnownMappings } from './known-mappings.js';
import { SheetView, type SheetViewHandle } from './sheet-view.js';
import { TiePanel } from './tie-panel.js';
import { type Overlays, tieOverlays, valueOverlays } from './ties.js';
import type { FormFiles } from './use-form-files.js';
import { type MappingEdits, useMappingEdits } from './use-mapping-edits.js';
import { type Preview, usePreview } from './use-preview.js';
import { type ChosenSheet, useChosenSheet, useTying } from './use-tying.js';
import { WriteView } from './write-view.js';

const VIEWS = [
  { value: 'ties', ja: '結びつき' },
  { value: 'values', ja: '書き込む値' },
] as const;
type View = (typeof VIEWS)[number]['value'];

type Head = Omit<ComponentProps<typeof FormHead>, 'children'>;
type Props = {
  readonly head: Head;
  readonly opened: OpenedForm;
  readonly mapping: TemplateMapping | undefined;
  readonly values: TemplateValues;
  readonly value: Case;
  readonly book: Rulebook;
  readonly words: OwnWords | undefined;
  readonly files: FormFiles;
};

/** The form with its fields: ties are made here, and from here it is written. */
export function TieView({ head, opened, mapping, values, value, book, words, files }: Props): ReactNode {
  const { form, fiscalYear } = head;
  const edits = useMappingEdits({ form, fiscalYear, template: opened.template, fileJa: head.fileJa ?? '' });
  const chosen = useChosenSheet(opened, mapping);
  const view = useRef<SheetViewHandle>(null);
  const search = useRef<HTMLInputElement>(null);
  const panel = useRef<HTMLDivElement>(null);
  const tying = useTying(chosen, edits, view);
  const [shown, setShown] = useState<View>('ties');
  const [isWriting, setWriting] = useState(false);
  const isWanted = shown === 'values' || isWriting;
  const preview = usePreview({ template: opened.sha256, mapping, value, book, words, isWanted });
  const overlays = useOverlays(chosen, shown === 'values' ? preview : undefined);
  const groups = useMemo(() => fieldGroups(values), [values]);
  useFindKey(() => search.current?.focus());

  const onKey = (key: string): boolean => {
    if (key === 'Enter' && tying.picked) tying.tieOrAsk(chosen.active);
    else if (key === 'Enter' || key === 'F2') {
      focusInPanel(() => panel.current?.querySelector<HTMLElement>('select, input, button'));
    } else if (key === 'Delete') return tying.untie();
    else if (key === 'Escape' && tying.picked) tying.pick(undefined);
    else if (key === 'Escape') search.current?.focus();
    else return false;
    return true;
  };
  const goTo = (name: string, at: string): void => {
    const index = opened.template.sheets.findIndex((sheet) => sheet.nameJa === name);
    const place = placeOf(at);
    setWriting(false);
    if (index < 0 || !place) return;
    chosen.choose(index, place);
    setTimeout(() => view.current?.focus(place), 0);
  };
  if (isWriting && mapping) {
    const close = (): void => setWriting(false);
    const parts = { opened, mapping, values, value, book, words, preview, edits };
    return <WriteView {...parts} onGoTo={goTo} onClose={close} />;
  }
  return (
    <>
      <FormHead {...head}>
        <MappingButtons mapping={mapping} files={files} edits={edits} />
        <Button kind="main" disabled={!mapping} onClick={() => setWriting(true)}>
          書き込みへ進む
        </Button>
      </FormHead>
      <Notices head={head} opened={opened} mapping={mapping} edits={edits} />
      <div className="split">
        <FieldList ref={search} groups={groups} mapping={mapping} picked={tying.picked} onPick={tying.pick} />
        <div className="forms-work">
          <SheetView
            ref={view}
            nameJa={`シート ${chosen.sheet.nameJa}`}
            grid={chosen.grid}
            overlays={overlays}
            active={chosen.active}
            isTying={tying.picked !== undefined}
            onMove={chosen.setActive}
            onPress={(place) => {
              chosen.setActive(place);
              tying.tieOrAsk(place);
            }}
            onKey={onKey}
          />
          <div className="forms-foot">
            <SheetTabs opened={opened} chosen={chosen} />
            <p className="forms-said" role="status">
              {tying.said}
            </p>
            <Switch<View> label="セルに見せるもの" value={shown} options={VIEWS} onChoose={setShown} />
          </div>
        </div>
        <SidePanel label="セルと対応">
          <div ref={panel}>
            <TiePanel
              courseId={head.courseId}
              chosen={chosen}
              tying={tying}
              groups={groups}
              template={opened.template}
              values={values}
            />
          </div>
        </SidePanel>
      </div>
    </>
  );
}

function useOverlays({ mapped, grid, sheet }: ChosenSheet, preview: Preview | undefined): Overlays {
  const planned = preview?.kind === 'there' ? preview.preview : preview?.kind === 'reading' ? preview.last : undefined;
  return useMemo(
    () => (planned ? valueOverlays(planned.cells, sheet.nameJa) : tieOverlays(mapped, grid)),
    [planned, sheet, mapped, grid],
  );
}

/** Ctrl+F: to the search of the fields. */
function useFindKey(action: () => void): void {
  const onFind = useEffectEvent(action);
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (!event.ctrlKey || event.key.toLowerCase() !== 'f' || event.defaultPrevented) return;
      event.preventDefault();
      onFind();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);
}

function SheetTabs({ opened, chosen }: { readonly opened: OpenedForm; readonly chosen: ChosenSheet }): ReactNode {
  const tabs = opened.template.sheets.flatMap((sheet, index) =>
    sheet.hidden ? [] : [{ value: String(index), ja: sheet.nameJa }],
  );
  return (
    <Switch
      label="シート"
      value={String(chosen.sheetAt)}
      options={tabs}
      onChoose={(index) => chosen.choose(Number(index))}
    />
  );
}

/** 対応表 as a file: in and out, without the form. */
function MappingButtons({
  mapping,
  files,
  edits,
}: {
  readonly mapping: TemplateMapping | undefined;
  readonly files: FormFiles;
  readonly edits: MappingEdits;
}): ReactNode {
  const tell = useTold();
  const { input, choose } = useFilePicker({
    label: '対応表のファイル',
    accept: '.yaml,.yml,.json',
    onFile: (file) => void take(file),
  });
  const take = async (file: File): Promise<void> => {
    const given = await files.readMapping(file);
    if (given) await tell(edits.take(`対応表「${file.name}」を読み込みました`, given, 'asItIs'));
  };
  return (
    <>
      {input}
      <Button size="small" kind="bare" onClick={choose}>
        対応表を読み込む
      </Button>
      <Button size="small" kind="bare" disabled={!mapping} onClick={() => mapping && void files.writeMapping(mapping)}>
        対応表を書き出す
      </Button>
    </>
  );
}

function Notices({
  head,
  opened,
  mapping,
  edits,
}: Pick<Props, 'head' | 'opened' | 'mapping'> & { readonly edits: MappingEdits }): ReactNode {
  const { form, fiscalYear, courseId } = head;
  const [, navigate] = useLocation();
  const tell = useTold();
  const difference = useDifference(opened, mapping);
  const known = useKnownMappings(opened, form, fiscalYear, mapping === undefined);
  return (
    <FormNotices
      form={form}
      difference={difference}
      known={known}
      onReseal={() => mapping && void tell(edits.take('対応表をこの様式に合わせました', mapping, 'thisForm'))}
      onTake={(other) => void tell(edits.take('前の対応表を写しました', other, 'thisForm'))}
      onGo={(other) => navigate(formsPath(courseId, other))}
    />
  );
}
