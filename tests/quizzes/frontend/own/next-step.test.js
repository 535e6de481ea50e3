import assert from "node:assert/strict";
import { test } from "node:test";

import { blockOf, nextStep, weakestFirst } from "../../../../quizzes/frontend/own/next-step.js";

/**
 * A chapter of one objective: how many of its questions are right, and which are wrong and open.
 * @param {string} name
 * @param {{ right?: number, wrong?: string[], open?: string[] }} state
 * @returns {any}
 */
function row(name, { right = 0, wrong = [], open = [] }) {
  const chapter = { name, title: name, href: `${name}.html`, objectives: [name], items: [] };
  const answered = right + wrong.length;
  const count = { total: answered + open.length, answered, right, due: 0 };
  return { chapter, count, open, wrong, objectives: [{ chapter, text: name, first: "", count, open, wrong }] };
}

const names = (rows) => rows.map(({ chapter }) => chapter.name);
const GOOD = row("good", { right: 3, open: ["g4"] });
const HALF = row("half", { right: 2, wrong: ["h1", "h2"], open: ["h5"] });
const POOR = row("poor", { right: 1, wrong: ["p1", "p2", "p3"] });
const NEW = row("new", { open: ["n1", "n2"] });
const LATER = row("later", { open: ["l1"] });

test("the chapter of which the smallest share is right stands first, those not begun last and as in the book", () => {
  assert.deepEqual(names(weakestFirst([NEW, GOOD, HALF, LATER, POOR])), ["poor", "half", "good", "new", "later"]);
});

test("a block is of what is open, then of what is wrong, five at the most", () => {
  assert.deepEqual(blockOf(HALF), { href: "half.html?again=h5+h1+h2#h5", count: 3 });
  assert.equal(blockOf(row("many", { open: ["a", "b", "c", "d", "e", "f"] }))?.count, 5);
});

test("of a chapter that is known by name alone a block is its first questions", () => {
  const named = (count) => ({ ...row("named", {}), chapter: { ...row("named", {}).chapter, items: undefined, count } });
  assert.deepEqual(blockOf(named(12)), { href: "named.html?questions=5", count: 5 });
  assert.deepEqual(blockOf(named(2)), { href: "named.html?questions=2", count: 2 });
});

test("where all is right there is no block", () => {
  assert.equal(blockOf(row("done", { right: 4 })), null);
});

test("a test is neither called weak nor done again, so that what it is compared with stays", () => {
  const test = row("test", { wrong: ["t1", "t2"], open: ["t3"] });
  test.chapter.test = true;
  assert.deepEqual(blockOf(test), { href: "test.html?again=t3#t3", count: 1 });
  const step = nextStep([test, HALF], 0);
  assert.ok(step.do === "weakest");
  assert.equal(step.objective.text, "half");
});

test("what is due comes before everything", () => {
  assert.deepEqual(nextStep([POOR, NEW], 6), { do: "review", count: 6 });
});

test("then the weakest objective, with what of it was wrong", () => {
  const step = nextStep([NEW, HALF, POOR], 0);
  assert.ok(step.do === "weakest");
  assert.deepEqual([step.objective.text, step.block.href], ["poor", "poor.html?again=p1+p2+p3#p1"]);
});

test("then the next chapter that is not begun, after the last that is", () => {
  const step = nextStep([NEW, GOOD, LATER], 0);
  assert.ok(step.do === "chapter");
  assert.equal(step.chapter.name, "later");
});

test("or one that was passed over", () => {
  const step = nextStep([NEW, GOOD], 0);
  assert.ok(step.do === "chapter");
  assert.equal(step.chapter.name, "new");
});

test("then what is still open", () => {
  const step = nextStep([row("done", { right: 2 }), GOOD], 0);
  assert.ok(step.do === "open");
  assert.deepEqual([step.chapter.name, step.block.count], ["good", 1]);
});

test("and where everything is right, nothing", () => {
  assert.deepEqual(nextStep([row("done", { right: 2 })], 0), { do: "nothing" });
});
