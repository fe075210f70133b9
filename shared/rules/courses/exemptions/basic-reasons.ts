/** 免除の共通ルール: what holds for evidence of any row: the copy, 取得済みか, the name, the competition. */
import { sameName } from '../../../text.js';
import type { ExemptionEvidence, ExemptionQuestion, ExemptionReason } from './judgement.js';
import { isAmong, sameQualification } from './names.js';
import { columnJa, type Placement } from './placement.js';

/** Clauses of the general rules, by their IDs. */
export const BASIC_CLAUSES = {
  'EXM-APP-01': '2.注意',
  'EXM-APP-02': '2.注意',
  'EXM-APP-03': '2.(2-1)(2-2)①',
  'EXM-APP-04': '2.※専門科目',
  'EXM-APP-10': '共通科目・専門科目免除一覧',
  'EXM-APP-11': '共通科目・専門科目免除一覧',
  'EXM-APP-12': '専門科目免除一覧',
} as const;
type BasicRuleId = keyof typeof BASIC_CLAUSES;

type Basis = {
  /** The qualifications of EXM-APP-03; undefined where the book does not name them. */
  readonly excluded: readonly string[] | undefined;
  /** The paper that the row asks for. */
  readonly copyJa: string;
};

/** What the general rules have to say. */
export function basicReasons(
  evidence: ExemptionEvidence,
  question: ExemptionQuestion,
  placement: Placement,
  { excluded, copyJa }: Basis,
): ExemptionReason[] {
  const isListed = placement.match === 'listed' || placement.match === 'confirmed';
  return [
    ...(isListed ? copy(evidence, copyJa) : []),
    ...status(evidence, placement),
    ...(question.subject === 'specialty' ? [] : excludedName(evidence, excluded)),
    ...(isListed ? [] : notInList(evidence, question, placement)),
    ...competition(question, placement),
    ...(isListed ? ownRules(evidence, question, placement) : []),
  ];
}

function copy({ copyAttached }: ExemptionEvidence, copyJa: string): ExemptionReason[] {
  if (copyAttached === true) return [];
  const remedyJa = '写しを受け取り、「写しを受け取った」に印を付けます';
  return copyAttached === false
    ? [refused('EXM-APP-01', `${copyJa}がないため、まだ免除できません`, remedyJa)]
    : [open('EXM-APP-01', `${copyJa}がそろっているか分かりません`, remedyJa)];
}

const STATUS_JA = { studying: '受講中', expected: '取得見込み', expectedCertificate: '修了見込み証明書' } as const;

/** 修了見込み証明書 is taken only for the qualification of a row that says so, not for what is taken in its place. */
function status({ status: own, qualificationJa }: ExemptionEvidence, { placed }: Placement): ExemptionReason[] {
  if (own === undefined || own === 'held') return [];
  const isTaken =
    own === 'expectedCertificate' &&
    placed?.table === 'common' &&
    placed.row.expectedCertificate === true &&
    sameQualification(qualificationJa, placed.row.qualification);
  if (isTaken) return [];
  return [
    refused(
      'EXM-APP-02',
      `「${STATUS_JA[own]}」では免除できません`,
      '取得してから、登録証・認定証などの写しを受け取ります',
    ),
  ];
}

function excludedName(
  { qualificationJa }: ExemptionEvidence,
  excluded: readonly string[] | undefined,
): ExemptionReason[] {
  const remedyJa = 'ほかの資格があれば、その資格を入れます';
  if (excluded === undefined)
    return [open('EXM-APP-03', '免除から除かれる資格が基準にありません', '基準の「免除」を確かめます')];
  return isAmong(qualificationJa, excluded)
    ? [refused('EXM-APP-03', `「${qualificationJa}」は共通科目の免除から除かれています`, remedyJa)]
    : [];
}

function notInList(
  { qualificationJa }: ExemptionEvidence,
  question: ExemptionQuestion,
  { match, isCompetitionUnknown, placed, similarJa }: Placement,
): ExemptionReason[] {
  if (isCompetitionUnknown && !placed) {
    return [open('EXM-APP-11', '競技が分からないため、専門科目の一覧と照らせません', '資格の競技を入れます')];
  }
  const whyJa =
    match === 'excluded'
      ? `「${qualificationJa}」は${columnJa(question)}の免除資格から除かれています`
      : `「${qualificationJa}」は${columnJa(question)}の免除資格等一覧にありません`;
  const remedyJa =
    similarJa === undefined || match === 'excluded'
      ? '資格の名前を一覧で確かめます。一覧になければ、この科目を受講します'
      : `一覧の「${similarJa}」のことであれば、その名前で入れます。同じ資格か分からないときは団体に確かめます`;
  return [refused('EXM-APP-11', whyJa, remedyJa)];
}

function competition(question: ExemptionQuestion, { placed, isCompetitionUnknown }: Placement): ExemptionReason[] {
  if (placed?.table !== 'specialty') return [];
  const own = placed.row.competition;
  if (isCompetitionUnknown) {
    return [open('EXM-APP-12', `${own}の資格ですが、講習会の競技が分かりません`, '講習会か資格の競技を入れます')];
  }
  if (question.competition === undefined || sameName(own, question.competition)) return [];
  return [
    refused(
      'EXM-APP-12',
      `${own}の資格では、${question.competition}の専門科目を免除できません`,
      `${question.competition}の免除資格があれば、その資格を入れます`,
    ),
  ];
}

function ownRules(
  { confirmedWithOrgOn }: ExemptionEvidence,
  { federationAsked }: ExemptionQuestion,
  { placed }: Placement,
): ExemptionReason[] {
  if (placed?.table !== 'specialty' || federationAsked === true || confirmedWithOrgOn !== undefined) return [];
  const messageJa = `${placed.row.competition}の中央競技団体が、有効期限などを別に定めている場合があります`;
  return [{ ...base('EXM-APP-04'), severity: 'info', messageJa, confirm: false }];
}

function refused(ruleId: BasicRuleId, messageJa: string, remedyJa: string): ExemptionReason {
  return { ...base(ruleId), severity: 'error', messageJa, remedyJa, confirm: false };
}

function open(ruleId: BasicRuleId, messageJa: string, remedyJa: string): ExemptionReason {
  return { ...base(ruleId), severity: 'warning', messageJa, remedyJa, confirm: true };
}

function base(ruleId: BasicRuleId): Pick<ExemptionReason, 'ruleId' | 'sourceJa'> {
  return { ruleId, sourceJa: BASIC_CLAUSES[ruleId] };
}
