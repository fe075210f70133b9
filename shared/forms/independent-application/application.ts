/** 独自講習会実施申請書: one page that says what is applied for; the organisation bears its costs itself. */
import { addressRows } from '../front/address-rows.js';
import { closingRows, contactsJa, courseRows, type Hours } from '../front/course-rows.js';
import { field, fieldRow, FORM_WIDTHS } from '../front/form-rows.js';
import { participantRows, staffRows } from '../front/people-rows.js';
import { footNote, header } from '../header.js';
import type { Paper } from '../paper.js';
import { elsewhere } from '../sheet.js';
import { type CellInput, type Placed, SheetDraft } from '../sheet-draft.js';
import type { ManagementFee } from './management-fee.js';

type Sources = {
  readonly managementFee: ManagementFee;
  readonly hours: Hours;
  readonly participants: Placed<'kind'>;
  readonly staff: Placed<'roles'>;
  readonly attached: readonly string[];
};

export function applicationSheet(paper: Paper, sources: Sources): SheetDraft {
  const draft = new SheetDraft('独自講習会実施申請書', 'portrait', FORM_WIDTHS);
  header(draft, '独自講習会実施申請書', paper);
  addressRows(draft, paper, {
    dayJa: '提出日',
    day: paper.facts.course.applicationSentOn,
    sentenceJa: '下記のとおり、公認スポーツ指導者養成講習会（独自）の実施を申請します。',
  });
  courseRows(draft, paper, sources.hours);
  participantRows(draft, paper, sources);
  staffRows(draft, paper, sources);
  feeRows(draft, paper, sources.managementFee);
  fieldRow(draft, field('費用の負担', '全額を実施団体が負担します'));
  fieldRow(draft, field('日本スポーツ協会\nへの事前相談', contactsJa(paper)));
  closingRows(draft, sources.attached, '特記事項', 60);
  footNote(draft);
  return draft;
}

/** 受講料 that the organisation sets, and the 受講管理料 that it remits. */
function feeRows(draft: SheetDraft, paper: Paper, { draft: sheet, places, total, heads }: ManagementFee): void {
  fieldRow(draft, field('受講料（円）\n実施団体が定める', { ...ownFee(paper), format: 'yen', look: 'input' }));
  fieldRow(
    draft,
    field('受講管理料の対象\n新規（名）', {
      ...(heads === undefined
        ? { value: '未確認', look: 'confirm' }
        : { value: heads, formula: elsewhere(sheet.name, places.heads), format: 'count' }),
    }),
    field('受講管理料納入額\n（円）', { value: total, formula: elsewhere(sheet.name, places.total), format: 'yen' }),
  );
}

/** The one amount that is recorded for the 受講者; left to be typed where there is none or several. */
function ownFee({ facts }: Paper): Pick<CellInput, 'value'> {
  const amounts = new Set(facts.enrolled.flatMap(({ enrollment }) => enrollment.feeAmount ?? []));
  const [amount] = amounts;
  return { value: amounts.size === 1 ? (amount ?? null) : null };
}
