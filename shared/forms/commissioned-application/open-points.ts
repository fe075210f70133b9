/** What is still open before an application: blanks of the papers, findings, and papers that nothing else speaks of. */
import type { Line } from '../../model/case/lines/line.js';
import type { Finding } from '../../rules/engine/finding.js';
import type { Severity } from '../../rules/engine/verdict.js';
import { reasonsOf } from '../../rules/marks.js';
import type { Paper } from '../paper.js';
import { numbersJa } from '../voucher-words.js';

export type Weight = Severity;
export const WEIGHT_JA = { error: '要対応', warning: '確認', info: '参考' } as const satisfies Record<Weight, string>;
const ORDER: Readonly<Record<Weight, number>> = { error: 0, warning: 1, info: 2 };

export type Open = {
  readonly kindJa: '記入' | '期限' | '書類' | '金額' | '要件' | '要確認';
  readonly weight: Weight;
  readonly ja: string;
  /** Empty for a blank of a paper. */
  readonly ruleId: string;
  /** Sheet and line numbers, or names. */
  readonly placeJa: string;
  /** Settled by an approval on record. */
  readonly isDone: boolean;
};

/** What weighs most first; equal ones as the papers have them. */
export function openPoints(paper: Paper): Open[] {
  const all = [...blanks(paper), ...found(paper), ...missingPapers(paper)];
  return all.sort((a, b) => Number(a.isDone) - Number(b.isDone) || ORDER[a.weight] - ORDER[b.weight]);
}

/** Fields of 講習会実施申請書 that are still empty. */
function blanks({ facts }: Paper): Open[] {
  const { organization, course } = facts;
  const needed: readonly (readonly [isThere: boolean, ja: string, placeJa: string])[] = [
    [hasText(organization.representative), '団体代表者の職氏名', '講習会実施申請書'],
    [hasText(organization.contactName), '担当者', '各シートの見出し'],
    [hasText(organization.tel), '電話番号', '各シートの見出し'],
    [hasText(organization.address), '団体の所在地', '講習会実施申請書'],
    [course.applicationSentOn !== undefined, '提出日', '講習会実施申請書'],
    [course.recruitStart !== undefined && course.recruitEnd !== undefined, '募集期間', '講習会実施申請書'],
    [facts.venues.length > 0, '会場', '講習会実施申請書'],
    [facts.sessions.length > 0, '日程', '日程表'],
    [facts.curriculum.length > 0, '実施要領の科目', '科目別時間数'],
    [facts.staff.length > 0, '講師等', '講師等名簿'],
    [facts.enrolled.length > 0, '受講者', '受講者名簿'],
  ];
  return needed
    .filter(([isThere]) => !isThere)
    .map(([, ja, placeJa]) => ({
      kindJa: '記入',
      weight: 'warning',
      ja: `${ja}が入力されていません`,
      ruleId: '',
      placeJa,
      isDone: false,
    }));
}

function hasText(text: string | undefined): boolean {
  return (text ?? '').trim() !== '';
}

/** The findings that ask for something or were approved; the same words about several places make one row. */
function found(paper: Paper): Open[] {
  const { decision } = paper;
  const all = [...decision.findings, ...decision.lines.flatMap(reasonsOf)];
  const groups = new Map<string, Finding[]>();
  for (const finding of all) {
    if (finding.severity === 'info' && !finding.approved) continue;
    const key = `${finding.ruleId} ${finding.messageJa}`;
    groups.set(key, [...(groups.get(key) ?? []), finding]);
  }
  return [...groups.values()].flatMap((findings): Open[] => {
    const [first] = findings;
    if (!first) return [];
    return [
      {
        kindJa: kindOf(first),
        weight: first.severity,
        ja: first.messageJa,
        ruleId: first.ruleId,
        placeJa: placesJa(findings, paper),
        isDone: first.approved,
      },
    ];
  });
}

function kindOf({ ruleId, provisional, cut, needsConfirmation }: Finding): Open['kindJa'] {
  if (/-DL-|-TIM-/u.test(ruleId)) return '期限';
  if ((provisional ?? 0) > 0 || /-VCH-/u.test(ruleId)) return '書類';
  if ((cut ?? 0) > 0) return '金額';
  return needsConfirmation ? '要確認' : '要件';
}

/** The sheet with the numbers of the lines, or with the names of the people. */
function placesJa(findings: readonly Finding[], paper: Paper): string {
  const { facts } = paper;
  const lines = findings.flatMap(({ place }) => facts.line(place.line ?? '') ?? []);
  const people = findings.flatMap(({ place }) => nameOf(place.person, paper));
  if (lines.length > 0) return linePlacesJa(lines, paper);
  if (people.length > 0) return `${people[0]?.sheet ?? ''}　${[...new Set(people.map(({ name }) => name))].join('、')}`;
  return sheetOfRule(findings[0]?.ruleId ?? '');
}

/** 謝金・旅費支払明細A 1-02、1-05 */
function linePlacesJa(lines: readonly Line[], { numberOf }: Paper): string {
  const bySheet = new Map<string, Line[]>();
  for (const line of lines) bySheet.set(sheetOf(line), [...(bySheet.get(sheetOf(line)) ?? []), line]);
  return [...bySheet]
    .map(([sheet, own]) => `${sheet}\n${numbersJa([...new Set(own.map(({ id }) => numberOf(id)))], { most: 6 })}`)
    .join('\n');
}

function sheetOf(line: Line): string {
  if (line.account === 'honorarium') return '謝金・旅費支払明細A';
  if (line.account === 'travel') return '謝金・旅費支払明細B';
  return line.kind === 'transferFee' ? '振込手数料明細' : '経費内訳';
}

function nameOf(id: string | undefined, { facts }: Paper): { sheet: string; name: string }[] {
  if (id === undefined) return [];
  const own = facts.enrolled.find(({ participant }) => participant.id === id);
  if (own) return [{ sheet: '受講者名簿', name: own.participant.nameJa }];
  const person = facts.person(id);
  return person ? [{ sheet: '講師等名簿', name: person.nameJa }] : [];
}

const SHEETS: readonly (readonly [prefix: string, sheet: string])[] = [
  ['APP-CUR', '日程表'],
  ['IMP-', '日程表'],
  ['FEE-', '謝金・旅費支払明細A'],
  ['TRV-', '謝金・旅費支払明細B'],
  ['RNT-', '経費内訳'],
  ['PRN-', '経費内訳'],
  ['CON-', '経費内訳'],
  ['COM-', '経費内訳'],
  ['MSC-', '振込手数料明細'],
  ['CLM-', '収支予算書'],
  ['PAY-', '受講料納入内訳'],
  ['ENR-', '受講者名簿'],
];

function sheetOfRule(ruleId: string): string {
  return SHEETS.find(([prefix]) => ruleId.startsWith(prefix))?.[1] ?? '講習会実施申請書';
}

/** Papers that are missing without a rule having spoken of it for their line. */
function missingPapers(paper: Paper): Open[] {
  const missing = new Map<string, { ruleId: string; lines: Line[] }>();
  for (const line of paper.facts.lines) {
    const spoken = new Set((paper.decided.get(line.id)?.findings ?? []).map(({ ruleId }) => ruleId));
    for (const tick of paper.ticksOf(line)) {
      // What is met by words on another paper is asked for by its rule.
      if (tick.isThere || tick.ways.length === 0 || tick.ruleIds.some((id) => spoken.has(id))) continue;
      const known = missing.get(tick.labelJa) ?? { ruleId: tick.ruleIds[0] ?? '', lines: [] };
      missing.set(tick.labelJa, { ...known, lines: [...known.lines, line] });
    }
  }
  return [...missing].map(([labelJa, { ruleId, lines }]) => ({
    kindJa: '書類',
    weight: 'warning',
    ja: `${labelJa}がありません`,
    ruleId,
    placeJa: linePlacesJa(lines, paper),
    isDone: false,
  }));
}
