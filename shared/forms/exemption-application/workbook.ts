/** W6 免除・代理申請: the evidence of a course by competition, the applications made for others, and a page per person. */
import type { Facts } from '../../rules/facts/facts.js';
import { checklistSheet } from '../checklist/checklist-sheet.js';
import { metaSheet } from '../header.js';
import { courseNameJa, paperOf, type PaperInput } from '../paper.js';
import type { Workbook } from '../sheet.js';
import { workbookName } from '../workbook-name.js';
import { evidenceList } from './evidence-list.js';
import { type EvidenceGroup, evidenceGroups } from './evidence-rows.js';
import { personChecks } from './person-checks.js';
import { proxyLists } from './proxy-list.js';

/** Whether a course holds evidence of 免除 or applications for it. */
export function hasExemptions({ case: value }: Facts): boolean {
  return (value.exemptions ?? []).length > 0 || (value.exemptionApplications ?? []).length > 0;
}

export function exemptionApplication(input: PaperInput): Workbook {
  const paper = paperOf(input);
  const meta = metaSheet(input);
  const groups = evidenceGroups(paper);
  const names = sheetNames(groups);
  const drafts = [
    checklistSheet(paper, 'exemptions'),
    ...groups.map((group, index) => evidenceList(paper, group, names[index] ?? LIST)),
    ...proxyLists(paper),
    ...personChecks(paper, groups),
    meta.draft,
  ];
  return {
    name: workbookName(input, ['免除']),
    sheets: drafts.map((draft) => draft.finish()),
    names: meta.names,
    foot: { organizationJa: input.facts.organization.contractName, courseJa: courseNameJa(input.facts) },
    madeOn: input.facts.asOf,
  };
}

const LIST = '免除申請書類一覧';
/** Longest name of a sheet; a number may follow. */
const LONGEST = 28;
const NOT_IN_NAMES = /[[\]:*?/\\']/gu;

/** One name per group: the list alone, or with its competition; never the same twice. */
function sheetNames(groups: readonly EvidenceGroup[]): string[] {
  if (groups.length === 1) return [LIST];
  const taken = new Set<string>();
  return groups.map(({ competitionJa }) => {
    const plain = `免除書類（${(competitionJa ?? '競技未定').replace(NOT_IN_NAMES, '＿')}）`.slice(0, LONGEST);
    let name = plain;
    for (let serial = 2; taken.has(name.toLowerCase()); serial += 1) name = `${plain}${serial}`;
    taken.add(name.toLowerCase());
    return name;
  });
}
