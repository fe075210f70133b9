/** 早見 免除: one qualification, one subject, without any course. */
import { type IsoDate, slashDate } from '../../../shared/dates.js';
import { type Level, LEVEL_JA } from '../../../shared/model/case/course.js';
import {
  EXEMPT_SUBJECT_JA,
  type ExemptionEvidence,
  type ExemptionJudgement,
} from '../../../shared/rules/courses/exemptions/judgement.js';
import { judgeExemption } from '../../../shared/rules/courses/exemptions/judge-exemption.js';
import { ANCHOR_JA } from '../../../shared/rules/engine/exemption-rows.js';
import type { Rulebook } from '../../../shared/rules/engine/rulebook.js';
import { dayOf } from '../../../shared/rules/lookup/lookup-case.js';
import { choiceField, type LookupField, Values, YES_NO_UNKNOWN } from './fields.js';
import type { Lookup } from './lookup.js';

const STATUS_JA = {
  held: '持っている',
  studying: '受講中',
  expected: '取得見込み',
  expectedCertificate: '修了見込み証明書',
} as const;

function baseFields(values: Values, book: Rulebook): LookupField[] {
  const subject = values.choice('subject', EXEMPT_SUBJECT_JA);
  const level = levelOf(values);
  const competition = values.texts['competition']?.trim() ?? '';
  const { common, specialty } = book.exemptions;
  const own = specialty.filter((row) => competition === '' || row.competition === competition);
  return [
    choiceField('subject', '免除を受ける科目', EXEMPT_SUBJECT_JA),
    ...(subject === 'specialty'
      ? [
          choiceField('level', '目指す資格', LEVEL_JA),
          {
            key: 'competition',
            label: '競技',
            kind: 'text',
            suggestions: specialty.map((row) => row.competition),
            required: true,
          } as const,
        ]
      : []),
    {
      key: 'qualification',
      label: '持っている資格',
      kind: 'text',
      suggestions: subject === 'specialty' ? own.flatMap((row) => row[level]) : common.map((row) => row.qualification),
      required: true,
    },
    choiceField('status', '今の状態', STATUS_JA),
    {
      key: 'applied',
      label: '免除申請日',
      kind: 'date',
      note: `空欄なら ${slashDate(dayAsked(values, book))} として見ます`,
    },
  ];
}

/** 共通科目Ⅰ belongs to コーチ1, 共通科目Ⅱ to コーチ2; only 専門科目 has to be asked for. */
function levelOf(values: Values): Level {
  const subject = values.choice('subject', EXEMPT_SUBJECT_JA);
  if (subject === 'specialty') return values.choice('level', LEVEL_JA);
  return subject === 'common1' ? 'coach1' : 'coach2';
}

/** Today, or a day in the middle of the year of an older or a later book. */
function dayAsked({ today }: Values, book: Rulebook): IsoDate {
  return book.from <= today && today <= book.to ? today : dayOf({ book });
}

/** What the row of the list looks at besides. */
function rowFields({ row: placed }: ExemptionJudgement): LookupField[] {
  if (!placed) return [];
  const { validity } = placed.row;
  const anchors = 'anchor' in validity ? validity.anchor : [];
  const extra = placed.table === 'specialty' ? placed.row.extra?.kind : undefined;
  return [
    ...(validity.kind === 'withinExpiry' ? [{ key: 'expiryDate', label: '有効期限', kind: 'date' } as const] : []),
    ...anchors.map((anchor) => ({ key: anchor, label: ANCHOR_JA[anchor], kind: 'date' }) as const),
    ...(validity.kind === 'fiscalYearsAfter'
      ? [{ key: 'acquired', label: '取得した年度', kind: 'number', unit: '年度', least: 2000, most: 2100 } as const]
      : []),
    ...(extra === 'yearInNumber'
      ? [{ key: 'certificateNo', label: '証の番号', kind: 'text', suggestions: [] } as const]
      : []),
    ...(extra === 'classField'
      ? [{ key: 'classField', label: '証のCLASS欄', kind: 'text', suggestions: [] } as const]
      : []),
    ...(extra === 'experience' ? [{ key: 'experience', label: '指導をした日', kind: 'date' } as const] : []),
    ...(extra === 'renewalInProgress' ? [choiceField('renewal', '更新の手続き中', YES_NO_UNKNOWN)] : []),
    choiceField('copy', '証の写し', { unknown: '分からない', yes: 'ある', no: 'ない' }),
    { key: 'confirmed', label: '団体に確かめた日', kind: 'date' },
  ];
}

function fields(values: Values, book: Rulebook): LookupField[] {
  const base = baseFields(values, book);
  // A reading of its own: asking which fields matter must not count as an answer.
  const first = judge(new Values(values.texts, values.year, values.today).read(base), book);
  return [...base, ...rowFields(first)];
}

function judge(values: Values, book: Rulebook): ExemptionJudgement {
  const evidence: ExemptionEvidence = {
    qualificationJa: values.text('qualification') ?? '？',
    status: values.choice('status', STATUS_JA),
    ...known('expiryDate', values.text('expiryDate')),
    ...known('completedOn', values.text('completedOn')),
    ...known('certifiedOn', values.text('certifiedOn')),
    ...known('issuedOn', values.text('issuedOn')),
    ...known('acquiredFiscalYear', values.number('acquired')),
    ...known('certificateNo', values.text('certificateNo')),
    ...known('classField', values.text('classField')),
    ...known('coachingExperienceOn', values.text('experience')),
    ...known('renewalInProgress', values.yesNo('renewal')),
    ...known('copyAttached', values.yesNo('copy')),
    ...known('confirmedWithOrgOn', values.text('confirmed')),
  };
  const subject = values.choice('subject', EXEMPT_SUBJECT_JA);
  return judgeExemption(
    evidence,
    {
      subject,
      level: levelOf(values),
      appliedOn: values.text('applied') ?? dayAsked(values, book),
      ...(subject === 'specialty' ? { competition: values.text('competition') } : {}),
    },
    book,
  );
}

function known<K extends string, V>(key: K, value: V | undefined): { readonly [P in K]?: V } {
  return value === undefined ? {} : ({ [key]: value } as { [P in K]: V });
}

export const EXEMPTION_LOOKUP: Lookup = {
  id: 'exemption',
  ja: '免除',
  fields,
  answer: (values, book) => ({ kind: 'exemption', judgement: judge(values, book) }),
};
