/** 助手を置ける講習: 実技 and 指導実習 of a 専門科目; 基礎理論 only with 助手配置願 or approval. */
import { type IsoDate, longDateJa } from '../../../dates.js';
import type { Voucher } from '../../../model/case/voucher.js';
import type { Facts } from '../../facts/facts.js';
import type { Ask } from '../../engine/rule.js';
import { rule } from '../../engine/rule.js';
import type { PaidAssignment } from '../../engine/subjects.js';
import { confirm, note, type Verdict } from '../../engine/verdict.js';
import { excluded, withheld } from './nothing-left.js';

/** 助手 outside 専門科目. */
export const assistantSubject = rule({
  id: 'FEE-AST-02',
  clause: '別表1(2)',
  stage: 'exclusions',
  on: 'paidAssignment',
  check(paid, ask) {
    if (paid.line.role !== 'assistant' || ask.facts.course.subject === 'specialty') return undefined;
    return excluded(paid, ask, {
      messageJa: '助手の謝金は専門科目の講習会だけが対象です。共通科目Ⅱの助手は対象になりません',
      remedyJa: '共通科目Ⅱで教えた方は、講義統括者または講義担当者として計上できるか確かめます',
    });
  },
});

/** 助手 in 基礎理論 (a lecture, or a 科目 marked so): only with 助手配置願 after consultation, or approved. */
export const assistantInTheory = rule({
  id: 'FEE-AST-04',
  clause: '基準一覧 1備考',
  stage: 'exclusions',
  on: 'paidAssignment',
  override: 'assistantInTheory',
  check(paid, ask) {
    // While the 講習形態 is not chosen only FEE-FMT-01 speaks.
    if (paid.line.role !== 'assistant' || paid.session?.format === null) return undefined;
    if (paid.session?.format !== 'lecture' && paid.item?.isBasicTheory !== true) return undefined;
    return ask.facts.isReport ? theoryAtReport(paid, ask) : theoryAtApplication(paid, ask);
  },
});

/** 助手 in アクティブラーニング形式. */
export const assistantInActiveLearning = rule({
  id: 'FEE-AST-05',
  clause: '別表1・基準一覧 1備考',
  stage: 'exclusions',
  on: 'paidAssignment',
  override: 'assistantInTheory',
  check(paid, ask) {
    if (paid.line.role !== 'assistant' || paid.session?.format !== 'activeLearning') return undefined;
    return excluded(paid, ask, {
      messageJa: 'アクティブラーニング形式に助手の単価はありません。講義担当者として入れる担当ではありませんか',
      remedyJa: '役割を講義担当者に改めます。助手の配置が認められているときは、承認記録を残します',
    });
  },
});

/** 助手配置願: with the application, after consultation. */
export const theoryRequestInTime = rule({
  id: 'FEE-AST-07',
  clause: '基準一覧 1備考',
  stage: 'procedure',
  on: 'honorarium',
  at: 'application',
  check(line, ask) {
    if (line.role !== 'assistant') return undefined;
    const requests = ask.facts.papers(line, 'theoryAssistantRequest');
    if (requests.length === 0) return undefined;
    const day = applicationDay(ask.facts);
    const late = requests.find((request) => request.issuedOn !== undefined && request.issuedOn > day);
    const missing = [...(late ? [lateJa(late, day)] : []), ...(hasConsulted(ask.facts) ? [] : [NO_CONSULTATION])];
    if (missing.length === 0) return undefined;
    return confirm(`助手配置願は、事前に相談したうえで申請書と一緒に出します。${missing.join('。')}`, {
      remedyJa: '日本スポーツ協会への相談の記録（日付・相手・方法）と、助手配置願の日付を確かめて入れます',
    });
  },
});

const NO_CONSULTATION = '申請までの相談の記録がありません';

const THEORY = '助手は原則、実技・指導実習だけが対象です';

function theoryAtApplication(paid: PaidAssignment, ask: Ask): Verdict {
  if (!ask.facts.hasPaper(paid.line, 'theoryAssistantRequest')) {
    return excluded(paid, ask, {
      messageJa: `${THEORY}。基礎理論に置くには、事前の相談と助手配置願が必要です`,
      remedyJa: '日本スポーツ協会に相談し、助手配置願をこの明細に添付すると対象に戻ります',
    });
  }
  if (!hasConsulted(ask.facts)) {
    return withheld(paid, ask, {
      messageJa: `${THEORY}。助手配置願は添付済みですが、${NO_CONSULTATION}。記録されるまで保留します`,
      remedyJa: '相談の日付・相手・方法を記録すると、この金額は対象に戻ります',
    });
  }
  return confirm(`${THEORY}。助手配置願と相談の記録があります。承認の有無を確かめてください`, {
    remedyJa: '承認の日付・相手・方法を承認記録に入れます',
  });
}

function theoryAtReport(paid: PaidAssignment, ask: Ask): Verdict {
  const { facts } = ask;
  const inApplication = facts.papers(paid.line, 'theoryAssistantRequest').some((request) => request.phase !== 'report');
  if (inApplication && facts.course.contractOn !== undefined) {
    return note(
      `基礎理論の助手です。助手配置願を含む申請に対して${longDateJa(facts.course.contractOn)}に契約しているため、対象とします`,
    );
  }
  return excluded(paid, ask, {
    messageJa: `${THEORY}。基礎理論の助手は、認められた場合だけ対象です`,
    remedyJa: '承認記録を残すか、申請時に出した助手配置願と委託契約日を入れると対象に戻ります',
  });
}

/** The day up to which a consultation counts as prior. */
function applicationDay(facts: Facts): IsoDate {
  return facts.submittedOn ?? facts.asOf;
}

function hasConsulted(facts: Facts): boolean {
  return (facts.course.jspoContacts ?? []).some((contact) => contact.date <= applicationDay(facts));
}

function lateJa(request: Voucher, day: IsoDate): string {
  return `助手配置願の日付（${longDateJa(request.issuedOn ?? day)}）が申請（${longDateJa(day)}）より後です`;
}
