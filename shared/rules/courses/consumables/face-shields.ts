/** フェイスシールド: only for 講師・助手・運営係員, one each. */
import { grouped, sum } from '../../../money.js';
import { rule } from '../../engine/rule.js';
import { confirm, cut } from '../../engine/verdict.js';
import { shieldLimit } from '../../facts/headcount.js';
import { type ConsumableLine, linesOf } from './items.js';

/** 受講者・検定員の分は対象外. Shields whose users are not entered are to be confirmed. */
export const shieldUsers = rule({
  id: 'CON-SHD-01',
  clause: '基準一覧 5③・備考',
  stage: 'quantities',
  on: 'consumable',
  check(line) {
    if (line.subKind !== 'faceShield') return undefined;
    const pieces = allowedPieces(line);
    if (pieces < line.qty) {
      const leaves = pieces * line.unitPrice;
      return cut(leaves, `フェイスシールドは講師・助手・運営係員の分だけが対象です（対象外${line.qty - pieces}枚）`, {
        limit: leaves,
        work: [
          { labelJa: '講師・助手・運営係員以外の分', textJa: `${line.qty - pieces}枚` },
          { labelJa: `${grouped(line.unitPrice)} × ${pieces}`, amount: leaves },
        ],
        remedyJa: '受講者・検定員の分を除いた数にすると、この減額はなくなります',
      });
    }
    const named = sum((line.users ?? []).map((user) => user.qty));
    if (named === line.qty) return undefined;
    return confirm(`フェイスシールド${line.qty}枚のうち、誰の分か分かるのは${named}枚です`, {
      remedyJa: '講師・助手・運営係員のそれぞれの数を入れてください',
    });
  },
});

/** 数は講師・助手・運営係員の人数まで, over all lines of the course. */
export const shieldCount = rule({
  id: 'CON-SHD-02',
  clause: '基準一覧 5③',
  stage: 'quantities',
  on: 'consumable',
  check(line, ask) {
    if (line.subKind !== 'faceShield') return undefined;
    const { lecturers, assistants, operations } = ask.headcount();
    const limit = shieldLimit(ask.headcount());
    const before = sum(
      linesOf('faceShield', ask)
        .filter((other) => ask.facts.order(other) < ask.facts.order(line))
        .map(allowedPieces),
    );
    const pieces = Math.max(0, limit - before);
    if (line.qty <= pieces) return undefined;
    const leaves = pieces * line.unitPrice;
    const sumJa = `講師${lecturers}名＋助手${assistants}名＋運営係員${operations}名の${limit}枚まで`;
    return cut(leaves, `フェイスシールドの数は${sumJa}です（請求${before + line.qty}枚）`, {
      limit: leaves,
      work: [
        { labelJa: '講師・助手・運営係員', textJa: `${limit}名` },
        ...(before > 0 ? [{ labelJa: '前の行の数', textJa: `${before}枚` }] : []),
        { labelJa: `${grouped(line.unitPrice)} × ${pieces}`, amount: leaves },
      ],
      remedyJa: `フェイスシールドを${limit}枚以下にすると、この減額はなくなります`,
    });
  },
});

/** Pieces of the line that are not for 受講者 or 検定員. */
function allowedPieces(line: ConsumableLine): number {
  const others = (line.users ?? []).filter((user) => user.kind === 'participant' || user.kind === 'examiner');
  return Math.max(0, line.qty - sum(others.map((user) => user.qty)));
}
