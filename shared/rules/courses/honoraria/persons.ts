/** 支給できない人・受講者を兼ねる人. */
import { ORGANIZATION_KIND_JA, type OrganizationKind } from '../../../model/case/organization.js';
import { JOC_ROLE_JA, type Staff, STAFF_ROLE_JA, type StaffRole } from '../../../model/case/staff.js';
import { rule } from '../../engine/rule.js';
import { confirm, note } from '../../engine/verdict.js';
import { excluded } from './nothing-left.js';

const SPORTS_BODIES: readonly OrganizationKind[] = [
  'prefecturalAssociation',
  'nationalFederation',
  'prefecturalFederation',
];

/** 有給従業員 of a sports body, whatever the role. */
export const paidEmployee = rule({
  id: 'FEE-NEV-01',
  clause: '基準一覧 1備考',
  stage: 'persons',
  on: 'honorarium',
  check(line, ask) {
    const person = ask.facts.personOf(line);
    const employer = person?.employment?.orgKind;
    if (!person || person.employment?.kind !== 'paidEmployee') return undefined;
    if (employer === undefined || !SPORTS_BODIES.includes(employer)) return undefined;
    return excluded(line, ask, {
      messageJa: `${person.nameJa}は${ORGANIZATION_KIND_JA[employer]}の有給従業員のため、謝金は対象になりません`,
      remedyJa: '講師等名簿の勤務先に間違いがないか確かめます。間違いがなければ自団体の負担とします',
    });
  },
});

/** JOCナショナルコーチ and the like. */
export const jocStaff = rule({
  id: 'FEE-NEV-02',
  clause: '基準一覧 1備考',
  stage: 'persons',
  on: 'honorarium',
  check(line, ask) {
    const person = ask.facts.personOf(line);
    const role = person?.jocRole ?? 'unknown';
    if (!person || role === 'none' || role === 'unknown') return undefined;
    return excluded(line, ask, {
      messageJa: `${person.nameJa}は${JOC_ROLE_JA[role]}のため、謝金は対象になりません`,
      remedyJa: '講師等名簿のJOC関係の欄に間違いがないか確かめます。間違いがなければ自団体の負担とします',
    });
  },
});

/** Employment or JOC role not asked yet. */
export const unknownStanding = rule({
  id: 'FEE-NEV-03',
  clause: '基準一覧 1備考',
  stage: 'persons',
  on: 'honorarium',
  check(line, ask) {
    const person = ask.facts.personOf(line);
    const open = person ? openQuestions(person) : [];
    if (!person || open.length === 0) return undefined;
    return confirm(
      `${person.nameJa}の${open.join('と')}が確かめられていません。謝金の対象にならない方でないか確かめてください`,
      {
        remedyJa: '講師等名簿に、勤務先（有給従業員か）とJOC関係の役割を入れます',
      },
    );
  },
});

function openQuestions({ employment, jocRole }: Staff): string[] {
  const kind = employment?.kind ?? 'unknown';
  const isUnclear = kind === 'unknown' || (kind === 'paidEmployee' && employment?.orgKind === undefined);
  return [...(isUnclear ? ['勤務先'] : []), ...((jocRole ?? 'unknown') === 'unknown' ? ['JOC関係の役割'] : [])];
}

const TEACHING_ROLES: readonly StaffRole[] = ['lecturer', 'alLead', 'alInstructor', 'assistant'];

/** A 受講者 who also teaches: honorarium yes, travel no. */
export const teachingParticipant = rule({
  id: 'FEE-PTC-01',
  clause: '基準一覧 1備考',
  stage: 'persons',
  on: 'honorarium',
  check(line, ask) {
    const person = ask.facts.personOf(line);
    if (person?.participantId === undefined || !TEACHING_ROLES.includes(line.role)) return undefined;
    return note(
      `${person.nameJa}は受講者を兼ねています。${STAFF_ROLE_JA[line.role]}の謝金は対象ですが、旅費は対象になりません`,
    );
  },
});

/** A 受講者 who also examines: the guide does not foresee it. */
export const examiningParticipant = rule({
  id: 'FEE-PTC-02',
  clause: '基準一覧 1備考',
  stage: 'persons',
  on: 'honorarium',
  check(line, ask) {
    const person = ask.facts.personOf(line);
    if (person?.participantId === undefined || line.role !== 'examiner') return undefined;
    return confirm(
      `${person.nameJa}は受講者を兼ねた検定員です。手引きに定めがないため、日本スポーツ協会に確かめてください`,
      {
        remedyJa: '検定員を兼ねてよいか問い合わせ、回答を記録します',
      },
    );
  },
});
