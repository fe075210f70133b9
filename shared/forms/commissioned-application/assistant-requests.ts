/** 助手増員願 and 助手配置願: one sheet each, only where a line needs the paper. */
import { clockJa, shortDateJa, eraDateJa } from '../../dates.js';
import type { Line, LineOf } from '../../model/case/lines/line.js';
import type { CurriculumItem } from '../../model/case/schedule.js';
import type { Staff } from '../../model/case/staff.js';
import type { VoucherKind } from '../../model/case/voucher.js';
import { hourly, sum } from '../../money.js';
import type { PaidAssignment } from '../../rules/engine/subjects.js';
import { footNote, header } from '../header.js';
import { roomNameJa } from '../line-words.js';
import { courseNameJa, type Paper } from '../paper.js';
import { address } from '../sheet.js';
import { type CellInput, SheetDraft } from '../sheet-draft.js';
import { field, fieldRow, FORM_WIDTHS, sealRow } from '../front/form-rows.js';

type Help = PaidAssignment & { readonly item: CurriculumItem };

/** 助手増員願, where one 科目 has more than one 助手. */
export function extraAssistantSheets(paper: Paper): SheetDraft[] {
  const helps = helpsNeeding('extraAssistantRequest', paper);
  if (helps.length === 0) return [];
  return [
    requestSheet(paper, {
      nameJa: '助手増員願',
      wishJa: '助手の増員を願います。',
      reasonJa: '増員が必要な理由\n（競技特性・人数等）',
      numbersJa: (own) => `現在 1名（原則） → 希望 ${new Set(own.map(({ person }) => person.id)).size}名`,
      helps,
    }),
  ];
}

/** 助手配置願, where a 助手 stands in 基礎理論. */
export function theoryAssistantSheets(paper: Paper): SheetDraft[] {
  const helps = helpsNeeding('theoryAssistantRequest', paper).filter(
    ({ session, item }) => session?.format === 'lecture' || item.isBasicTheory === true,
  );
  if (helps.length === 0) return [];
  return [
    requestSheet(paper, {
      nameJa: '助手配置願',
      wishJa: '基礎理論への助手の配置を願います。',
      reasonJa: '配置が必要な理由',
      numbersJa: (own) => `現在 0名 → 希望 ${new Set(own.map(({ person }) => person.id)).size}名`,
      helps,
    }),
  ];
}

/** What 助手 do in a 科目, of the lines that need the paper, whether it is there or not. */
function helpsNeeding(kind: VoucherKind, paper: Paper): Help[] {
  return paper.facts
    .linesOfKind('honorarium')
    .filter((line) => needs(line, kind, paper))
    .flatMap((line) => paper.facts.paidAssignments(line))
    .flatMap((paid) => (paid.item === undefined ? [] : [{ ...paid, item: paid.item }]));
}

function needs(line: Line, kind: VoucherKind, paper: Paper): boolean {
  return paper.ticksOf(line).some((tick) => tick.ways.some((way) => way.includes(kind)));
}

type Request = {
  readonly nameJa: string;
  readonly wishJa: string;
  readonly reasonJa: string;
  readonly numbersJa: (own: readonly Help[]) => string;
  readonly helps: readonly Help[];
};

function requestSheet(paper: Paper, request: Request): SheetDraft {
  const { facts, decision } = paper;
  const draft = new SheetDraft(request.nameJa, 'portrait', FORM_WIDTHS);
  header(draft, request.nameJa, paper);
  fieldRow(
    draft,
    field('宛名', { value: '公益財団法人日本スポーツ協会　御中', look: 'input' }),
    field('提出日', { value: facts.course.applicationSentOn ?? null, format: 'eraDate', look: 'input' }),
  );
  sealRow(draft, `${facts.organization.contractName}\n${facts.organization.representative ?? ''}`);
  draft.text(`下記の講習会について、${request.wishJa}`, 'small');
  fieldRow(
    draft,
    field('講習会名', courseNameJa(facts)),
    field('受講者数', { value: decision.headcount.participants ?? '未確認', format: 'count' }),
  );
  const items = [...new Map(request.helps.map((help) => [help.item.id, help.item])).values()];
  for (const item of items) {
    itemRows(draft, paper, request, item);
  }
  fieldRow(draft, field('事前相談の記録', consultationsJa(paper)));
  footNote(draft);
  return draft;
}

/** One 科目: when and where, how many, why, who, and what it would cost. */
function itemRows(draft: SheetDraft, paper: Paper, request: Request, item: CurriculumItem): void {
  const own = request.helps.filter((help) => help.item.id === item.id);
  draft.gap();
  const basic = item.isBasicTheory === true ? '（基礎理論）' : '';
  fieldRow(draft, field('科目名', `${item.nameJa}${basic}`), field('助手の数', request.numbersJa(own)));
  fieldRow(draft, field('日時・会場', timesJa(own, paper)));
  draft.row(
    {
      0: { value: request.reasonJa, look: 'columnHead', align: 'left', wrap: true },
      1: { value: null, look: 'input', wrap: true, span: 4 },
    },
    { height: 64 },
  );
  draft.row(
    Object.fromEntries(
      ['氏名', '所属', '時間（分）', '単価（円）', '謝金見込額'].map((head, index) => [
        index,
        { value: head, look: 'columnHead', align: 'center' } satisfies CellInput,
      ]),
    ),
  );
  const first = draft.nextRow;
  const pays = peopleOf(own).map(({ person, minutes, rate }) => payRow(draft, person, minutes, rate));
  draft.row({
    0: { value: '謝金見込額　計', look: 'subtotal' },
    ...Object.fromEntries([1, 2, 3].map((column) => [column, { value: null, look: 'subtotal' } satisfies CellInput])),
    4: {
      value: sum(pays),
      formula: `SUM(${address(first, 4)}:${address(draft.nextRow - 1, 4)})`,
      format: 'yen',
      look: 'subtotal',
    },
  });
}

function payRow(draft: SheetDraft, person: Staff, minutes: number, rate: number): number {
  const row = draft.nextRow;
  const pay = hourly(rate, minutes);
  draft.row({
    0: { value: person.nameJa },
    1: { value: person.employerName ?? '', look: 'input' },
    2: { value: minutes, format: 'count', look: 'input' },
    3: { value: rate, format: 'yen', look: 'input' },
    4: { value: pay, formula: `ROUNDDOWN(${address(row, 3)}*${address(row, 2)}/60,0)`, format: 'yen' },
  });
  return pay;
}

type Pay = { readonly person: Staff; readonly minutes: number; readonly rate: number };

/** Each person and price with the minutes of this 科目. */
function peopleOf(own: readonly Help[]): Pay[] {
  const pays = new Map<string, Pay>();
  for (const { line, person, minutes } of own) {
    const rate = rateOf(line);
    const key = `${person.id} ${rate}`;
    pays.set(key, { person, rate, minutes: (pays.get(key)?.minutes ?? 0) + minutes });
  }
  return [...pays.values()];
}

function rateOf(line: LineOf<'honorarium'>): number {
  return line.rate ?? 0;
}

function timesJa(own: readonly Help[], { facts }: Paper): string {
  const sessions = new Map(own.flatMap(({ session }) => (session ? [[session.id, session]] : [])));
  return [...sessions.values()]
    .map(
      ({ date, start, end, roomId }) =>
        `${shortDateJa(date)} ${clockJa(start)}–${clockJa(end)}　${roomNameJa(roomId, facts)}`,
    )
    .join('\n');
}

function consultationsJa({ facts }: Paper): string {
  const contacts = facts.course.jspoContacts ?? [];
  return contacts.length === 0
    ? '記録なし'
    : contacts
        .map(({ date, contactPerson, means, note }) => [eraDateJa(date), contactPerson, means, note].join('　'))
        .join('\n');
}
