// @ts-check
/** A number and its unit, as typed: `[number, unit id]`. It becomes a number here, and nowhere else. */

import { say, speaking } from "../../frontend/strings.js";
import { element } from "../../frontend/web/dom.js";
import { nothing, records, texts } from "../grade.js";
import { explained, field, keySentence, menu, offered, question, unexplained } from "../question.js";
import catalog from "./words.json" with { type: "json" };

const words = speaking(catalog);

/**
 * @typedef {import("../../frontend/types.js").Item & { value: number, tolerance: number, unit: string, rationale: string,
 *   units: { id: string, text: string, rationale: string | null }[] }} NumericItem
 */

/** The longest number that can be typed [characters]. */
const LONGEST = 40;

/**
 * The number that was typed, with a comma or a point as decimal sign, and maybe a percent sign; null where it is none.
 * @param {unknown} typed
 */
export function numberOf(typed) {
  if (typeof typed !== "string" || typed.length > LONGEST) return null;
  const plain = typed.normalize("NFKC").replace(/%\s*$/, "").trim().replace("−", "-").replace(",", ".");
  return /^[-+]?(\d+\.?\d*|\.\d+)$/.test(plain) ? Number(plain) : null;
}

/**
 * 1 for the number in its unit, one half for the number in another of the units.
 * @param {import("../../frontend/types.js").Unsure<NumericItem>} item
 * @param {unknown} chosen
 * @returns {import("../../frontend/types.js").Grade}
 */
function gradeNumeric(item, chosen) {
  const [typed, unit] = texts(chosen);
  if (!isNumber(item, numberOf(typed))) return nothing();
  if (typeof unit === "string" && unit === item?.unit) return { score: 1, correct: true };
  const offered = records(item?.units).some(({ id }) => typeof id === "string" && id === unit);
  return { score: offered ? 0.5 : 0, correct: false };
}

/** Whether it is the number sought, or near enough. @param {import("../../frontend/types.js").Unsure<NumericItem>} item @param {number | null} given */
function isNumber(item, given) {
  const { value, tolerance } = item ?? {};
  if (given === null || typeof value !== "number" || typeof tolerance !== "number") return false;
  // 0.59 is within 0.01 of 0.58, though not in binary.
  return Math.abs(given - value) <= tolerance + 1e-9 * Math.abs(value);
}

/** @param {NumericItem} item */
const right = ({ value, unit, units }) =>
  words("number", { value, unit: units.find(({ id }) => id === unit)?.text ?? "" });

/** @param {NumericItem} item */
function credit({ units, tolerance }) {
  const how = tolerance > 0 ? `${words("how_numeric")} ${words("tolerance", { tolerance })}` : words("how_numeric");
  return { how, counts: units.length > 1 ? words("counts_numeric") : "" };
}

/** @param {NumericItem} item @param {readonly string[]} chosen */
const accepts = ({ units }, chosen) =>
  chosen.length === 0 ||
  (chosen.length === 2 &&
    chosen[0].length <= LONGEST &&
    (chosen[1] === "" || units.some(({ id }) => id === chosen[1])));

/** @type {import("../../frontend/types.js").Kind<NumericItem>} */
export const numeric = {
  kind: "numeric",
  grade: gradeNumeric,
  points: () => 2,
  key: (item) => keySentence([right(item)]),
  missed: () => say("verdict_missed"),
  accepts,
  ready: (item, chosen) => accepts(item, chosen) && numberOf(chosen[0]) !== null && chosen[1] !== "",
  status(_, [typed = "", unit = ""]) {
    if (typed.trim() !== "" && numberOf(typed) === null) return words("not_a_number");
    if (numberOf(typed) !== null && unit === "") return words("no_unit");
    // To some, three digits after a sign are thousands.
    return /^\s*[-+−]?[1-9]\d{0,2}[.,]\d{3}\s*$/.test(typed)
      ? words("read_as", { value: Number(numberOf(typed)) })
      : "";
  },
  control,
};

/**
 * @param {NumericItem} item
 * @param {number} _ no order to shuffle
 * @param {() => void} changed
 * @returns {import("../../frontend/types.js").Control}
 */
function control(item, _, changed) {
  const { units } = item;
  const input = field({ inputmode: "decimal", dir: "ltr", maxlength: String(LONGEST) });
  const select = units.length > 1 ? menu(units) : null;
  const row = element(
    "div",
    { class: "fields" },
    element("label", { class: "field" }, element("span", {}, words("your_number")), input),
    select
      ? element("label", { class: "field" }, element("span", {}, words("unit")), select)
      : element("span", { class: "one-unit", dir: "auto" }, units[0].text),
  );
  const list = select ? offered(words("units", { units: units.map(({ text }) => text).join("; ") })) : null;
  const around = question(item, credit(item), row, list);
  around.addEventListener("input", changed);
  const unit = () => (select ? select.value : units[0].id);
  const read = () => (input.value.trim() === "" && !select?.value ? [] : [input.value, unit()]);

  function unmark() {
    input.disabled = false;
    if (select) select.disabled = false;
    unexplained(around);
  }

  return {
    element: around,
    read,
    write([typed = "", unit = ""]) {
      // Writing the same again would move the caret.
      if (input.value !== typed) input.value = typed;
      if (select && select.value !== unit) select.value = unit;
    },
    focus: () => input.focus(),
    mark() {
      unmark();
      input.disabled = true;
      if (select) select.disabled = true;
      around.append(...explained(rows(item, read())));
    },
    unmark,
  };
}

/**
 * The key, what was typed where it is another number, and a word on each wrong unit.
 * @param {NumericItem} item
 * @param {readonly string[]} chosen
 * @returns {import("../question.js").Reason[]}
 */
function rows(item, chosen) {
  const { correct } = gradeNumeric(item, chosen);
  const [typed = "", given = ""] = chosen;
  const key = { text: right(item), name: /** @type {const} */ ("right"), why: item.rationale };
  const other = typed.trim() !== "" && !isNumber(item, numberOf(typed));
  const text = words("number", { value: typed.trim(), unit: item.units.find(({ id }) => id === given)?.text ?? "" });
  return [
    { ...key, word: say(correct ? "your_right" : "right_option") },
    ...(other ? [{ text, name: /** @type {const} */ ("wrong"), word: say("your_wrong"), why: null }] : []),
    ...item.units
      .filter(({ id }) => id !== item.unit)
      .map(({ id, text, rationale }) => ({
        text,
        name: id === given ? /** @type {const} */ ("wrong") : /** @type {const} */ ("neutral"),
        word: id === given ? say("your_wrong") : "",
        why: rationale,
      })),
  ];
}
