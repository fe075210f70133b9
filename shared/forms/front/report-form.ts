/** 実施報告書: how the course was held, carried over from the papers behind it. Of a 独自 course it has no 委託金. */
import { eraDateJa } from '../../dates.js';
import { DIFFERENCE_TOPIC_JA } from '../../rules/facts/changes.js';
import { JUDGEMENT_JA, type Judgement } from '../../model/case/participant.js';
import { differencesOf } from '../change-notice/notice.js';
import { footNote, header } from '../header.js';
import type { Paper } from '../paper.js';
import { judgedPeople, judgementOf } from '../participant-words.js';
import { examinersJa, examTimesJa } from '../session-words.js';
import { address, elsewhere } from '../sheet.js';
import { type CellInput, type Placed, SheetDraft } from '../sheet-draft.js';
import { addressRows } from './address-rows.js';
import {
  closingRows,
  contactsJa,
  courseRows,
  type Hours,
  fewestHeads,
  fewHeadsJa,
  fewHeadsTitleJa,
  minutesOn,
  timedItems,
} from './course-rows.js';
import { type Field, field, fieldRow, FORM_WIDTHS } from './form-rows.js';

export type ReportForm = {
  readonly nameJa: string;
  readonly sentenceJa: string;
  readonly hours: Hours;
  /** 判定結果一覧. */
  readonly judgements: Placed<'judgement' | 'no'>;
  readonly attached: readonly string[];
  /** What stands after the people, e.g. 委託金. */
  readonly money?: (draft: SheetDraft) => void;
};

export function reportForm(paper: Paper, form: ReportForm): SheetDraft {
  const { facts } = paper;
  const { course } = facts;
  const draft = new SheetDraft(form.nameJa, 'portrait', FORM_WIDTHS);
  header(draft, form.nameJa, paper);
  addressRows(draft, paper, { dayJa: '報告日', day: course.reportSentOn, sentenceJa: form.sentenceJa });
  fieldRow(
    draft,
    field('承認番号', { value: null, look: 'input' }),
    facts.isCommissioned ? field('契約日', day(course.contractOn)) : field('承認通知', day(course.approvalNoticeOn)),
  );
  courseRows(draft, paper, form.hours);
  headRows(draft, paper, form.judgements);
  examRows(draft, paper, form.judgements);
  form.money?.(draft);
  fieldRow(draft, field('申請からの\n変更点', changesJa(paper)));
  if (facts.isCommissioned) fieldRow(draft, field('変更届', noticesJa(paper)));
  fieldRow(draft, field('日本スポーツ協会\nへの連絡', contactsJa(paper)));
  judgementReportRow(draft, paper);
  closingRows(draft, form.attached, '所感・課題', 60);
  itemRows(draft, paper, form.hours);
  footNote(draft);
  return draft;
}

function day(value: string | undefined): CellInput {
  return value === undefined ? { value: null, look: 'input' } : { value, format: 'eraDate', look: 'input' };
}

/** 受講者数 from the application to the report; the list must hold as many. */
function headRows(draft: SheetDraft, paper: Paper, judgements: Placed<'judgement' | 'no'>): void {
  const { facts, decision } = paper;
  const { course } = facts;
  const heads = (value: number | undefined): CellInput =>
    value === undefined ? { value: null, format: 'count', look: 'input' } : { value, format: 'count' };
  const listedHeads = judgedPeople(facts).length;
  const reported = decision.headcount.participants;
  fieldRow(
    draft,
    field('受講者　申請時', heads(course.applicationHeadcount ?? course.applicationSnapshot?.headcount)),
    field('受講者　開始時', heads(course.startHeadcount)),
  );
  fieldRow(
    draft,
    field('受講者　報告時', heads(reported)),
    field('判定結果一覧\nの人数', {
      value: listedHeads,
      formula: `COUNTIFS(${elsewhere(judgements.sheet, judgements.range('no'))},">0")`,
      format: 'count',
      ...(reported === listedHeads ? {} : { look: 'confirm' }),
    }),
  );
  const agreed = fewHeadsJa(paper);
  const minimum = fewestHeads(paper);
  if (facts.isCommissioned && (agreed !== '' || (reported ?? Infinity) < (minimum ?? 0))) {
    fieldRow(draft, field(`${fewHeadsTitleJa(paper)}\nの理由`, { value: agreed, look: 'input' }));
  }
}

/** 検定試験 with its results, two judgements a line. */
function examRows(draft: SheetDraft, { facts }: Paper, judgements: Placed<'judgement'>): void {
  const times = examTimesJa(facts);
  fieldRow(draft, field('検定試験の日時', times.length === 0 ? '登録がありません' : times.join('\n')));
  const names = examinersJa(facts);
  fieldRow(draft, field('検定員', names.length === 0 ? '登録がありません' : names.join('、')));
  const people = judgedPeople(facts);
  const range = elsewhere(judgements.sheet, judgements.range('judgement'));
  const judged = (judgement: Judgement): Field =>
    field(JUDGEMENT_JA[judgement], {
      value: people.filter((own) => judgementOf(own) === judgement).length,
      formula: `COUNTIFS(${range},"${JUDGEMENT_JA[judgement]}")`,
      format: 'count',
    });
  fieldRow(draft, judged('pass'), judged('fail'));
  fieldRow(draft, judged('absent'), judged('exempt'));
  if (people.some((own) => judgementOf(own) === 'pending')) fieldRow(draft, judged('pending'));
}

/** 会場：A → B, one change per line. Amounts of a 独自 course are nobody's but its own. */
function changesJa(paper: Paper): string {
  if (paper.facts.course.applicationSnapshot === undefined) return '申請時の写しがないため、比べられません（要確認）';
  const changes = differencesOf(paper).filter(({ topic }) => paper.facts.isCommissioned || topic !== 'accounts');
  if (changes.length === 0) return 'なし';
  return changes
    .map(({ topic, beforeJa, afterJa }) => `${DIFFERENCE_TOPIC_JA[topic]}：${beforeJa} → ${afterJa}`)
    .join('\n');
}

function noticesJa(paper: Paper): string {
  const sent = (paper.facts.course.changeNotices ?? []).map(({ submittedOn }) => submittedOn).sort();
  if (sent.length > 0) return `提出済み（${sent.map(eraDateJa).join('、')}）`;
  return differencesOf(paper).some(({ needsNotice }) => needsNotice) ? '要（提出の記録がありません）' : 'なし';
}

/** 判定結果報告 of 専門科目 goes to two addressees. */
function judgementReportRow(draft: SheetDraft, { facts }: Paper): void {
  const { course } = facts;
  if (course.subject !== 'specialty') return;
  const sentOn = (to: 'jspo' | 'nationalFederation'): CellInput =>
    day((course.judgementReports ?? []).find((own) => own.to === to)?.sentOn);
  fieldRow(
    draft,
    field('判定結果報告\n日本スポーツ協会', sentOn('jspo')),
    field('判定結果報告\n中央競技団体', sentOn('nationalFederation')),
  );
}

/** 科目別の実施時間数: 要領, 実績 and their difference, read from the sheet of the hours. */
function itemRows(draft: SheetDraft, { facts }: Paper, hours: Hours): void {
  const items = timedItems(facts);
  if (items.length === 0) return;
  draft.gap();
  draft.block('科目別の実施時間数（時間）', () => {
    const head = (value: string, span?: number): CellInput => ({
      value,
      look: 'columnHead',
      align: 'center',
      ...(span === undefined ? {} : { span }),
    });
    draft.row({ 0: head('科目名', 2), 2: head('要領'), 3: head('実績'), 4: head('差') });
    items.forEach((item, index) => {
      const at = (key: 'planned' | 'held'): string =>
        elsewhere(hours.sheet, address(hours.first + index, hours.column(key)));
      const held = minutesOn([item], facts);
      draft.row({
        0: { value: item.nameJa, span: 2 },
        2: { value: item.groupMinutes / 60, formula: `${at('planned')}/60`, format: 'hours' },
        3: { value: held / 60, formula: `${at('held')}/60`, format: 'hours' },
        4: {
          value: (held - item.groupMinutes) / 60,
          formula: `(${at('held')}-${at('planned')})/60`,
          format: 'hours',
          ...(held < item.groupMinutes ? { look: 'confirm' } : {}),
        },
      });
    });
  });
}
