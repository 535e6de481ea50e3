// @ts-check
/**
 * What an LMS keeps for the next time: of each answered question its score and its picks, in `cmi.suspend_data`. Pure.
 *
 * SCORM 1.2 allows 4,096 characters, and a platform may cut what is longer. So each question takes a few: the first 30
 * bits of its digest, its score in thousandths, and each pick by its place among those that there are.
 */

/** The most that is written [characters]. */
export const LIMIT = 4096;

/**
 * A question of the package. `picks` are the texts that an answer to it is made of, as far as they are known before.
 * @typedef {{ id: string, digest: string, kind: string, picks: string[] }} Question
 *
 * An answer that was checked, with a score in 0..1; `chosen` is null where the state had no room for the picks.
 * @typedef {{ chosen: readonly string[] | null, score: number }} Answered
 */

const DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
/** Ends an entry, begins a pick that is written out, stands for picks that are not kept. */
const [END, WRITTEN, NONE] = [",", "~", "!"];

/** A whole number in a fixed number of digits of 6 bits. @param {number} value @param {number} width */
const digits = (value, width) =>
  Array.from({ length: width }, (_, at) => DIGITS[Math.floor(value / 64 ** (width - 1 - at)) % 64]).join("");

/** @param {string} text */
const number = (text) => [...text].reduce((sum, digit) => sum * 64 + DIGITS.indexOf(digit), 0);

/** @param {Question} question */
const nameOf = ({ digest }) => digits(Number.parseInt(digest.slice(0, 8), 16) >>> 2, 5);

/** How many digits a pick takes. @param {Question} question */
const widthOf = ({ picks }) => (picks.length > 64 ? 2 : 1);

/**
 * @param {readonly Question[]} questions
 * @param {ReadonlyMap<string, Answered>} answered by the question's id
 */
export function pack(questions, answered) {
  const entries = questions.flatMap((question) => {
    const answer = answered.get(question.id);
    if (answer === undefined) return [];
    const head = nameOf(question) + digits(Math.round(answer.score * 1000), 2);
    return [{ head, picks: answer.chosen === null ? NONE : packed(question, answer.chosen) }];
  });
  const length = () => entries.reduce((sum, { head, picks }) => sum + head.length + picks.length + END.length, 0);
  // What has no room loses the longest picks first: the score is kept, and the question is shown as not answered.
  for (const entry of [...entries].sort((one, other) => other.picks.length - one.picks.length)) {
    if (length() <= LIMIT) break;
    entry.picks = NONE;
  }
  const texts = entries.map(({ head, picks }) => head + picks + END);
  while (texts.join("").length > LIMIT) texts.shift();
  return texts.join("");
}

/** @param {Question} question @param {readonly string[]} chosen */
function packed(question, chosen) {
  const places = chosen.map((pick) => question.picks.indexOf(pick));
  if (!places.includes(-1)) return places.map((place) => digits(place, widthOf(question))).join("");
  try {
    return chosen.map((pick) => WRITTEN + encodeURIComponent(pick).replace(/~/g, "%7E")).join("");
  } catch {
    return NONE; // half of a sign that takes two
  }
}

/**
 * What can be read of a state, whatever it is: an entry that was cut, or of a question that changed, is none.
 * @param {readonly Question[]} questions
 * @param {string} state
 * @returns {Map<string, Answered>}
 */
export function unpack(questions, state) {
  const byName = new Map(questions.map((question) => [nameOf(question), question]));
  /** @type {Map<string, Answered>} */
  const answered = new Map();
  for (const entry of state.split(END).slice(0, -1)) {
    const question = byName.get(entry.slice(0, 5));
    const score = number(entry.slice(5, 7)) / 1000;
    const chosen = question && unpacked(question, entry.slice(7));
    if (question && chosen !== undefined && score >= 0 && score <= 1) answered.set(question.id, { chosen, score });
  }
  return answered;
}

/** The picks, null where they were not kept, undefined where they cannot be read. @param {Question} question @param {string} text */
function unpacked(question, text) {
  if (text === NONE) return null;
  if (text.startsWith(WRITTEN)) {
    try {
      return text.slice(1).split(WRITTEN).map(decodeURIComponent);
    } catch {
      return undefined;
    }
  }
  const width = widthOf(question);
  const places = Array.from({ length: Math.ceil(text.length / width) }, (_, at) =>
    number(text.slice(at * width, (at + 1) * width)),
  );
  const chosen = places.map((place) => question.picks[place]);
  return chosen.includes(/** @type {any} */ (undefined)) ? undefined : chosen;
}
