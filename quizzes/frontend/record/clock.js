// @ts-check
/**
 * The clock of a device may be wrong for a while; what was stamped meanwhile must not outlive that. What is kept stays
 * as it is, since the clock may as well be behind now: it is judged where it is used, and put right in a file. Pure.
 */

/** A day [ms]. */
export const DAY = 86_400_000;

/**
 * Whether a time lies further ahead than zones and small differences between clocks explain: the clock was wrong.
 * @param {number} time [ms since 1970]
 * @param {number} now [ms since 1970]
 */
export const isAhead = (time, now) => time > now + DAY;

/**
 * The time for a change: later than what it replaces, even where a clock was put back or two changes share a
 * millisecond, but for a time that only a wrong clock can have given.
 * @param {number} now [ms since 1970]
 * @param {number} before when what it replaces was changed [ms since 1970]
 */
export const stampAfter = (now, before) => (isAhead(before, now) ? now : Math.max(now, before + 1));
