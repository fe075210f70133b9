/** 部数の上限: 受講者＋講師＋助手＋予備. One limit for コピー代 (3(3)) and 印刷製本費 (4); only the spare copies may differ. */
import type { Yen } from '../../money.js';
import type { Line } from '../../model/case/lines/line.js';
import type { Ask } from '../engine/rule.js';
import { confirm, cut, type Verdict, type WorkStep } from '../engine/verdict.js';
import type { NumericFigureKey } from '../figures.js';
import { copiesLimit } from './headcount.js';

/** One document of a claim: how many copies, and what `allowed` copies of it cost in whole yen. */
export type CopiedDocument = {
  readonly line: Line;
  readonly nameJa: string;
  readonly copies: number;
  readonly priceOf: (allowed: number) => Yen;
  /** Copies of the same document on lines listed before this one. */
  readonly copiesBefore: number;
};

/**
 * Cuts the copies above the limit. While the number of 受講者 is unknown, copies that 講師・助手・予備 do not
 * explain are 要確認 with the amount kept; so are copies that exceed the limit only together with another line
 * of the same document, because that it is the same document is read from its name.
 */
export function overCopies(document: CopiedDocument, spareKey: NumericFigureKey, ask: Ask): Verdict | undefined {
  const { participants, lecturers, assistants } = ask.headcount();
  const spare = ask.limit(spareKey);
  const { copies, nameJa } = document;
  const allowed = copiesLimit(ask.headcount(), spare);
  if (participants === undefined || allowed === undefined) {
    if (copies <= lecturers + assistants + spare) return undefined;
    return confirm(`受講者数が分からないため、「${nameJa}」${copies}部が部数の上限に収まるか確かめられません`, {
      remedyJa: '受講者数を入れると、部数の上限を計算します',
    });
  }
  const work: WorkStep[] = [
    { labelJa: '受講者', textJa: `${participants}名` },
    { labelJa: '講師', textJa: `${lecturers}名` },
    { labelJa: '助手', textJa: `${assistants}名` },
    { labelJa: '予備', textJa: `${spare}部` },
    { labelJa: '部数の上限', textJa: `${allowed}部` },
  ];
  const sumJa = `受講者${participants}名＋講師${lecturers}名＋助手${assistants}名＋予備${spare}部の${allowed}部まで`;
  if (copies > allowed) {
    const leaves = document.priceOf(allowed);
    return cut(leaves, `「${nameJa}」の部数は${sumJa}です（請求${copies}部）`, {
      limit: leaves,
      work: [...work, { labelJa: `${allowed}部分の金額`, amount: leaves }],
      remedyJa: `${allowed}部分の金額にすると、この減額はなくなります`,
    });
  }
  const together = document.copiesBefore + copies;
  if (document.copiesBefore === 0 || together <= allowed) return undefined;
  return confirm(`「${nameJa}」は前の行と合わせて${together}部です。同じ資料なら、部数は${sumJa}です`, {
    work: [...work, { labelJa: '同じ名前の行との合計', textJa: `${together}部` }],
    remedyJa: '別の資料であれば、資料名を区別できるように直してください',
  });
}

/** Copies of earlier-listed lines that `isSame` finds to be the same document and that still stand. */
export function copiesBefore<L extends Line & { readonly copies?: number | undefined }>(
  line: L,
  lines: readonly L[],
  isSame: (other: L) => boolean,
  ask: Ask,
): number {
  return lines
    .slice(0, lines.indexOf(line))
    .filter((other) => isSame(other) && !ask.isOut(other.id))
    .reduce((total, other) => total + (other.copies ?? 0), 0);
}
