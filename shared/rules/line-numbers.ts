/** 科目番号-連番: the number by which screens, papers and messages name a line. */
import { type Account, ACCOUNT_NO } from '../model/case/account.js';
import type { Line } from '../model/case/lines/line.js';

/** `1-08`: the eighth line (index 7) of 科目 1. */
export function lineNumber(account: Account, index: number): string {
  return `${ACCOUNT_NO[account]}-${String(index + 1).padStart(2, '0')}`;
}

/** The number of every line by its id, counted per 科目 in the order of the list. */
export function lineNumbers(lines: readonly Line[]): Map<string, string> {
  const counts = new Map<Account, number>();
  return new Map(
    lines.map((line) => {
      const index = counts.get(line.account) ?? 0;
      counts.set(line.account, index + 1);
      return [line.id, lineNumber(line.account, index)];
    }),
  );
}
