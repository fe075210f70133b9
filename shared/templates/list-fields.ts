/** Fields that repeat row by row: people, sessions, lines, payments, vouchers. */
import { weekdayJa } from '../dates.js';
import { datesJa, distinct, expenseWordsJa, formatsJa, itemsJa, roomNameJa } from '../forms/line-words.js';
import type { Paper } from '../forms/paper.js';
import { travelWordsJa } from '../forms/travel-words.js';
import { noOf, numbersJa, provingVouchers } from '../forms/voucher-words.js';
import { ACCOUNT_JA } from '../model/case/account.js';
import { ACCOUNT_ITEMS, accountItemOf } from '../model/case/account-item.js';
import type { Line, LineOf } from '../model/case/lines/line.js';
import { ENROLLMENT_STATUS_JA, JUDGEMENT_JA } from '../model/case/participant.js';
import { SESSION_FORMAT_JA, type Session } from '../model/case/schedule.js';
import { STAFF_ROLE_JA, type Staff, type StaffRole } from '../model/case/staff.js';
import { type Transfer, TRANSFER_METHOD_JA } from '../model/case/transfer.js';
import { type Voucher, VOUCHER_KINDS } from '../model/case/voucher.js';
import { PREFECTURES_JA } from '../model/prefectures.js';
import { sum } from '../money.js';
import type { EnrolledParticipant } from '../rules/engine/subjects.js';
import type { Fields } from './field.js';

const NO: Fields<unknown> = { no: ['No.', 'count', (_row, _paper, index) => index + 1] };

export const PARTICIPANT_FIELDS: Fields<EnrolledParticipant> = {
  ...NO,
  myPageId: ['受講者番号', 'text', ({ participant }) => participant.myPageId],
  nameJa: ['氏名', 'text', ({ participant }) => participant.nameJa],
  nameKana: ['フリガナ', 'text', ({ participant }) => participant.nameKana],
  birthDate: ['生年月日', 'day', ({ participant }) => participant.birthDate],
  prefecture: ['都道府県', 'text', ({ participant }) => PREFECTURES_JA[participant.prefectureCode ?? '']],
  startFiscalYear: ['受講開始年度', 'count', ({ enrollment }) => enrollment.startFiscalYear],
  kind: [
    '新規・過年度',
    'choice',
    ({ enrollment }, { facts }) => (enrollment.startFiscalYear < facts.course.fiscalYear ? '過年度' : '新規'),
  ],
  status: ['ステータス', 'text', ({ enrollment }) => ENROLLMENT_STATUS_JA[enrollment.status]],
  approvedOn: ['一次承認日', 'day', ({ enrollment }) => enrollment.primaryApprovedOn],
  fee: ['受講料', 'yen', ({ enrollment }) => enrollment.feeAmount],
  feePaidOn: ['納入日', 'day', ({ enrollment }) => enrollment.feePaidOn],
  judgement: ['検定の判定', 'choice', ({ enrollment }) => JUDGEMENT_JA[enrollment.judgement ?? 'pending']],
};

export const STAFF_FIELDS: Fields<Staff> = {
  ...NO,
  nameJa: ['氏名', 'text', (person) => person.nameJa],
  nameKana: ['フリガナ', 'text', (person) => person.nameKana],
  roles: [
    '役割',
    'text',
    (person, { facts }) => distinct(facts.assignmentsOf(person.id).map((own) => STAFF_ROLE_JA[own.role])).join('、'),
  ],
  employer: ['所属', 'text', (person) => person.employerName],
  prefecture: ['居住都道府県', 'text', (person) => PREFECTURES_JA[person.homePrefectureCode ?? '']],
  station: ['自宅最寄駅', 'text', (person) => person.originStation ?? person.homeStation],
  km: [
    '片道km',
    'decimal',
    ({ stationDistance }) => (stationDistance === undefined ? undefined : stationDistance / 10),
  ],
  dates: ['担当日', 'text', (person, { facts }) => datesJa(facts.dutyDates(person.id)).join('、')],
  minutes: [
    '担当時間（分）',
    'count',
    (person, { facts }) => sum(facts.assignmentsOf(person.id).map((own) => facts.minutesOf(own))),
  ],
};

export const SESSION_FIELDS: Fields<Session> = {
  ...NO,
  date: ['日付', 'day', (session) => session.date],
  weekday: ['曜日', 'text', (session) => weekdayJa(session.date)],
  start: ['開始', 'clock', (session) => session.start],
  end: ['終了', 'clock', (session) => session.end],
  minutes: ['時間（分）', 'count', (session) => session.end - session.start],
  format: ['区分', 'choice', ({ format }) => (format === null ? undefined : SESSION_FORMAT_JA[format])],
  item: ['科目名', 'text', (session, { facts }) => facts.item(session.curriculumItemId)?.nameJa],
  room: ['会場・部屋', 'text', (session, { facts }) => roomNameJa(session.roomId, facts)],
  lecturers: ['講師・統括者', 'text', (session, paper) => namesIn(session, paper, ['lecturer', 'alLead'])],
  instructors: ['担当者', 'text', (session, paper) => namesIn(session, paper, ['alInstructor'])],
  assistants: ['助手', 'text', (session, paper) => namesIn(session, paper, ['assistant'])],
  examiners: ['検定員', 'text', (session, paper) => namesIn(session, paper, ['examiner'])],
};

function namesIn(session: Session, { facts }: Paper, roles: readonly StaffRole[]): string {
  const own = facts.assignments.filter(({ sessionId, role }) => sessionId === session.id && roles.includes(role));
  return distinct(own.map(({ staffId }) => facts.person(staffId)?.nameJa ?? '')).join('、');
}

/** Fields that every line has. */
const LINE_FIELDS: Fields<Line> = {
  no: ['明細番号', 'text', (line, paper) => paper.numberOf(line.id)],
  account: ['科目', 'text', (line) => ACCOUNT_JA[line.account]],
  item: ['項目', 'text', (line) => ACCOUNT_ITEMS[accountItemOf(line)].ja],
  nameJa: ['氏名', 'text', (line, { facts }) => facts.personOf(line)?.nameJa],
  planned: ['予算額', 'yen', (line) => line.planned],
  claimed: ['請求額', 'yen', (line, paper) => paper.decided.get(line.id)?.claimed],
  eligible: ['対象額', 'yen', (line, paper) => paper.decided.get(line.id)?.eligible],
  provisional: ['保留', 'yen', (line, paper) => paper.decided.get(line.id)?.provisional],
  cut: ['対象外額', 'yen', (line, paper) => paper.decided.get(line.id)?.cut],
  paidOn: ['支払日', 'day', (line, { facts }) => facts.transfer(line.transferId)?.date],
  vouchers: ['証憑番号', 'text', (line, paper) => numbersJa(provingVouchers(line, paper).map(noOf))],
  remarks: ['備考', 'text', (line) => line.remarks],
};

export const HONORARIUM_FIELDS: Fields<LineOf<'honorarium'>> = {
  ...LINE_FIELDS,
  role: ['役割', 'choice', (line) => STAFF_ROLE_JA[line.role]],
  subjects: ['担当科目', 'text', (line, { facts }) => itemsJa(line, facts)],
  formats: ['形態', 'text', (line, { facts }) => formatsJa(line, facts)],
  minutes: ['時間（分）', 'count', (line, { facts }) => sum(facts.paidAssignments(line).map((paid) => paid.minutes))],
  rate: ['単価', 'yen', (line) => line.rate],
  differenceReason: ['単価が異なる理由', 'text', (line) => line.differenceReason],
};

export const TRAVEL_FIELDS: Fields<Line> = {
  ...LINE_FIELDS,
  kind: ['種別', 'text', (line) => travelWordsJa(line).kind],
  detail: ['区間・内容', 'text', (line) => travelWordsJa(line).detail],
  dates: ['利用日', 'text', (line) => travelWordsJa(line).dates],
};

export const EXPENSE_FIELDS: Fields<Line> = {
  ...LINE_FIELDS,
  name: ['品名・会場など', 'text', (line, { facts }) => expenseWordsJa(line, facts).name],
  when: ['利用日など', 'text', (line, { facts }) => expenseWordsJa(line, facts).when],
  detail: ['内容', 'text', (line, { facts }) => expenseWordsJa(line, facts).detail],
};

export const TRANSFER_FIELDS: Fields<Transfer> = {
  ...NO,
  date: ['振込日', 'day', (transfer) => transfer.date],
  payee: ['振込先', 'text', (transfer) => transfer.payeeName],
  holder: ['口座名義', 'text', (transfer) => transfer.accountHolder],
  method: ['支払方法', 'choice', (transfer) => TRANSFER_METHOD_JA[transfer.method]],
  amount: ['振込額', 'yen', (transfer) => transfer.amount],
  withheldTax: ['源泉徴収額', 'yen', (transfer) => transfer.withheldTax],
  fee: ['振込手数料', 'yen', (transfer) => transfer.fee],
  cashReason: ['現金払いの理由', 'text', (transfer) => transfer.cashReason],
};

export const VOUCHER_FIELDS: Fields<Voucher> = {
  no: ['証憑番号', 'text', (voucher) => voucher.no],
  account: ['科目', 'text', ({ account }) => (account === undefined ? undefined : ACCOUNT_JA[account])],
  kind: ['書類の種類', 'text', (voucher) => VOUCHER_KINDS[voucher.kind].ja],
  issuer: ['発行者', 'text', (voucher) => voucher.issuer],
  addressee: ['宛先', 'text', (voucher) => voucher.addressee],
  issuedOn: ['日付', 'day', (voucher) => voucher.issuedOn],
  amount: ['金額', 'yen', (voucher) => voucher.amount],
};
