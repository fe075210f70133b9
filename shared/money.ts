/**
 * Money is whole yen. Nothing here uses fractions: products stay integers and a division is an explicit floor.
 */
export type Yen = number;

/** floor(amount × numerator / denominator) in exact integer arithmetic, whatever the size. */
export function portion(amount: number, numerator: number, denominator: number): Yen {
  const product = amount * numerator;
  if (Number.isSafeInteger(product)) return Math.floor(product / denominator);
  return Number((BigInt(amount) * BigInt(numerator)) / BigInt(denominator));
}

/** An hourly price for a number of minutes, rounded down to the yen. */
export function hourly(pricePerHour: Yen, minutes: number): Yen {
  return portion(pricePerHour, minutes, 60);
}

/** Rounded down to a multiple of `unit` yen (千円未満切捨て: unit 1000). */
export function floorTo(amount: Yen, unit: number): Yen {
  return Math.floor(amount / unit) * unit;
}

/**
 * Splits `total` over weights so that the parts are whole yen and add up to `total`:
 * each part is the step of the running sum, floored.
 */
export function apportion(total: Yen, weights: readonly number[]): Yen[] {
  const sum = weights.reduce((all, weight) => all + weight, 0);
  if (sum === 0) return weights.map((_, index) => (index === 0 ? total : 0));
  let running = 0;
  let given = 0;
  return weights.map((weight) => {
    running += weight;
    const upTo = portion(total, running, sum);
    const part = upTo - given;
    given = upTo;
    return part;
  });
}

export function sum(amounts: Iterable<number>): number {
  let total = 0;
  for (const amount of amounts) total += amount;
  return total;
}

/** `12,340円` */
export function yen(amount: Yen): string {
  return `${grouped(amount)}円`;
}

/** `12,340`; negative amounts carry U+2212. */
export function grouped(amount: number): string {
  const digits = String(Math.abs(amount)).replace(/\B(?=(\d{3})+$)/g, ',');
  return amount < 0 ? `−${digits}` : digits;
}

/** Tenths of a kilometre as `55.0km`. */
export function km(tenths: number): string {
  return `${Math.floor(tenths / 10)}.${tenths % 10}km`;
}

/** Hundredths as `10.21`; basis points are hundredths of a percent. */
export function hundredths(value: number): string {
  return `${Math.floor(value / 100)}.${String(value % 100).padStart(2, '0')}`;
}
