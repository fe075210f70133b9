/** この答えを写す: question and answer as plain text for a mail or a note. */
import { fiscalYearJa, shortDateJa } from '../../../shared/dates.js';
import { grouped } from '../../../shared/money.js';
import { check } from '../../../shared/rules/check.js';
import { EXEMPTION_RESULT_JA } from '../../../shared/rules/courses/exemptions/judgement.js';
import type { Finding } from '../../../shared/rules/engine/finding.js';
import type { Rulebook } from '../../../shared/rules/engine/rulebook.js';
import { byWeight } from '../../../shared/rules/marks.js';
import { minus } from '../../ui/money-triple.js';
import { answerLines } from './answers.js';
import type { LookupField, Values } from './fields.js';
import type { Lookup, LookupAnswer } from './lookup.js';

type Asked = {
  readonly lookup: Lookup;
  readonly fields: readonly LookupField[];
  readonly values: Values;
  readonly answer: LookupAnswer;
  readonly book: Rulebook;
};

export function answerText({ lookup, fields, values, answer, book }: Asked): string {
  const draft = book.state === 'draft' ? '改訂案' : '基準';
  return [
    `早見 ${lookup.ja}（${fiscalYearJa(book.fiscalYear)}${draft}）`,
    ...fields.flatMap((field) => fieldText(field, values)),
    '',
    ...answerLinesText(answer, book),
  ].join('\r\n');
}

function fieldText(field: LookupField, { texts }: Values): string[] {
  const text = texts[field.key]?.trim() ?? '';
  if (field.kind === 'choice') {
    const chosen = field.choices.find((choice) => choice.value === text) ?? field.choices[0];
    return chosen ? [`${field.label}：${chosen.ja}`] : [];
  }
  const unit = field.kind === 'number' ? field.unit : field.kind === 'km' ? 'km' : '';
  return text === '' ? [] : [`${field.label}：${text}${text.endsWith(unit) ? '' : unit}`];
}

function answerLinesText(answer: LookupAnswer, book: Rulebook): string[] {
  switch (answer.kind) {
    case 'lines': {
      const { totals, explained, papersJa } = answerLines(answer.asked, book);
      const waiting = totals.provisional > 0 ? `　確認待ち ${grouped(totals.provisional)}円` : '';
      return [
        `請求 ${grouped(totals.claimed)}円　対象 ${grouped(totals.eligible)}円　減額 ${minus(totals.cut)}円${waiting}`,
        ...byWeight(explained?.findings ?? []).map(findingText),
        `書類（申請）：${papersJa.application.join('、') || 'なし'}`,
        `書類（報告）：${papersJa.report.join('、') || 'なし'}`,
        `前提：${answer.asked.assumedJa.join('。')}。`,
      ];
    }
    case 'deadlines':
      return check(answer.case, book).deadlines.map(
        ({ dueOn, nameJa, formulaJa }) =>
          `${dueOn === null ? '未定' : `${dueOn} ${shortDateJa(dueOn)}`}　${nameJa}（${formulaJa}）`,
      );
    case 'advance': {
      const own = check(answer.case, book).findings.filter((finding) => finding.ruleId.startsWith('PAY-ADV-'));
      return own.map(findingText);
    }
    case 'exemption':
      return [
        EXEMPTION_RESULT_JA[answer.judgement.result],
        ...answer.judgement.reasons.map(
          (reason) => `${reason.messageJa}（手引き ${reason.sourceJa}　${reason.ruleId}）`,
        ),
        ...(answer.judgement.papersJa.length === 0 ? [] : [`書類：${answer.judgement.papersJa.join('、')}`]),
      ];
    case 'problem':
      return [];
  }
}

function findingText(finding: Finding): string {
  return `${finding.messageJa}（手引き ${finding.sourceJa}　${finding.ruleId}）`;
}
