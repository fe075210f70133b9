/**
 * Hands out a limit over several lines in the order of the list: the first-listed is served first, so that the
 * last-listed loses what lies above the limit. Works for yen and for pieces.
 */
export function shareOut(limit: number, wanted: readonly number[]): number[] {
  let left = Math.max(0, limit);
  return wanted.map((amount) => {
    const given = Math.min(left, amount);
    left -= given;
    return given;
  });
}
