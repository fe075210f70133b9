/** 受講者数 and 講師等 of an application, counted on the lists behind it. */
import { STAFF_ROLE_JA, type StaffRole } from '../../model/case/staff.js';
import type { Paper } from '../paper.js';
import { kindJa, listed } from '../participant-words.js';
import { address, elsewhere } from '../sheet.js';
import type { CellInput, Placed, SheetDraft } from '../sheet-draft.js';
import { type Field, field, fieldRow } from './form-rows.js';

type Lists = { readonly participants: Placed<'kind'>; readonly staff: Placed<'roles'> };

/** 新規 and 過年度 with their sum; `counted` stands beside the sum. */
export function participantRows(draft: SheetDraft, { facts }: Paper, { participants }: Lists, counted?: Field): void {
  const people = listed(facts);
  const kinds = elsewhere(participants.sheet, participants.range('kind'));
  const count = (word: string): CellInput => ({
    value: people.filter((own) => kindJa(own, facts) === word).length,
    formula: `COUNTIFS(${kinds},"${word}")`,
    format: 'count',
  });
  const row = fieldRow(draft, field('受講者　新規', count('新規')), field('受講者　過年度', count('過年度')));
  const total = field(
    '受講者　計',
    people.length === 0
      ? { value: facts.course.applicationHeadcount ?? null, format: 'count', look: 'input' }
      : { value: people.length, formula: `SUM(${address(row, 1)},${address(row, 3)})`, format: 'count' },
  );
  fieldRow(draft, total, counted);
}

/** Two roles a line. */
export function staffRows(draft: SheetDraft, { facts }: Paper, { staff }: Lists): void {
  const roles = Object.keys(STAFF_ROLE_JA) as StaffRole[];
  const range = elsewhere(staff.sheet, staff.range('roles'));
  const inRole = (role: StaffRole): Field =>
    field(STAFF_ROLE_JA[role], {
      value: facts.staff.filter(({ id }) => facts.assignmentsOf(id).some((own) => own.role === role)).length,
      formula: `COUNTIFS(${range},"*${STAFF_ROLE_JA[role]}*")`,
      format: 'count',
    });
  for (let index = 0; index < roles.length; index += 2) {
    const [left, right] = [roles[index], roles[index + 1]];
    if (left !== undefined) fieldRow(draft, inRole(left), right === undefined ? undefined : inRole(right));
  }
}
