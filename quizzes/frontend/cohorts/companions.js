// @ts-check
/** Files that systems and programs leave beside those that students handed in, as in `quizzes/cohorts/result_files/companions.py`. Pure. */

/** How much of a file says what it is [bytes]. */
export const BEGINNING = 64;

/**
 * Whether a file that could not be read as a result file is nobody's work. Its name alone does not decide: what begins
 * with a brace, as a result file does, was handed in.
 * @param {string} name without its folder
 * @param {Uint8Array} beginning
 * @param {string} pattern of such names
 */
export function isCompanion(name, beginning, pattern) {
  if (!new RegExp(pattern, "iu").test(name)) return false;
  const first = beginning.subarray(0, BEGINNING).find((byte) => !BEFORE.has(byte));
  return first !== BRACE;
}

const BRACE = 0x7b;
/** The marks of UTF-8 and UTF-16, the half of each letter that is empty in UTF-16, and white space. */
const BEFORE = new Set([0xef, 0xbb, 0xbf, 0xfe, 0xff, 0, 0x20, 0x09, 0x0d, 0x0a]);
