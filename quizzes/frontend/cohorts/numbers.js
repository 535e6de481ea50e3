// @ts-check
/** Numbers as a report writes them, as in `quizzes/cohorts/report/numbers.py`, with a dash for a missing one. Pure. */

/** @typedef {import("./intervals.js").Interval} Interval */

const NONE = "–";

/** A number with so many digits after its point; what lies in the middle goes to the even digit, as in Python. @param {number} value @param {number} digits */
function fixed(value, digits) {
  const halves = value * 2 ** (digits + 1);
  if (!Number.isInteger(halves) || halves % 2 === 0) return value.toFixed(digits);
  const below = Math.floor(value * 10 ** digits);
  return ((below % 2 === 0 ? below : below + 1) / 10 ** digits).toFixed(digits);
}

/** With a true minus, and none before a zero. @param {number} value @param {number} digits */
function signed(value, digits) {
  const text = fixed(value, digits);
  return Number(text) === 0 ? text.replace("-", "") : text.replace("-", "−");
}

/** A share as whole percent. @param {number} share */
export const percent = (share) => `${signed(share * 100, 0)}%`;

/** @param {Interval} range */
export const percentRange = ({ low, high }) => `${signed(low * 100, 0)} to ${signed(high * 100, 0)}%`;

/** @param {number | null} value */
export const number = (value) => (value === null ? NONE : signed(value, 2));

/** An interval; nothing where there is none. @param {Interval | null} range */
export const numberRange = (range) => (range === null ? null : `${signed(range.low, 2)} to ${signed(range.high, 2)}`);

/** A count, with a comma between thousands. @param {number} value */
export const count = (value) => value.toLocaleString("en");
