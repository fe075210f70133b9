/** Which number formats of Excel show a day. */

/** Built-in formats of a day, the Japanese ones among them; 18–21 and 45–47 are times only. */
const BUILT_IN_DAYS: readonly (readonly [first: number, last: number])[] = [
  [14, 17],
  [22, 22],
  [27, 31],
  [34, 36],
  [50, 58],
];

/** `custom` holds the codes of the workbook by number. */
export function showsDay(format: number, custom: ReadonlyMap<number, string>): boolean {
  const code = custom.get(format);
  if (code === undefined) return BUILT_IN_DAYS.some(([first, last]) => format >= first && format <= last);
  // What stands in quotes, in brackets ([Red], [$-411]) or behind a backslash is shown as it is.
  const bare = code.replace(/"[^"]*"|\[[^\]]*\]|[\\_*]./gu, '').split(';', 1)[0] ?? '';
  return /[yde]|gg/iu.test(bare) && !/general/iu.test(bare);
}
