import assert from "node:assert/strict";
import { test } from "node:test";

import fc from "fast-check";

import { choose, NAMES, read, rowsOf } from "../../../outcomes/frontend/forest/choice.js";
import { captionOf, compared, intervalOf, sentence } from "../../../outcomes/frontend/forest/words.js";

/** @typedef {import("../../../outcomes/frontend/forest/draw.js").Row} Row */

/** @param {string} id @param {Partial<Row>} [own] @returns {Row} */
const row = (id, own = {}) => ({
  id,
  label: id.toUpperCase(),
  value: 30,
  text: "30%",
  low: 20,
  high: 40,
  bounds: "20-40%",
  interval: "95%, reported",
  events: 30,
  n: 100,
  class: "One",
  share: true,
  rules: [],
  year: 2020,
  own: true,
  bare: false,
  hue: "blue",
  mark: "circle",
  size: 9,
  study: "doe-2021",
  source: "Doe 2021",
  ...own,
});

const scale = { low: 0, high: 100, log: false, reference: null, ticks: [0, 100], names: ["0%", "100"] };
/** @param {string} name @param {...Row} rows */
const group = (name, ...rows) => ({
  name,
  heading: [name],
  lines: rows.map((each) => ({ label: [each.label], text: "", rows: [each] })),
});
const columns = { label: 100, value: 30, count: 30, bounds: 30 };
/** @type {import("../../../outcomes/frontend/forest/draw.js").Forest} */
const forest = {
  axes: [
    {
      measure: "Remission",
      heading: ["Remission"],
      scale,
      groups: [
        group(
          "Read by reviewers",
          row("a"),
          row("far", { low: 45, high: 88, value: 70, events: 14, n: 20 }),
          row("bare", {
            low: null,
            high: null,
            bounds: "–",
            interval: "not reported",
            n: null,
            events: null,
            share: false,
          }),
        ),
        group("Read by investigators", row("b", { rules: [0], class: "Other" }), row("c", { rules: [0], own: false })),
        group("Read by nobody", row("d", { rules: [0] })),
      ],
    },
    { measure: "Relapse", heading: ["Relapse"], scale, groups: [group("", row("e"))] },
  ],
  columns: { wide: columns, narrow: columns },
  rules: ["Reviewers and investigators are two things."],
};

/** @param {...string} ids */
const beside = (...ids) => {
  const found = compared(forest, ids);
  assert.ok(found);
  return { ...found, words: [found.why, ...found.said].join(" ") };
};

test("of intervals that overlap nobody says that the results are alike", () => {
  assert.match(beside("a", "b").words, /overlap, from 20\.0 to 40\.0\. That does not show that the two are alike/);
});

test("of intervals that do not overlap nobody says why, and the wider one is named with its reason", () => {
  const { words } = beside("a", "far");
  assert.match(words, /do not overlap.*does not say what does/);
  assert.match(words, /Wider: FAR, 43\.0 points; narrower: A, 20\.0\. 20 patients leave more open than 100/);
});

test("without an interval nothing is said of an overlap", () => {
  assert.match(beside("a", "bare").words, /BARE: no whole interval.*not an interval of zero width/);
  assert.match(intervalOf(row("x", { low: null, bounds: "–", interval: "not reported" })), /^No interval/);
});

test("two measures are not laid on one axis, nor are groups that a rule keeps apart; both say why", () => {
  const measures = beside("a", "e");
  assert.match(measures.words, /not drawn on one axis\. One is “Remission” and the other is “Relapse”/);
  assert.equal(measures.axis, undefined);
  const ruled = beside("b", "d");
  assert.match(ruled.words, /Reviewers and investigators are two things/);
  assert.equal(ruled.axis, undefined);
});

test("a rule does not part what stands in one group", () => {
  assert.ok(beside("b", "c").axis);
});

test("an order that the groups are not ranked by says so", () => {
  assert.match(
    sentence(forest, choose(forest, { order: "value" }), { order: "value" }),
    /not ranked against each other/,
  );
  assert.doesNotMatch(sentence(forest, forest, {}), /not ranked/);
});

test("a caption says of the intervals which ones were chosen, and as they stand by themselves nothing new", () => {
  assert.match(captionOf({ interval: "wilson" }) ?? "", /Wilson.*any other line is as printed/);
  assert.match(captionOf({ interval: "exact" }) ?? "", /Clopper-Pearson/);
  assert.equal(captionOf({ order: "size" }), null);
});

test("without n nothing is large enough, and the sentence says so", () => {
  const choice = { least: "1" };
  const shown = choose(forest, choice);
  assert.ok(!rowsOf(shown).some(({ n }) => n === null));
  assert.match(sentence(forest, shown, choice), /none without n/);
});

test("an address with anything that makes no sense chooses nothing and names it", () => {
  const asked = new URLSearchParams("order=value&class=nobody&pick=a,b,c&least=0.5");
  assert.deepEqual(read(forest, asked), { choice: {}, faults: ["class=nobody", "least=0.5", "pick=a,b,c"] });
  assert.deepEqual(read(forest, new URLSearchParams("order=value&pick=a")), {
    choice: { order: "value", pick: "a" },
    faults: [],
  });
});

test("a result is not compared with itself", () => {
  assert.deepEqual(read(forest, new URLSearchParams("pick=a,a")), { choice: {}, faults: ["pick=a,a"] });
});

test("of all outcomes the results of the one that is drawn are counted, and those that are only listed", () => {
  const left = { label: "L", text: "–", why: "no value", source: "Doe 2021" };
  const atlas = { ...forest, one: true, left_out: { Relapse: [left] } };
  const choice = { endpoint: "Relapse" };
  assert.match(sentence(atlas, choose(atlas, choice), choice), /^All 1 results shown; 1 more in the list only/);
  assert.match(sentence(atlas, choose(atlas, {}), {}), /^All 6 results shown; Remission/);
});

test("whatever an address says, what is drawn is of the forest", () => {
  const known = new Set(rowsOf(forest).map(({ id }) => id));
  const address = fc.dictionary(
    fc.constantFrom(...NAMES),
    fc.oneof(fc.string(), fc.constantFrom("value", "wilson", "1", "a,b", "__proto__", "constructor")),
  );
  fc.assert(
    fc.property(address, (asked) => {
      const shown = choose(forest, read(forest, new URLSearchParams(asked)).choice);
      for (const { id, low, high, value } of rowsOf(shown)) {
        assert.ok(known.has(id));
        assert.ok(low === null || high === null || (low <= value && value <= high));
      }
    }),
  );
});
