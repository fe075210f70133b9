/** What is still open before a paper leaves: its blanks, findings, and 証憑 that nothing else speaks of. */
import type { Line } from '../../model/case/lines/line.js';
import type { Finding } from '../../rules/engine/finding.js';
import { reasonsOf } from '../../rules/marks.js';
import { type Paper, type PaperInput, paperOf } from '../paper.js';
import { numbersJa } from '../voucher-words.js';
import { blankPoints } from './blanks.js';
import { type Checklist, type ChecklistId, CHECKLISTS } from './checklists.js';
import type { Open, OpenPlace, Weight } from './open-point.js';
import { byPrefix, screenOfRule } from './places-of-rules.js';

const ORDER: Readonly<Record<Weight, number>> = { error: 0, warning: 1, info: 2 };

/** {@link openPoints} of a case that no workbook has been begun for. */
export function openPointsOf(id: ChecklistId, input: PaperInput): Open[] {
  return openPoints(paperOf(input), id);
}

/** What weighs most first; equal ones as the papers have them, what an approval settled last. */
export function openPoints(paper: Paper, id: ChecklistId): Open[] {
  const list: Checklist = CHECKLISTS[id];
  const all = [
    ...blankPoints(list.blanks, paper.facts, list.formJa),
    ...found(paper, list),
    ...(list.hasLines ? missingPapers(paper) : []),
    ...(list.always ?? []),
  ];
  return all.sort((a, b) => Number(a.isDone) - Number(b.isDone) || ORDER[a.weight] - ORDER[b.weight]);
}

/** The findings that ask for something or were approved; the same words about several places make one row. */
function found(paper: Paper, list: Checklist): Open[] {
  const groups = new Map<string, Finding[]>();
  for (const finding of spokenOf(paper, list)) {
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
        placeJa: placesJa(findings, paper, list),
        isDone: first.approved,
        at: screenOf(first, paper),
      },
    ];
  });
}

/** The findings that concern the paper. */
function spokenOf({ decision }: Paper, { only, never, hasLines }: Checklist): Finding[] {
  const begins = ({ ruleId }: Finding, prefixes: readonly string[]): boolean =>
    prefixes.some((prefix) => ruleId.startsWith(prefix));
  const all = [...decision.findings, ...(hasLines || only !== undefined ? decision.lines.flatMap(reasonsOf) : [])];
  return all.filter((finding) => (only === undefined || begins(finding, only)) && !begins(finding, never ?? []));
}

/** The screen on which the finding is mended. */
function screenOf({ ruleId, place }: Finding, { facts }: Paper): OpenPlace {
  if (place.line !== undefined) return { screen: 'claims', line: place.line };
  if (place.person === undefined) return screenOfRule(ruleId);
  const isStaff = facts.person(place.person) !== undefined;
  return { screen: isStaff ? 'staff' : 'participants', person: place.person };
}

function kindOf({ ruleId, provisional, cut, needsConfirmation }: Finding): Open['kindJa'] {
  if (/-DL-|-TIM-/u.test(ruleId)) return '期限';
  if ((provisional ?? 0) > 0 || /-VCH-/u.test(ruleId)) return '書類';
  if ((cut ?? 0) > 0) return '金額';
  return needsConfirmation ? '要確認' : '要件';
}

/** The sheet with the numbers of the lines, or with the names of the people. */
function placesJa(findings: readonly Finding[], paper: Paper, list: Checklist): string {
  const { facts } = paper;
  const lines = findings.flatMap(({ place }) => facts.line(place.line ?? '') ?? []);
  const people = findings.flatMap(({ place }) => nameOf(place.person, paper));
  if (lines.length > 0) return linePlacesJa(lines, paper);
  if (people.length > 0) return `${people[0]?.sheet ?? ''}　${[...new Set(people.map(({ name }) => name))].join('、')}`;
  return byPrefix(findings[0]?.ruleId ?? '', list.sheets) ?? list.formJa;
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
    ...(lines[0] === undefined ? {} : { at: { screen: 'claims', line: lines[0].id } as const }),
  }));
}
