/** 免除の根拠: what holds for evidence whatever its row (EXM-APP-01 to -04, -10 to -12). */
import { type Rule, rule } from '../../engine/rule.js';
import { BASIC_CLAUSES } from './basic-reasons.js';
import { reasonVerdicts } from './reason-verdicts.js';

/** 共通科目の免除から除かれる資格: the names are cited. */
const excludedQualification = rule({
  id: 'EXM-APP-03',
  clause: BASIC_CLAUSES['EXM-APP-03'],
  stage: 'exemptions',
  on: 'exemption',
  check(held, ask) {
    const verdicts = reasonVerdicts('EXM-APP-03', held, ask);
    if (verdicts.length > 0) ask.figure('exemption.excludedQualifications');
    return verdicts;
  },
});

const SPOKEN_BY_THE_JUDGEMENT = [
  'EXM-APP-01',
  'EXM-APP-02',
  'EXM-APP-04',
  'EXM-APP-10',
  'EXM-APP-11',
  'EXM-APP-12',
] as const;

/** 写し・取得済みか・団体の決まり・期限・一覧・競技: each says what the judgement of an evidence found under its ID. */
export const EVIDENCE_RULES: readonly Rule[] = [
  ...SPOKEN_BY_THE_JUDGEMENT.map((id) =>
    rule({
      id,
      clause: BASIC_CLAUSES[id],
      stage: 'exemptions',
      on: 'exemption',
      check: (held, ask) => reasonVerdicts(id, held, ask),
    }),
  ),
  excludedQualification,
];
