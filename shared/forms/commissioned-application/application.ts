/** 講習会実施申請書: one page that says what is applied for, carried over from the papers behind it. */
import { addressRows } from '../front/address-rows.js';
import { closingRows, contactsJa, courseRows, fewHeadsJa, fewHeadsTitleJa, type Hours } from '../front/course-rows.js';
import { type Field, field, fieldRow, FORM_WIDTHS } from '../front/form-rows.js';
import { participantRows, staffRows } from '../front/people-rows.js';
import { footNote, header } from '../header.js';
import type { Paper } from '../paper.js';
import { listed } from '../participant-words.js';
import { elsewhere } from '../sheet.js';
import { type Placed, SheetDraft } from '../sheet-draft.js';
import type { BudgetPlaces } from './budget-income.js';
import type { RemittancePlaces } from './remittance.js';

/** The papers that the figures of this one are carried over from. */
type Sources = {
  readonly budget: { readonly sheet: string; readonly places: BudgetPlaces };
  readonly remittance: { readonly sheet: string; readonly places: RemittancePlaces; readonly total: number };
  readonly hours: Hours;
  readonly participants: Placed<'kind'>;
  readonly staff: Placed<'roles'>;
  readonly attached: readonly string[];
};

export function applicationSheet(paper: Paper, sources: Sources): SheetDraft {
  const draft = new SheetDraft('講習会実施申請書', 'portrait', FORM_WIDTHS);
  header(draft, '講習会実施申請書', paper);
  addressRows(draft, paper, {
    dayJa: '提出日',
    day: paper.facts.course.applicationSentOn,
    sentenceJa: '下記のとおり、公認スポーツ指導者養成講習会の実施を申請します。',
  });
  courseRows(draft, paper, sources.hours);
  participantRows(draft, paper, sources, countedField(paper));
  staffRows(draft, paper, sources);
  const agreed = fewHeadsJa(paper);
  fieldRow(draft, field(`${fewHeadsTitleJa(paper)}\nの協議の記録`, agreed === '' ? '記録なし' : agreed));
  fieldRow(draft, field('日本スポーツ協会\nへの事前相談', contactsJa(paper)));
  moneyRows(draft, paper, sources);
  closingRows(draft, sources.attached, '特記事項', 40);
  footNote(draft);
  return draft;
}

/** The number that decides whether the course is paid for. */
function countedField({ facts, decision }: Paper): Field {
  const people = listed(facts);
  const counted = decision.headcount.participants;
  return field('うち要件に\n数える人数', {
    value: counted ?? '未確認',
    format: counted === undefined ? 'text' : 'count',
    ...(counted !== undefined && (people.length === 0 || counted === people.length) ? {} : { look: 'confirm' }),
  });
}

/** 委託金申請額 and 受講料納入額, each as its own paper comes to it. */
function moneyRows(draft: SheetDraft, { decision }: Paper, { budget, remittance }: Sources): void {
  fieldRow(
    draft,
    field('委託金申請額\n（円）', {
      value: decision.totals.eligible,
      formula: elsewhere(budget.sheet, budget.places.grant),
      format: 'yen',
    }),
    field('受講料納入額\n（円）', {
      value: remittance.total,
      formula: elsewhere(remittance.sheet, remittance.places.total),
      format: 'yen',
    }),
  );
}
