// @ts-check
/** 95% intervals, as in `quizzes/cohorts/analysis/intervals.py`, which has the sources of the formulas. Pure. */

/** @typedef {{ low: number, high: number }} Interval */

/** Scores closer than this count as equal: sums of thirds differ in the last digit. */
const ALIKE = 1e-9;

/** @param {readonly number[]} values */
export const mean = (values) => values.reduce((sum, value) => sum + value, 0) / values.length;

/** @param {number} value @param {number} low @param {number} high */
const within = (value, low, high) => Math.min(high, Math.max(low, value));

/**
 * The limits of a share of points [0..1]: Wilson's interval for the number of yes-or-no answers that would vary as
 * much as these do.
 * @param {number} share
 * @param {number} variance of that share
 * @param {number} n the number of answers, used where nothing varied
 * @param {number} z the quantile of the normal distribution
 * @returns {Interval}
 */
export function shareInterval(share, variance, n, z) {
  const effective = variance > ALIKE ** 2 ? (share * (1 - share)) / variance : n;
  const center = share + z ** 2 / (2 * effective);
  const spread = z * Math.sqrt((share * (1 - share)) / effective + (z / (2 * effective)) ** 2);
  const below = 1 + z ** 2 / effective;
  return { low: within((center - spread) / below, 0, 1), high: within((center + spread) / below, 0, 1) };
}

/**
 * The limits of a correlation, by Fisher's transformation; null for fewer than four pairs, and where all lie on a line.
 * @param {number | null} r
 * @param {number} n
 * @param {number} z
 * @returns {Interval | null}
 */
export function correlationInterval(r, n, z) {
  if (r === null || n <= 3 || Math.abs(r) >= 1 - ALIKE) return null;
  const half = z / Math.sqrt(n - 3);
  const middle = Math.atanh(within(r, -1, 1));
  return { low: Math.tanh(middle - half), high: Math.tanh(middle + half) };
}

/**
 * Pearson's correlation of pairs, null if either variable is constant.
 * @param {readonly (readonly [number, number])[]} pairs
 */
export function correlation(pairs) {
  const [one, other] = [pairs.map(([value]) => value), pairs.map(([, value]) => value)];
  if (!(spread(one) > ALIKE && spread(other) > ALIKE)) return null;
  const [mx, my] = [mean(one), mean(other)];
  const sum = (/** @type {(x: number, y: number) => number} */ term) =>
    pairs.reduce((all, [x, y]) => all + term(x - mx, y - my), 0);
  return sum((x, y) => x * y) / Math.sqrt(sum((x) => x * x) * sum((_, y) => y * y));
}

/** @param {readonly number[]} values */
const spread = (values) => Math.max(...values) - Math.min(...values);
