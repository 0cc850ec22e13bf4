// The normal distribution's quantile for 95 %, two-sided.
const z = 1.959963984540054;

/** Wilson's 95 % interval of a share, in percent. Unlike the textbook interval it holds for few observations and shares near 0. */
export function wilsonInterval(hits: number, total: number): { lowPercent: number; highPercent: number } | null {
  if (total === 0) return null;
  const share = hits / total;
  const scale = 1 + z ** 2 / total;
  const middle = (share + z ** 2 / (2 * total)) / scale;
  const reach = (z * Math.sqrt((share * (1 - share)) / total + z ** 2 / (4 * total ** 2))) / scale;
  return { lowPercent: Math.max(0, middle - reach) * 100, highPercent: Math.min(1, middle + reach) * 100 };
}
