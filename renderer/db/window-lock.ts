/**
 * Takes the data for this window until it closes; false when another window has it. Two windows that write would
 * both be right and still lose each other's changes.
 */
export function holdDataAlone(): Promise<boolean> {
  return new Promise((resolve, reject) => {
    navigator.locks
      .request('koshukai-desk data', { ifAvailable: true }, (lock) => {
        resolve(lock !== null);
        return lock === null ? undefined : new Promise<never>(() => undefined);
      })
      .catch(reject);
  });
}
