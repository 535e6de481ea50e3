import assert from "node:assert/strict";
import test from "node:test";
import { csv } from "../../../outcomes/frontend/numbers/csv.js";
import {
  countsOf,
  isOfOneUnit,
  narrowed,
  rowsOf,
  sorted,
  studiesNamed,
  studyOf,
} from "../../../outcomes/frontend/numbers/numbers.js";

/** @type {import("../../../outcomes/frontend/numbers/numbers.js").Study[]} */
const STUDIES = [
  ["roe-2020", "Roe 2020", "A registry, with Müller", 2020, "10.1000/roe", null, "registry"],
  ["poe-2019", "Poe 2019", '=HYPERLINK("x"), a series', 2019, null, "123", "series"],
];
/** @returns {import("../../../outcomes/frontend/numbers/numbers.js").Written} */
const number = (id, study, value, unit, rest = {}) => [
  id,
  study,
  rest.measure ?? "remission",
  rest.text ?? String(value),
  value,
  rest.population ?? null,
  rest.n ?? null,
  [["course"], [], rest.drugs ?? [], ["thumbs"], ["abstract"], unit ? [unit] : []],
];
const DATA = {
  studies: STUDIES,
  numbers: [
    number("a", 0, 10, "%", { drugs: ["mitten", "glove"], n: 9 }),
    number("b", 0, 9, "%", { drugs: ["mitten"] }),
    number("c", 1, 100, "%", { n: 30 }),
    number("d", 1, null, "%"),
    number("e", 1, 7, "months"),
  ],
  facts: { f: "poe-2019" },
};
const ROWS = rowsOf(DATA);
const ids = (rows) => rows.map(({ id }) => id).join("");

test("words are found in any case and without accents, in a number and in its study", () => {
  assert.equal(ids(narrowed(ROWS, { q: "MULLER remission" })), "ab");
  assert.equal(ids(narrowed(ROWS, { q: "muller months" })), "");
});

test("facets combine, and the entries of one are counted under the others", () => {
  assert.equal(ids(narrowed(ROWS, { drug: "mitten", unit: "%" })), "ab");
  assert.deepEqual(
    [...countsOf(ROWS, { drug: "glove", unit: "%" }, "drug")],
    [
      ["mitten", 2],
      ["glove", 1],
    ],
  );
});

test("values are put in order as numbers, those without one last, either way", () => {
  const percent = narrowed(ROWS, { unit: "%" });
  assert.equal(ids(sorted(percent, "up")), "bacd");
  assert.equal(ids(sorted(percent, "down")), "cabd");
});

test("values of several units are not compared", () => {
  assert.equal(isOfOneUnit(ROWS), false);
  assert.equal(ids(sorted(ROWS, "up")), "abcde");
});

test("an order that there is not leaves the rows as they are", () => {
  assert.equal(ids(sorted(ROWS, "constructor")), "abcde");
});

test("studies are named by their name first, then by their title", () => {
  const names = (typed) => studiesNamed(STUDIES, typed).map(([key]) => key);
  assert.deepEqual(names("poe"), ["poe-2019"]);
  assert.deepEqual(names("a r"), ["roe-2020", "poe-2019"]);
  assert.deepEqual(names(" "), []);
});

test("an earlier address leads to the study of a number or a fact, and nowhere else", () => {
  assert.equal(studyOf(DATA, "c"), "poe-2019");
  assert.equal(studyOf(DATA, "f"), "poe-2019");
  assert.equal(studyOf(DATA, "toString"), null);
});

test("no text of the file is a formula, and a negative number is still one", () => {
  const [, line] = csv(
    rowsOf({ ...DATA, numbers: [number("x", 1, -8.3, "%", { text: "-8.3%", measure: "@SUM(1)" })] }),
  ).split("\r\n");
  assert.match(line, /"'=HYPERLINK\(""x""\), a series"/);
  assert.match(line, /,'@SUM\(1\),'-8\.3%,-8\.3,/);
});

test("every line of the file has as many cells as its head", () => {
  const lines = csv(ROWS).trimEnd().split("\r\n");
  assert.equal(lines.length, 6);
  assert.equal(new Set(lines.map((line) => line.replace(/"([^"]|"")*"/g, "").split(",").length)).size, 1);
});
