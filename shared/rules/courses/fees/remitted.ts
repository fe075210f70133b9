/** 納入額: the last row of each 計算 of what an organisation remits. */
import type { Verdict } from '../../engine/verdict.js';

export const REMITTED_JA = '納入額';

/** 要確認 with its reasons, where a number is only an estimate. */
export function doubtOptions(doubts: readonly string[]): Pick<Verdict, 'confirm' | 'remedyJa'> {
  return doubts.length === 0 ? {} : { confirm: true, remedyJa: doubts.join('。') };
}
