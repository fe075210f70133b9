/** 助手の人数と時間数: one assistant per 科目, and the hours of each. */
import type { Facts } from '../../facts/facts.js';
import type { Ask } from '../../engine/rule.js';
import { rule } from '../../engine/rule.js';
import type { PaidAssignment } from '../../engine/subjects.js';
import { confirm, type Verdict } from '../../engine/verdict.js';
import { type HoursCut, hoursCuts, hoursVerdict, sharedVerdict, unknownHours } from './hours-limit.js';
import { itemJa, minutesRow, namesJa } from './labels.js';
import { byPerson, listedBefore, paidBySubject, placeOf, type PaidSubject } from './paid-by-subject.js';
import { sharedMinutes } from './shared-minutes.js';

/** ≥ 2 助手 in one 科目: at the same time, or one after the other. */
export const furtherAssistant = rule({
  id: 'FEE-AST-03',
  clause: '別表1(1)(2)・基準一覧 1備考',
  stage: 'quantities',
  on: 'paidAssignment',
  override: 'extraAssistant',
  check(paid, ask) {
    const helping = ask.derive(assistantsOfSubjects).get(paid);
    if (!helping) return undefined;
    if (helping.shared > 0) return beside(paid, helping, ask.facts);
    return helping.takesTurns ? inTurn(paid, helping) : undefined;
  },
});

/** Minutes of one 助手 in one 科目. */
export const assistantHours = rule({
  id: 'FEE-AST-06',
  clause: '別表1(2)備考',
  stage: 'quantities',
  on: 'paidAssignment',
  check(paid, ask) {
    const helping = ask.derive(assistantsOfSubjects).get(paid);
    if (!helping) return undefined;
    if (!helping.subject.item) return unknownHours();
    return helping.hours && hoursVerdict(paid, helping.hours, `助手${paid.person.nameJa}`);
  },
});

type Helping = {
  readonly subject: PaidSubject;
  /** Minutes beside 助手 listed before. */
  readonly shared: number;
  readonly hours: HoursCut | undefined;
  /** The 担当 with which a further 助手 enters the 科目 without ever standing beside another. */
  readonly takesTurns: boolean;
};

function assistantsOfSubjects(ask: Ask): ReadonlyMap<PaidAssignment, Helping> {
  const all = new Map<PaidAssignment, Helping>();
  const isAssistant = ({ line, session }: PaidAssignment): boolean =>
    line.role === 'assistant' && session !== undefined && session.format !== null;
  for (const subject of paidBySubject(ask, isAssistant)) {
    const shared = sharedMinutes(subject.entries);
    const counted = (paid: PaidAssignment): number =>
      paid.minutes - (mayStandBeside(paid, ask) ? 0 : (shared.get(paid) ?? 0));
    [...byPerson(subject.entries).values()].forEach((own, index) => {
      const hours = subject.item ? hoursCuts(own, subject.item, counted) : new Map<PaidAssignment, HoursCut>();
      const isNewcomer = index > 0 && own.every((paid) => !shared.has(paid));
      own.forEach((paid, position) =>
        all.set(paid, {
          subject,
          shared: shared.get(paid) ?? 0,
          hours: hours.get(paid),
          takesTurns: isNewcomer && position === 0,
        }),
      );
    });
  }
  return all;
}

function mayStandBeside(paid: PaidAssignment, ask: Ask): boolean {
  return hasExtraRequest(paid, ask.facts) || ask.approval('extraAssistant', placeOf(paid)) !== undefined;
}

function hasExtraRequest(paid: PaidAssignment, facts: Facts): boolean {
  return facts.hasPaper(paid.line, 'extraAssistantRequest');
}

function beside(paid: PaidAssignment, { subject, shared }: Helping, facts: Facts): Verdict | undefined {
  const others = listedBefore(paid, subject);
  const who = `${itemJa(subject.item)}には${namesJa(others)}も同じ時刻に助手として入っています`;
  if (hasExtraRequest(paid, facts)) {
    return confirm(`${who}。助手増員願は添付済みです。承認の有無を確かめてください`, {
      work: [...others, paid].map((entry) => minutesRow(entry, entry.minutes, paid)),
      remedyJa: '承認の日付・相手・方法を承認記録に入れます',
    });
  }
  return sharedVerdict(paid, shared, {
    messageJa: `${who}。助手は原則1科目1名のため、後に記載の${paid.person.nameJa}の重なる時間は対象になりません`,
    remedyJa: '助手増員願をこの明細に添付するか、承認記録を残すと対象に戻ります',
    others,
  });
}

function inTurn(paid: PaidAssignment, { subject }: Helping): Verdict {
  const others = listedBefore(paid, subject);
  return confirm(
    `${itemJa(subject.item)}の助手が${namesJa(others)}から${paid.person.nameJa}へ交代しています。助手は原則1科目1名です。交代の理由を確かめてください`,
    {
      work: [...others, paid].map((entry) => minutesRow(entry, entry.minutes, paid)),
      remedyJa: '交代の理由を説明できるようにします。日本スポーツ協会に認められたときは、承認記録を残します',
    },
  );
}
