// @ts-check
/** What an LMS is told, in the words of SCORM 1.2. Pure. */

/** @typedef {import("./state.js").Question} Question */
/** @typedef {import("./state.js").Answered} Answered */

/** The most in one text of an LMS [characters]. */
const TEXT = 255;

/** A number with its unit is no number to an LMS, hence typed in. @type {Record<string, string>} */
const TYPES = {
  "single-best-answer": "choice",
  "multiple-response": "choice",
  "key-feature": "choice",
  numeric: "fill-in",
  "short-answer": "fill-in",
  ordering: "sequencing",
  matching: "matching",
};

/**
 * The row of one answer.
 * @param {Question} question
 * @param {{ chosen: readonly string[], score: number, ms: number }} answer `ms` is how long it took
 * @param {Date} at
 * @returns {[string, string][]} names below `cmi.interactions.n`, and their values
 */
export function interaction({ id, kind }, { chosen, score, ms }, at) {
  const result = score === 1 ? "correct" : score === 0 ? "wrong" : decimal(score);
  return [
    ["id", id.slice(0, TEXT)],
    ["type", TYPES[kind] ?? "performance"],
    ["time", [at.getHours(), at.getMinutes(), at.getSeconds()].map(two).join(":")],
    ["weighting", "1"],
    ["student_response", chosen.join(",").slice(0, TEXT)],
    ["result", result],
    ["latency", span(ms)],
  ];
}

/**
 * Where a student is, over all questions of the package.
 * @param {number} total how many there are
 * @param {ReadonlyMap<string, Answered>} answered
 * @param {number | null} mark from which on one has passed [0 to 100], null where nobody set one
 */
export function standing(total, answered, mark) {
  const points = [...answered.values()].reduce((sum, { score }) => sum + score, 0);
  const score = total === 0 ? 0 : (100 * points) / total;
  const complete = total > 0 && answered.size >= total;
  const ended = mark === null ? "completed" : score >= mark ? "passed" : "failed";
  return { score: decimal(score), complete, status: complete ? ended : "incomplete" };
}

/** A length of time as SCORM 1.2 has it, HHHH:MM:SS. @param {number} ms */
export function span(ms) {
  const seconds = Math.min(Math.max(0, Math.round(ms / 1000)), 9999 * 3600 + 3599);
  const hours = String(Math.floor(seconds / 3600)).padStart(4, "0");
  return [hours, two(Math.floor(seconds / 60) % 60), two(seconds % 60)].join(":");
}

const two = (/** @type {number} */ value) => String(value).padStart(2, "0");

/** With two digits after the point at the most. @param {number} value */
const decimal = (value) => String(Math.round(value * 100) / 100);
