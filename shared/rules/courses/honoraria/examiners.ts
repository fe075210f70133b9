/** 検定員: what counts as 検定, and the limit of one course. */
import { sum, yen } from '../../../money.js';
import type { LineOf } from '../../../model/case/lines/line.js';
import { EXAMINER_TASK_JA } from '../../../model/case/staff.js';
import type { Ask } from '../../engine/rule.js';
import { rule } from '../../engine/rule.js';
import { cut, hold, type Verdict, type WorkStep } from '../../engine/verdict.js';
import { excluded } from './nothing-left.js';
import { takeFromLast } from './take-from-last.js';

/** An examination that does not stand in the 日程表. */
export const examInSchedule = rule({
  id: 'FEE-EXM-03',
  clause: '別表1(3)・基準一覧 1備考',
  stage: 'exclusions',
  on: 'paidAssignment',
  check(paid, ask) {
    const { line, assignment, session } = paid;
    // Other work than examining is refused as such (FEE-EXM-04).
    if (line.role !== 'examiner' || (assignment.task ?? 'exam') !== 'exam') return undefined;
    if (session && (session.format === 'exam' || session.format === null)) return undefined;
    return excluded(paid, ask, {
      messageJa: '日程表の検定試験のコマに入っていない検定の謝金は対象になりません',
      remedyJa: '講習会の中で行った検定なら、日程に検定試験のコマを入れ、検定員をそのコマに割り当てます',
    });
  },
});

/** レポート課題の採点 and other work outside the course. */
export const examinerTask = rule({
  id: 'FEE-EXM-04',
  clause: '基準一覧 1備考',
  stage: 'exclusions',
  on: 'paidAssignment',
  check(paid, ask) {
    const { line, assignment } = paid;
    const task = assignment.task ?? 'exam';
    if (line.role !== 'examiner' || task === 'exam') return undefined;
    return excluded(paid, ask, {
      messageJa: `検定員の謝金は講習会で行う検定だけが対象です。${EXAMINER_TASK_JA[task]}は対象になりません`,
      remedyJa: 'この分を明細から取り除き、自団体の負担とします',
    });
  },
});

/** 検定員 outside 専門科目. */
export const examinerSubject = rule({
  id: 'FEE-EXM-05',
  clause: '基準一覧 1(3)・別表1(3)',
  stage: 'exclusions',
  on: 'honorarium',
  check(line, ask) {
    if (line.role !== 'examiner' || ask.facts.course.subject === 'specialty') return undefined;
    return excluded(line, ask, {
      messageJa: '検定員の謝金は専門科目の講習会だけが対象です',
      remedyJa: 'この明細を取り除き、自団体の負担とします',
    });
  },
});

/** 1講習会の上限 of one 検定員. */
export const examinerLimit = rule({
  id: 'FEE-EXM-01',
  clause: '別表1(3)',
  stage: 'prices',
  on: 'course',
  check(_course, ask) {
    const limit = ask.limit('honoraria.examiner.limit');
    return [...linesByExaminer(ask).values()].flatMap((lines) =>
      beyond(lines, limit, ask).map(({ line, total, leaves, work }) =>
        cut(leaves, `検定員の謝金は1講習会${yen(limit)}が上限です（${nameOf(line, ask)}の合計は${yen(total)}）`, {
          at: { line: line.id },
          limit: leaves,
          work,
          remedyJa: `検定員1名の謝金を合わせて${yen(limit)}以下にします`,
        }),
      ),
    );
  },
});

/** The same limit read for the course as a whole; the difference waits for JSPO's answer. */
export const examinersTogether = rule({
  id: 'FEE-EXM-02',
  clause: '別表1(3)',
  stage: 'groups',
  on: 'course',
  override: 'examinerCapPerPerson',
  check(_course, ask): Verdict[] | undefined {
    if (ask.facts.course.settings?.examinerCapScope === 'person') return undefined;
    const limit = ask.limit('honoraria.examiner.limit');
    return beyond(examinerLines(ask), limit, ask).map(({ line, total, leaves, work }) =>
      hold(
        leaves,
        `検定員の謝金の上限${yen(limit)}が講習会全体か1人当たりかを確かめてください。全体（合計${yen(total)}）として計算し、差額を保留しています`,
        {
          at: { line: line.id },
          confirm: true,
          limit: leaves,
          work,
          remedyJa: '1人当たりでよいと日本スポーツ協会から回答があれば、承認記録を残すと保留が解けます',
        },
      ),
    );
  },
});

type ExaminerLine = LineOf<'honorarium'>;

function examinerLines(ask: Ask): ExaminerLine[] {
  return ask.facts.linesOfKind('honorarium').filter((line) => line.role === 'examiner');
}

function linesByExaminer(ask: Ask): Map<string, ExaminerLine[]> {
  const people = new Map<string, ExaminerLine[]>();
  for (const line of examinerLines(ask)) {
    const id = ask.facts.personOf(line)?.id ?? '';
    people.set(id, [...(people.get(id) ?? []), line]);
  }
  return people;
}

type Beyond = {
  readonly line: ExaminerLine;
  readonly total: number;
  readonly leaves: number;
  readonly work: readonly WorkStep[];
};

/** Lines that give up what their sum has beyond the limit, the last-listed first. */
function beyond(lines: readonly ExaminerLine[], limit: number, ask: Ask): Beyond[] {
  const worth = (line: ExaminerLine): number => ask.standing(line.id).afterCuts;
  const total = sum(lines.map(worth));
  const shares = takeFromLast(lines, total - limit, worth);
  return [...shares].map(([line, share]) => ({
    line,
    total,
    leaves: worth(line) - share,
    work: [
      ...lines.filter((other) => worth(other) > 0).map((other) => lineRow(other, line, worth(other), ask)),
      { labelJa: '合計', amount: total },
      { labelJa: '1講習会の上限', amount: limit },
      { labelJa: '超える額', amount: total - limit },
      { labelJa: 'この明細に残る額', amount: worth(line) - share },
    ],
  }));
}

function lineRow(line: ExaminerLine, explained: ExaminerLine, amount: number, ask: Ask): WorkStep {
  const row = { labelJa: nameOf(line, ask), amount };
  return line === explained ? row : { ...row, line: line.id };
}

function nameOf(line: ExaminerLine, ask: Ask): string {
  return ask.facts.personOf(line)?.nameJa ?? '検定員';
}
