/** One question about one evidence, as 早見 and the panel of a 受講者 ask it: without any course. */
import { describe, expect, test } from 'vitest';
import { rulebook } from '../../electron/rulebooks.js';
import { check } from '../../shared/rules/check.js';
import { judgeExemption } from '../../shared/rules/courses/exemptions/judge-exemption.js';
import type { ExemptionEvidence, ExemptionQuestion } from '../../shared/rules/courses/exemptions/judgement.js';
import { MissingFigure } from '../../shared/rules/engine/figure.js';
import { openRulebook, type Rulebook } from '../../shared/rules/engine/rulebook.js';
import { FIGURES } from '../../shared/rules/figures.js';
import { caseFrom } from '../support/cases.js';

const book = rulebook('R3');
const appliedOn = '2021-08-01';
const common1: ExemptionQuestion = { level: 'coach1', subject: 'common1', appliedOn };
const common2: ExemptionQuestion = { level: 'coach2', subject: 'common2', appliedOn };
const specialty = (competition: string, day = appliedOn): ExemptionQuestion => ({
  level: 'coach1',
  subject: 'specialty',
  competition,
  appliedOn: day,
});
const held = (qualificationJa: string, own: Partial<ExemptionEvidence> = {}): ExemptionEvidence => ({
  qualificationJa,
  copyAttached: true,
  ...own,
});

describe('until which day it holds', () => {
  test.each([
    ['the expiry', held('コーチ2', { expiryDate: '2023-03-31' }), common2, '2023-03-31'],
    ['the expiry that has passed', held('コーチ2', { expiryDate: '2021-03-31' }), common2, '2021-03-31'],
    ['no limit', held('スポーツリーダー'), common1, undefined],
    ['not known', held('コーチ2'), common2, undefined],
    [
      'the day before the anniversary',
      held('日本バレーボール協会専門科目修了者', { certifiedOn: '2020-02-29' }),
      specialty('バレーボール'),
      '2024-02-28',
    ],
    [
      'the end of the fiscal year',
      held('全日本空手道連盟専門科目修了者', { completedOn: '2021-04-01' }),
      specialty('空手道'),
      '2022-03-31',
    ],
    [
      'the end of the fourth fiscal year after',
      held('準指導員証', { acquiredFiscalYear: 2019 }),
      specialty('ソフトボール'),
      '2024-03-31',
    ],
  ])('%s', (_name, evidence, question, until) => {
    expect(judgeExemption(evidence, question, book).validUntil).toBe(until);
  });
});

test('of the fourth year is spoken only in it: on the anniversary and later the validity alone speaks', () => {
  const said = (certifiedOn: string): number =>
    judgeExemption(
      held('全日本剣道連盟社会体育指導員', { certifiedOn }),
      specialty('剣道', '2021-06-01'),
      book,
    ).reasons.filter(({ messageJa }) => messageJa.includes('4年目に当たる')).length;
  expect(['2018-06-02', '2018-06-01', '2017-06-02', '2017-06-01', '2017-05-31'].map(said)).toEqual([0, 1, 1, 0, 0]);
});

describe('who must be asked', () => {
  test.each([
    ['of the row', held('全日本銃剣道連盟専門科目修了者'), specialty('銃剣道'), '全日本銃剣道連盟'],
    [
      'nobody once the answer is recorded',
      held('全日本銃剣道連盟専門科目修了者', { confirmedWithOrgOn: '2021-07-01' }),
      specialty('銃剣道'),
      undefined,
    ],
    [
      'the federation where the row names nobody',
      held('全日本弓道連盟専門科目修了者', { certifiedOn: '2017-08-01' }),
      specialty('弓道'),
      '中央競技団体',
    ],
    ['for an expiry that only it knows', held('スキー指導員'), specialty('スキー'), '都道府県スキー連盟'],
    ['nobody for what is only not recorded', held('コーチ2'), common2, undefined],
  ])('%s', (_name, evidence, question, body) => {
    expect(judgeExemption(evidence, question, book).confirmWith).toBe(body);
  });
});

describe('papers', () => {
  const cheer = { level: 'coach2', subject: 'specialty', competition: 'チアリーディング', appliedOn } as const;
  const experience = '定められた講習会での指導経験を証明する書類';

  test.each([
    ['all there', held('健康運動指導士', { expiryDate: '2022-03-31' }), common2, []],
    ['the copy', { qualificationJa: '健康運動指導士', expiryDate: '2022-03-31' }, common2, ['登録証(写)']],
    ['none for what is not in the list', { qualificationJa: '気象予報士' }, common2, []],
    ['none for what has expired', { qualificationJa: '健康運動指導士', expiryDate: '2021-07-31' }, common2, []],
    ['none while it is not acquired', { qualificationJa: '健康運動指導士', status: 'studying' as const }, common2, []],
    ['the experience', held('指導者資格Class I', { expiryDate: '2022-03-31' }), cheer, [experience]],
    [
      'the copy and the experience',
      { qualificationJa: '指導者資格Class I', expiryDate: '2022-03-31' },
      cheer,
      ['資格証等の写し', experience],
    ],
  ])('still to be brought: %s', (_name, evidence, question, papers) => {
    expect(judgeExemption(evidence, question, book).missingPapersJa).toEqual(papers);
  });

  test('of the row, whether there or not', () => {
    expect(judgeExemption(held('指導者資格Class I'), cheer, book).papersJa).toEqual(['資格証等の写し', experience]);
    expect(judgeExemption(held('指導者資格Class I'), { ...cheer, level: 'coach1' }, book).papersJa).toEqual([
      '資格証等の写し',
    ]);
    expect(judgeExemption(held('健康運動指導士'), common1, book).papersJa).toEqual(['登録証(写)']);
  });
});

test('the row speaks first, and always', () => {
  for (const copyAttached of [true, false, undefined]) {
    const evidence = { qualificationJa: 'コーチ1', expiryDate: '2022-03-31', copyAttached };
    expect(judgeExemption(evidence, common1, book).reasons[0]?.ruleId).toBe('EXM-COM-03');
  }
});

test('a hint is given for a name that is near, and none for one that is not', () => {
  const remedies = (name: string) =>
    judgeExemption(held(name), common1, book).reasons.map(({ remedyJa }) => remedyJa ?? '');
  expect(remedies('水泳コーチ2').join()).toContain('一覧の「コーチ2」のことであれば');
  expect(remedies('気象予報士').join()).not.toContain('のことであれば');
});

test('the excluded qualifications are cited from the book, and doubted where the book does not name them', () => {
  expect(judgeExemption(held('スポーツドクター'), common1, book).citations.map(({ key }) => key)).toEqual([
    'exemption.excludedQualifications',
  ]);
  const hole: Rulebook = {
    ...book,
    read: (key, day) => {
      throw new MissingFigure(key, day);
    },
  };
  expect(judgeExemption(held('スポーツリーダー'), common1, hole).result).toBe('needsConfirmation');
});

test("next year's list needs no code: another row, another number, another validity", () => {
  const file = structuredClone(book.file);
  const model = file.exemptions.specialty.find(({ no }) => no === 5);
  if (!model) throw new Error('no row 5');
  file.exemptions.specialty.push({
    ...model,
    no: 31,
    competition: 'カバディ',
    coach1: ['日本カバディ協会指導員'],
    at: '専門科目免除一覧 No.31',
    validity: { kind: 'yearsFrom', years: 2, anchor: ['issuedOn'] },
  });
  const next = openRulebook(file, FIGURES);
  const evidence = held('日本カバディ協会指導員', { issuedOn: '2020-01-10' });
  expect(judgeExemption(evidence, specialty('カバディ', '2022-01-09'), next)).toMatchObject({
    result: 'exempt',
    ruleId: 'EXM-SPC-31',
    validUntil: '2022-01-09',
  });
  const value = caseFrom('exemptions', {
    course: { competition: { nameJa: 'カバディ' } },
    exemptions: [{ id: 'X1', qualificationJa: '日本カバディ協会指導員', issuedOn: '2020-01-10' }],
  });
  expect(
    check(value, next).findings.some(
      ({ ruleId, sourceJa }) => `${ruleId} ${sourceJa}` === 'EXM-SPC-31 専門科目免除一覧 No.31',
    ),
  ).toBe(true);
  expect(check(value, book).exemptions[0]?.ruleId).toBe('EXM-APP-11');
});
