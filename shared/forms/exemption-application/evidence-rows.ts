/** 免除の根拠 of a course, by the competition that each is used for. */
import type { Exemption } from '../../model/case/exemption.js';
import type { Participant } from '../../model/case/participant.js';
import type { JudgedExemption } from '../../rules/courses/exemptions/judged-exemption.js';
import { folded } from '../../text.js';
import type { Paper } from '../paper.js';

export type Evidence = {
  readonly exemption: Exemption;
  readonly participant: Participant;
  readonly judged: JudgedExemption;
  /** True where the same person brings evidence for 共通科目 and for 専門科目. */
  readonly isForBoth: boolean;
};

export type EvidenceGroup = {
  /** Undefined while it is not known. */
  readonly competitionJa: string | undefined;
  readonly evidence: readonly Evidence[];
};

/** Every evidence with its judgement, the pieces of one person together, people in the order of their first piece. */
function evidenceOf({ facts, decision }: Paper): Evidence[] {
  const judgedById = new Map(decision.exemptions.map((own) => [own.id, own]));
  const kinds = new Map<string, Set<'specialty' | 'common'>>();
  const order = [...new Set(facts.heldExemptions.map(({ participant }) => participant.id))];
  for (const { exemption, participant } of facts.heldExemptions) {
    const own = kinds.get(participant.id) ?? new Set();
    kinds.set(participant.id, own.add(exemption.subject === 'specialty' ? 'specialty' : 'common'));
  }
  return facts.heldExemptions
    .flatMap(({ exemption, participant }) => {
      const judged = judgedById.get(exemption.id);
      return judged ? [{ exemption, participant, judged, isForBoth: kinds.get(participant.id)?.size === 2 }] : [];
    })
    .sort((a, b) => order.indexOf(a.participant.id) - order.indexOf(b.participant.id));
}

/**
 * One group per competition, in the order of their first evidence. 共通科目 go with the competition of the person's
 * 専門科目; one group without evidence where there is none.
 */
export function evidenceGroups(paper: Paper): EvidenceGroup[] {
  const all = evidenceOf(paper);
  const course = paper.facts.course.competition?.nameJa;
  const bySpecialty = new Map<string, string>();
  for (const own of all) {
    const name = ownCompetition(own);
    if (name !== undefined && !bySpecialty.has(own.participant.id)) bySpecialty.set(own.participant.id, name);
  }
  const groups = new Map<string, EvidenceGroup>();
  for (const own of all) {
    const competitionJa = ownCompetition(own) ?? bySpecialty.get(own.participant.id) ?? course;
    const key = folded(competitionJa ?? '');
    const known = groups.get(key) ?? { competitionJa, evidence: [] };
    groups.set(key, { ...known, evidence: [...known.evidence, own] });
  }
  return groups.size === 0 ? [{ competitionJa: course, evidence: [] }] : [...groups.values()];
}

/** As recorded with the evidence, or that of its row of the list. */
function ownCompetition({ exemption, judged }: Evidence): string | undefined {
  if (exemption.competitionJa !== undefined) return exemption.competitionJa;
  return judged.row?.table === 'specialty' && exemption.tableRowNo !== undefined
    ? judged.row.row.competition
    : undefined;
}
