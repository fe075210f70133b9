/** 委託講習会実施費: so much for each person whose 受講料 was paid; no day is named for it (DEC-51). */
import { grouped, yen } from '../../../money.js';
import type { Subject } from '../../../model/case/course.js';
import type { NumericFigureKey } from '../../figures.js';
import { paidHeads } from '../../settlement.js';
import { type Ask, rule } from '../../engine/rule.js';
import { note, type Verdict } from '../../engine/verdict.js';

/** 専門科目。 */
export const specialtyGrant = rule({
  id: 'PAY-IMP-01',
  clause: '基準要項 11',
  stage: 'settlement',
  on: 'course',
  at: 'report',
  check: (_course, ask) => grantNote('specialty', 'settlement.grant.specialty', ask),
});

/** コーチ2 共通科目Ⅱ。 */
export const common2Grant = rule({
  id: 'PAY-IMP-02',
  clause: '基準要項 11',
  stage: 'settlement',
  on: 'course',
  at: 'report',
  check: (_course, ask) => grantNote('common2', 'settlement.grant.common2', ask),
});

function grantNote(subject: Subject, key: NumericFigureKey, ask: Ask): Verdict | undefined {
  const heads = paidHeads(ask.facts);
  if (!ask.facts.isCommissioned || ask.facts.course.subject !== subject || heads === undefined) return undefined;
  const perHead = ask.limit(key);
  const amount = heads * perHead;
  return note(`委託講習会実施費は${yen(amount)}です（受講料を納めた${heads}名 × ${yen(perHead)}）`, {
    work: [{ labelJa: `${heads}名 × ${grouped(perHead)}`, amount }],
  });
}
