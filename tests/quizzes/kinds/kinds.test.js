/** What answers of each kind are worth; the expected values are reckoned by hand from the rule that the reader is told. */

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import { bestPath } from "../../../quizzes/kinds/case/graph.js";
import { numberOf } from "../../../quizzes/kinds/numeric/card.js";
import { firstOrder } from "../../../quizzes/kinds/ordering/card.js";
import { grade, kindOf, kinds } from "../../../quizzes/kinds/register.js";
import { folded } from "../../../quizzes/kinds/short_answer/judge.js";
import { COMMON, sky } from "../example.js";

/** @typedef {import("../../../quizzes/kinds/numeric/card.js").NumericItem} NumericItem */

const common = { ...COMMON, id: "example-item", digest: "d", n: 1 };
/** @param {Partial<NumericItem>} [changes] @returns {NumericItem} */
const number = (changes = {}) => ({
  ...common,
  kind: "numeric",
  value: 0.58,
  tolerance: 0.01,
  unit: "ratio",
  units: [
    { id: "ratio", text: "ratio", rationale: null },
    { id: "percent", text: "percent", rationale: "why" },
  ],
  rationale: "why",
  ...changes,
});
const order = {
  ...common,
  kind: "ordering",
  entries: ["a", "b", "c", "d"].map((id) => ({ id, text: id, rationale: id })),
};
const match = {
  ...common,
  kind: "matching",
  prompts: [
    { id: "sky", text: "sky", answer: "blue", rationale: "why" },
    { id: "sea", text: "sea", answer: "blue", rationale: "why" },
    { id: "grass", text: "grass", answer: "green", rationale: "why" },
  ],
  answers: ["blue", "green", "red"].map((id) => ({ id, text: id })),
  shuffle: false,
};
/** @param {string} id @param {boolean} correct */
const option = (id, correct, harmful = false) => ({ id, correct, harmful, text: id, rationale: "why" });
const key = {
  ...common,
  kind: "key-feature",
  pick: 2,
  at_most: 3,
  shuffle: false,
  options: [
    option("mri", true),
    option("refer", true),
    option("wait", false),
    option("stocking", false),
    option("cut", false, true),
  ],
};
const short = {
  ...common,
  kind: "short-answer",
  accepted: ["THB2", "Thumb factor 2"],
  rationale: "why",
  also: [{ id: "thb3", answers: ["THB3"], rationale: "why" }],
};
/** @param {string} id @param {number} worth @param {string} next */
const move = (id, worth, next) => ({ id, text: id, consequence: id, rationale: id, worth, next });
/** @param {string} id @param {ReturnType<typeof move>[]} choices none at an end */
const step = (id, ...choices) => ({ id, text: id, lead_in: null, choices, end: choices.length === 0 });
const story = {
  ...common,
  kind: "case",
  start: "one",
  steps: [
    step("one", move("good", 2, "two"), move("bad", -2, "end"), move("slow", -1, "two")),
    step("two", move("good", 1, "end"), move("bad", 0, "end")),
    step("end"),
  ],
  shuffle: false,
  debrief: "",
};

for (const [typed, value] of [
  ["20.8", 20.8],
  ["20,8", 20.8],
  [" 0 ", 0],
  ["-1", -1],
  ["−1", -1],
  ["+3.", 3],
  [",5", 0.5],
  ["２０", 20],
  ["", null],
  ["1,234.5", null],
  ["1e3", null],
  ["0x10", null],
  ["62%", 62],
  ["47,4 % ", 47.4],
  ["%", null],
  ["6%2", null],
  ["Infinity", null],
  [".", null],
  ["9".repeat(41), null],
  [62, null],
]) {
  test(`typed ${JSON.stringify(typed)} is ${value}`, () => assert.equal(numberOf(typed), value));
}

for (const [chosen, score] of /** @type {[string[], number][]} */ ([
  [["0.58", "ratio"], 1],
  [["0,57", "ratio"], 1],
  [["0.59", "ratio"], 1],
  [["0.5901", "ratio"], 0],
  [["58", "percent"], 0],
  [["0.58", "percent"], 0.5],
  [["0.58", "metres"], 0],
  [["0.58", ""], 0],
  [["0.58"], 0],
  [["", "ratio"], 0],
])) {
  test(`0.58 within 0.01: ${chosen.join(" ")} is worth ${score}`, () => {
    assert.deepEqual(grade(number(), chosen), { score, correct: score === 1 });
  });
}

test("nought is an answer", () => {
  const none = number({ value: 0, tolerance: 0 });
  assert.deepEqual(grade(none, ["0", "ratio"]), { score: 1, correct: true });
  assert.ok(kindOf(none).ready(none, ["0", "ratio"]));
  assert.equal(grade(none, ["", "ratio"]).score, 0);
});

test("a sign before three digits, thousands to some, is said to be read as a decimal sign", () => {
  const { ready, status } = kindOf(number());
  for (const [typed, said] of /** @type {[string, string][]} */ ([
    ["1,234", "Read as 1.234, with a decimal sign"],
    ["−12.000", "Read as -12, with a decimal sign"],
    ["0,234", ""],
    ["1,23", ""],
    ["1234", ""],
  ])) {
    assert.ok(ready(number(), [typed, "ratio"]));
    assert.equal(status(number(), [typed, "ratio"]), said);
  }
});

test("half a number is kept and cannot be checked, and the reader is told what is missing", () => {
  const { accepts, ready, status } = kindOf(number());
  for (const [chosen, said] of /** @type {[string[], string][]} */ ([
    [["", "ratio"], ""],
    [["abc", "ratio"], "Type digits only, such as 12.5"],
    [["0.58", ""], "Choose a unit"],
  ])) {
    assert.deepEqual([accepts(number(), chosen), ready(number(), chosen)], [true, false]);
    assert.equal(status(number(), chosen), said);
  }
  assert.equal(accepts(number(), ["1", "metres"]), false);
  assert.equal(accepts(number(), ["9".repeat(41), "ratio"]), false);
});

for (const [chosen, score] of /** @type {[string, number][]} */ ([
  ["abcd", 1],
  ["bacd", 4 / 6],
  ["badc", 2 / 6],
  ["dabc", 0],
  ["dcba", 0],
  ["abc", 0],
  ["abcc", 0],
  ["abcx", 0],
  ["abcde", 0],
])) {
  test(`of the order abcd, ${chosen} is worth ${score.toFixed(2)}`, () => {
    assert.deepEqual(grade(order, [...chosen]), { score, correct: score === 1 });
  });
}

test("no reader begins with the right order, and each keeps all entries", () => {
  for (let seed = 0; seed < 500; seed += 1) {
    const begun = firstOrder(order, seed).map(({ id }) => id);
    assert.notEqual(begun.join(""), "abcd");
    assert.equal([...begun].sort().join(""), "abcd");
  }
});

for (const [chosen, score] of /** @type {[string[], number][]} */ ([
  [["sky=blue", "sea=blue", "grass=green"], 1],
  [["grass=green", "sky=blue", "sea=blue"], 1],
  [["sky=blue", "sea=red", "grass=green"], 2 / 3],
  [["sky=blue"], 1 / 3],
  [["sky=blue", "sky=red", "sea=blue", "grass=green"], 3 / 4],
  [["sky=blue", "sea=blue", "grass=green", "moon=red"], 3 / 4],
  [["sky", "=", "", "sky=blue=blue"], 0],
])) {
  test(`of three matches, ${chosen.join(" ")} is worth ${score.toFixed(2)}`, () => {
    assert.deepEqual(grade(match, chosen), { score, correct: score === 1 });
  });
}

test("matches can be checked once every prompt has one", () => {
  const { accepts, ready } = kindOf(match);
  assert.equal(ready(match, ["sky=blue", "sea=blue"]), false);
  assert.ok(accepts(match, ["sky=blue", "sea=blue"]));
  assert.ok(ready(match, ["sky=red", "sea=red", "grass=red"]));
  assert.equal(accepts(match, ["sky=blue", "sky=red"]), false);
  assert.equal(accepts(match, ["sky=violet"]), false);
});

for (const [chosen, score] of /** @type {[string[], number][]} */ ([
  [["mri", "refer"], 1],
  [["mri"], 1 / 2],
  [["mri", "wait"], 1 / 2],
  [["mri", "refer", "wait"], 2 / 3],
  [["mri", "wait", "stocking"], 1 / 3],
  [["mri", "refer", "cut"], 0],
  [["mri", "refer", "wait", "stocking"], 0],
  [["wait"], 0],
])) {
  test(`of two key features, at most three picks: ${chosen.join(" ")} is worth ${score.toFixed(2)}`, () => {
    assert.deepEqual(grade(key, chosen), { score, correct: score === 1 });
  });
}

test("more picks than are allowed are kept, told, and cannot be checked", () => {
  const { accepts, ready, status } = kindOf(key);
  const four = ["mri", "refer", "wait", "stocking"];
  assert.deepEqual([accepts(key, four), ready(key, four)], [true, false]);
  assert.equal(status(key, four), "4 picked, at most 3: take 1 away");
  assert.deepEqual([ready(key, ["mri"]), ready(key, [])], [true, false]);
});

for (const [typed, score] of [
  ["THB2", 1],
  [" thb-2. ", 1],
  ["thumb FACTOR 2", 1],
  ["THB3", 0],
  ["", 0],
  ["...", 0],
]) {
  test(`the answer ${JSON.stringify(typed)} is worth ${score}`, () => {
    assert.deepEqual(grade(short, [typed]), { score, correct: score === 1 });
  });
}

for (const [text, expected] of JSON.parse(readFileSync(new URL("folded.json", import.meta.url), "utf8"))) {
  test(`${JSON.stringify(text)} is folded as in the bank`, () => assert.equal(folded(text), expected));
}

// Best 2 + 1 = 3.
for (const [chosen, score] of /** @type {[string[], number][]} */ ([
  [["one:good", "two:good"], 1],
  [["one:good", "two:bad"], 2 / 3],
  [["one:slow", "two:good"], 0],
  [["one:bad"], 0],
  [["one:good"], 0],
  [[], 0],
  [["two:good"], 0],
  [["one:good", "two:good", "end:more"], 0],
  [["one:gone"], 0],
])) {
  test(`the path ${chosen.join(" ") || "of no step"} is worth ${score.toFixed(2)}`, () => {
    assert.deepEqual(grade(story, chosen), { score, correct: score === 1 });
  });
}

test("a case is kept step by step, and checked at its end", () => {
  const { accepts, ready, status } = kindOf(story);
  assert.deepEqual(
    [accepts(story, []), accepts(story, ["one:good"]), accepts(story, ["two:good"])],
    [true, true, false],
  );
  assert.deepEqual([ready(story, ["one:good"]), ready(story, ["one:bad"])], [false, true]);
  assert.equal(status(story, ["one:good"]), "1 step taken");
});

test("the best path is named", () => {
  assert.deepEqual(
    bestPath(story).map(({ step, choice }) => `${step.id}:${choice.id}`),
    ["one:good", "two:good"],
  );
});

test("to end early in harm is worth no more than to go on and mend it", () => {
  const [good, harm, mend] = [move("good", 2, "two"), move("harm", -2, "end"), move("slow", -2, "two")];
  const long = { ...story, steps: [step("one", good, harm, mend), ...story.steps.slice(1)] };
  long.steps[1] = step("two", move("good", 2, "end"), move("bad", -2, "end"));
  assert.equal(grade(long, ["one:harm"]).score, 0);
  assert.ok(grade(long, ["one:harm"]).score <= grade(long, ["one:slow", "two:bad"]).score);
});

test("a case that goes round ends all the same, and is worth what its ways out are worth", () => {
  const round = {
    ...story,
    steps: [
      { id: "one", choices: [move("on", 1, "two"), move("out", 0, "end")] },
      { id: "two", choices: [move("back", 2, "one"), move("out", 1, "end")] },
      { id: "end", end: true },
    ],
  };
  assert.equal(grade(round, ["one:on", "two:out"]).score, 1);
  assert.equal(grade(round, ["one:out"]).score, 0);
});

test("a case of very many steps is graded", () => {
  const steps = Array.from({ length: 50_000 }, (_, at) => ({
    id: `s${at}`,
    choices: [move("a", 1, `s${at + 1}`), move("b", 0, `s${at + 1}`)],
  }));
  const long = { ...story, start: "s0", steps: [...steps, { id: "s50000", end: true }] };
  assert.equal(
    grade(
      long,
      steps.map(({ id }) => `${id}:a`),
    ).score,
    1,
  );
});

test("whatever a question or an answer holds, no grader throws and no score leaves 0..1", () => {
  const junk = [
    null,
    undefined,
    7,
    NaN,
    "text",
    [],
    {},
    [null],
    [[]],
    [{}],
    { id: null },
    Object.create(null),
    Symbol("s"),
  ];
  const answers = [...junk, ["a"], ["one:good", 7], [{}], ["=", ":"]];
  for (const item of [number(), order, match, key, short, story, sky()]) {
    const { grade: own } = kindOf(item);
    const spoiled = Object.keys(item).flatMap((field) => junk.map((value) => ({ ...item, [field]: value })));
    for (const one of [...junk, ...spoiled])
      for (const chosen of answers) {
        const { score, correct } = own(one, chosen);
        assert.ok(score >= 0 && score <= 1 && correct === (score === 1));
        grade(one, chosen);
      }
  }
});

test("every kind says out of how many points it is scored and what would have been right", () => {
  for (const kind of kinds.values()) {
    for (const part of ["points", "key", "missed", "accepts", "ready", "status", "control"])
      assert.equal(typeof kind[part], "function", `${kind.kind}: ${part}`);
  }
  assert.equal(kindOf(order).key(order), "Right order: a; b; c; d.");
  assert.equal(kindOf(short).key(short), "Right answer: THB2.");
});

test("a partial score is told in points of its own kind", () => {
  const points = (item, chosen) => kindOf(item).points(item, chosen);
  assert.equal(points(order, []), 6);
  assert.equal(points(match, []), match.prompts.length);
  assert.equal(points(short, []), 1);
});
