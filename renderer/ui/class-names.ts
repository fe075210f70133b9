/** Class names joined, without those that do not apply. */
export function classNames(...names: readonly (string | false | undefined | null)[]): string {
  return names.filter((name) => typeof name === 'string' && name !== '').join(' ');
}
