/** 講師等 as a list that goes to Excel and comes back. */
import type { Case } from '../model/case/case.js';
import {
  EMPLOYMENT_KIND_JA,
  type EmploymentKind,
  JOC_ROLE_JA,
  type JocRole,
  STAFF_ROLE_JA,
  staff as staffRecord,
  type Staff,
  WORKPLACE_VENUE_RELATION_JA,
  type WorkplaceVenueRelation,
} from '../model/case/staff.js';
import { PREFECTURES_JA } from '../model/prefectures.js';
import { problemsOf } from '../model/problem.js';
import { open, readChoice, readKm, readText, shown, without } from './keyed/field-kinds.js';
import type { KeyedList, ListField } from './keyed/keyed-list.js';
import { readKana, readName, readPrefecture } from './readings.js';

type Plain = 'nameKana' | 'homeStation' | 'originStation' | 'employerName';

/** The list of a course. Roles are shown; they follow from the timetable. */
export function staffList({ staff = [], assignments = [] }: Case): KeyedList<Staff> {
  const roles = (person: Staff): string =>
    [...new Set(assignments.filter((own) => own.staffId === person.id).map((own) => STAFF_ROLE_JA[own.role]))].join(
      '、',
    );
  return {
    nameJa: '講師等',
    entries: staff,
    fields: [...FIELDS, shown({ headingJa: '役割', width: 18 }, roles)],
    nameOf: (person) => person.nameJa,
    fresh: () => ({ id: 'new', nameJa: '' }),
    problemOf: (person) => {
      if (person.nameJa === '') return '氏名がありません';
      const parsed = staffRecord.safeParse(person);
      return parsed.success ? undefined : problemsOf(parsed.error)[0]?.ja;
    },
  };
}

const FIELDS: readonly ListField<Staff>[] = [
  open(
    { headingJa: '氏名', width: 16, isRequired: true },
    { of: (person) => person.nameJa, read: readName, set: (person, nameJa = '') => ({ ...person, nameJa }) },
  ),
  plain('nameKana', 'フリガナ', 20, readKana),
  open(
    { headingJa: '居住地', width: 10 },
    {
      of: ({ homePrefectureCode: code }) => (code === undefined ? undefined : PREFECTURES_JA[code]),
      read: readPrefecture,
      set: (person, homePrefectureCode) => set(person, { homePrefectureCode }),
    },
  ),
  plain('homeStation', '自宅最寄駅', 14),
  plain('originStation', '出発駅', 14),
  open(
    { headingJa: '片道km', width: 9, format: 'km' },
    {
      of: ({ stationDistance: tenths }) => (tenths === undefined ? undefined : tenths / 10),
      read: readKm,
      set: (person, stationDistance) => set(person, { stationDistance }),
    },
  ),
  open(
    { headingJa: '勤務先の区分', width: 14 },
    {
      of: ({ employment }) => employment && EMPLOYMENT_KIND_JA[employment.kind],
      read: readChoice(EMPLOYMENT_KIND_JA),
      set: (person, kind: EmploymentKind | undefined) =>
        set(person, { employment: kind === undefined ? undefined : { ...person.employment, kind } }),
    },
  ),
  plain('employerName', '勤務先', 22),
  open(
    { headingJa: 'JOC', width: 18 },
    {
      of: ({ jocRole }) => jocRole && JOC_ROLE_JA[jocRole],
      read: readChoice(JOC_ROLE_JA),
      set: (person, jocRole: JocRole | undefined) => set(person, { jocRole }),
    },
  ),
  open(
    { headingJa: '勤務地と会場', width: 14 },
    {
      of: ({ workplaceVenueRelation: own }) => own && WORKPLACE_VENUE_RELATION_JA[own],
      read: readChoice(WORKPLACE_VENUE_RELATION_JA),
      set: (person, workplaceVenueRelation: WorkplaceVenueRelation | undefined) =>
        set(person, { workplaceVenueRelation }),
    },
  ),
];

function plain(field: Plain, headingJa: string, width: number, read = readText): ListField<Staff> {
  return open(
    { headingJa, width },
    { of: (person) => person[field], read, set: (person, value) => set(person, { [field]: value }) },
  );
}

function set(person: Staff, fields: { readonly [K in keyof Staff]?: Staff[K] | undefined }): Staff {
  return without({ ...person, ...fields } as Staff);
}
