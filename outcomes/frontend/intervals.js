// @ts-check
/** Intervals of a proportion, as `outcomes/intervals.py` has them. Pure; all proportions within 0..1. */

/** @typedef {{ low: number, high: number }} Bounds */

/** The normal quantile of 97.5%. */
const Z = 1.959963984540054;
/** Tail on each side of a 95% interval. */
const TAIL = 0.025;

/**
 * The probability of `events` or more among `n`, each with the probability `p`; a regularized incomplete beta
 * function, which for whole numbers is this sum of positive terms.
 * @param {number} events
 * @param {number} n
 * @param {number} p
 */
export function atLeast(events, n, p) {
  if (events <= 0) return 1;
  if (p <= 0) return 0;
  if (p >= 1) return 1;
  let term = 0; // the logarithm of the binomial coefficient, then of each term
  for (let k = 1; k <= events; k += 1) term += Math.log((n - events + k) / k);
  term += events * Math.log(p) + (n - events) * Math.log1p(-p);
  const odds = Math.log(p) - Math.log1p(-p);
  let sum = 0;
  for (let k = events; k <= n; k += 1) {
    sum += Math.exp(term);
    term += Math.log((n - k) / (k + 1)) + odds;
  }
  return Math.min(1, sum);
}

/** Where a rising function passes `level`. @param {(p: number) => number} rising @param {number} level */
function passes(rising, level) {
  let [low, high] = [0, 1];
  for (let step = 0; step < 60; step += 1) {
    const middle = (low + high) / 2;
    if (rising(middle) < level) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/**
 * The exact 95% interval. Clopper CJ, Pearson ES. Biometrika 1934;26:404-413.
 * @param {number} events
 * @param {number} n
 * @returns {Bounds}
 */
export function clopperPearson(events, n) {
  return {
    low: events === 0 ? 0 : passes((p) => atLeast(events, n, p), TAIL),
    high: events === n ? 1 : passes((p) => atLeast(events + 1, n, p), 1 - TAIL),
  };
}

/**
 * The 95% score interval. Wilson EB. J Am Stat Assoc 1927;22:209-212.
 * @param {number} events
 * @param {number} n
 * @returns {Bounds}
 */
export function wilson(events, n) {
  const square = Z * Z;
  const middle = (events + square / 2) / (n + square);
  const half = (Z / (n + square)) * Math.sqrt((events * (n - events)) / n + square / 4);
  return {
    low: events === 0 ? 0 : middle - half,
    high: events === n ? 1 : middle + half,
  };
}

/**
 * The one-sided upper 95% limit when none among `n` had the event, roughly; null where it would say nothing.
 * @param {number} n
 */
export const ruleOfThree = (n) => (n > 3 ? 3 / n : null);
