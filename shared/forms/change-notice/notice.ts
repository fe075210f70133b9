/** 変更届 as a sheet: in what the course is no longer what was applied for, or that it is called off or becomes 独自. */
import { eraDateJa } from '../../dates.js';
import type { CourseStatus } from '../../model/case/course.js';
import { ACCOUNT_JA, CLAIM_ACCOUNTS } from '../../model/case/account.js';
import { sum, yen } from '../../money.js';
import { MissingFigure } from '../../rules/engine/figure.js';
import { changesSince, type CourseDifference, DIFFERENCE_TOPIC_JA } from '../../rules/facts/changes.js';
import type { FigureKey, FigureOf } from '../../rules/figures.js';
import { footNote, header, ownNote } from '../header.js';
import { distinct } from '../line-words.js';
import type { Paper } from '../paper.js';
import { type Column, type RowMaker, SheetDraft, type TableRow } from '../sheet-draft.js';

const COLUMNS = [
  { key: 'topic', headJa: '項目', width: 10, format: 'text', wrap: true },
  { key: 'before', headJa: '変更前', width: 20, format: 'text', wrap: true },
  { key: 'after', headJa: '変更後', width: 20, format: 'text', wrap: true },
  { key: 'reason', headJa: '変更理由', width: 16, format: 'text', wrap: true },
  { key: 'affected', headJa: '影響する科目・金額', width: 17, format: 'text', wrap: true },
  { key: 'contact', headJa: '日本スポーツ\n協会への連絡', width: 12.7, format: 'text', wrap: true },
] as const satisfies readonly Column[];
type Key = (typeof COLUMNS)[number]['key'];
/** 25 mm in points. */
const SEAL_HEIGHT = 71;

/** The sheet where there is something to tell; nothing else. */
export function noticeSheets(paper: Paper): SheetDraft[] {
  const kindJa = kindOf(paper);
  const differences = differencesOf(paper);
  const isNeeded = kindJa !== undefined || differences.some(({ needsNotice }) => needsNotice);
  return isNeeded ? [noticeSheet(paper, kindJa ?? '内容変更', differences)] : [];
}

/** 中止 and 独自への変更, as the course stands; undefined where at most its content changed. */
function kindOf({ facts }: Paper): string | undefined {
  const status: CourseStatus | undefined = facts.course.status;
  if (status === 'cancelled') return '中止';
  return status === 'convertedToIndependent' || facts.course.conversion !== undefined ? '独自への変更' : undefined;
}

/**
 * In what the course differs from its application; nothing where no state of it was kept. Without the figure of the
 * least number of heads nothing can be compared.
 */
export function differencesOf({ facts, decision, book }: Paper): CourseDifference[] {
  const snapshot = facts.course.applicationSnapshot;
  if (snapshot === undefined) return [];
  const figure = <K extends FigureKey>(key: K) => book.read(key, facts.figureDay).value as FigureOf<K>;
  try {
    return changesSince(snapshot, facts, decision, figure);
  } catch (error) {
    if (error instanceof MissingFigure) return [];
    throw error;
  }
}

function noticeSheet(paper: Paper, kindJa: string, differences: readonly CourseDifference[]): SheetDraft {
  const { facts } = paper;
  const draft = SheetDraft.for('変更届', 'portrait', COLUMNS);
  header(draft, '変更届', paper);
  const line = (label: string, value: string): number =>
    draft.row({ 0: { value: label, look: 'columnHead', align: 'left' }, 1: { value, look: 'input', span: 5 } });
  line('宛名', '公益財団法人日本スポーツ協会　御中');
  const noticed = (facts.course.changeNotices ?? []).map(({ submittedOn }) => submittedOn).sort();
  draft.row({
    0: { value: '届出日', look: 'columnHead', align: 'left' },
    1: { value: noticed.at(-1) ?? null, format: 'eraDate', look: 'input', align: 'left', span: 5 },
  });
  line('変更区分', kindJa);
  draft.row(
    {
      0: { value: '団体名・\n代表者', look: 'columnHead', align: 'left', wrap: true },
      1: {
        value: `${facts.organization.contractName}\n${facts.organization.representative ?? ''}`,
        look: 'input',
        wrap: true,
        span: 4,
      },
      5: { value: '印', align: 'center' },
    },
    { height: SEAL_HEIGHT },
  );
  draft.gap();
  draft.table<Key>(
    COLUMNS,
    [
      ...ended(kindJa, paper),
      ...differences.map(
        (difference): RowMaker<Key> =>
          () =>
            differenceRow(difference, paper),
      ),
    ],
    { emptyJa: '申請時の写しと異なる内容はありません' },
  );
  if (kindJa !== '内容変更') endRows(draft, paper, kindJa);
  ownNote(draft, '変更理由は、届け出る前に記入してください。');
  footNote(draft);
  return draft;
}

function differenceRow(difference: CourseDifference, paper: Paper): TableRow<Key> {
  return {
    topic: DIFFERENCE_TOPIC_JA[difference.topic],
    before: difference.beforeJa,
    after: difference.afterJa,
    reason: { value: null, look: 'input' },
    affected: affectedJa(difference, paper),
    contact: { value: difference.significant ? contactJa(paper) : '', look: 'input' },
  };
}

/** What 中止 and 独自への変更 change of the course as a whole; the reason has a field of its own below. */
function ended(kindJa: string, paper: Paper): RowMaker<Key>[] {
  const change = ENDED[kindJa];
  if (change === undefined) return [];
  const contact = { value: contactJa(paper), look: 'input' } as const;
  return [() => ({ ...change, reason: '下記のとおり', contact })];
}

const ENDED: Readonly<Record<string, { readonly topic: string; readonly before: string; readonly after: string }>> = {
  中止: { topic: '実施', before: '実施', after: '中止' },
  独自への変更: { topic: '区分', before: '委託', after: '独自' },
};

/** 旅費 12,000円: what the lines that a change touches claim, by 科目. */
function affectedJa({ lineIds }: CourseDifference, { facts }: Paper): string {
  const lines = lineIds.flatMap((id) => facts.line(id) ?? []);
  return CLAIM_ACCOUNTS.flatMap((account) => {
    const own = lines.filter((line) => line.account === account);
    return own.length === 0 ? [] : [`${ACCOUNT_JA[account]} ${yen(sum(own.map((line) => facts.claimed(line))))}`];
  }).join('\n');
}

/** The last word with the association; a significant change without one is marked. */
function contactJa({ facts }: Paper): string {
  const last = [...(facts.course.jspoContacts ?? [])].sort((a, b) => (a.date < b.date ? -1 : 1)).at(-1);
  return last === undefined
    ? '要確認（記録なし）'
    : distinct([eraDateJa(last.date), last.contactPerson, last.note ?? '']).join('\n');
}

/** What 中止 and 独自への変更 leave to be settled. */
function endRows(draft: SheetDraft, { facts, decision }: Paper, kindJa: string): void {
  const paid = (facts.case.payments ?? []).filter(
    ({ kind, paidOn }) => paidOn !== undefined && (kind === 'courseFee' || kind === 'referenceBook'),
  );
  const { conversion, advanceReceived } = facts.course;
  draft.gap();
  const row = (label: string, value: string): number =>
    draft.row(
      {
        0: { value: label, look: 'columnHead', align: 'left', span: 2 },
        2: { value, look: 'input', wrap: true, span: 4 },
      },
      { height: 20 },
    );
  row(kindJa === '中止' ? '中止の理由' : '変更の理由', '');
  row('既納入の受講料', paid.length === 0 ? '記録なし' : yen(sum(paid.map(({ amount }) => amount))));
  row('既受領の概算払', advanceReceived === undefined ? '記録なし' : yen(advanceReceived));
  if (kindJa === '中止') {
    row('発生済みの費用', facts.isReport ? yen(decision.totals.claimed) : '要確認');
    return;
  }
  const applied = conversion?.newApplicationSubmittedOn;
  row('新しい申請書の提出日', applied === undefined ? '要確認' : eraDateJa(applied));
  row('新しい講習会ID', '');
  row('受講料の扱い', '要確認');
}
