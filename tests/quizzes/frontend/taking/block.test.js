import assert from "node:assert/strict";
import { test } from "node:test";

import { BLOCK, mixed, nextBlock, weakest } from "../../../../quizzes/frontend/taking/block.js";

/** @param {string} id @param {number} number @param {import("../../../../quizzes/frontend/types.js").Item["bloom"]} [bloom] */
const item = (id, number, bloom = "apply") => ({ id, bloom, objective: { number, text: `Objective ${number}` } });
/** @param {string} id @param {number} number @param {"right" | "wrong" | "open"} state */
const row = (id, number, state) => ({
  item: item(id, number),
  settled: state !== "open",
  answered: state !== "open",
  correct: state === "right",
});
/** @param {readonly { id: string }[]} items */
const ids = (items) => items.map(({ id }) => id);

test("objectives come in turn, the easiest question of each first", () => {
  const items = [item("a1", 1, "evaluate"), item("a2", 1, "remember"), item("a3", 1), item("b1", 2), item("c1", 3)];
  assert.deepEqual(ids(mixed(items)), ["a2", "b1", "c1", "a3", "a1"]);
});

test("every question is in the order once, and the bank stays as it is", () => {
  const items = Array.from({ length: 23 }, (_, at) => item(`q${at}`, at % 4));
  const before = ids(items);
  assert.deepEqual(ids(mixed(items)).sort(), [...before].sort());
  assert.deepEqual(ids(items), before);
  assert.deepEqual(mixed([]), []);
});

test("a block is the next five that are open, or what is left", () => {
  const rows = Array.from({ length: 8 }, (_, at) => row(`q${at}`, 1, at < 2 ? "right" : "open"));
  assert.deepEqual(ids(nextBlock(rows)), ["q2", "q3", "q4", "q5", "q6"]);
  assert.equal(nextBlock(rows).length, BLOCK);
  assert.deepEqual(ids(nextBlock(rows.slice(0, 3))), ["q2"]);
  assert.deepEqual(nextBlock(rows.slice(0, 2)), []);
});

test("the weakest objective is that of which the least is right, and is asked in what is not right", () => {
  const rows = [row("a1", 1, "right"), row("a2", 1, "wrong"), row("b1", 2, "wrong"), row("b2", 2, "open")];
  const found = weakest(rows);
  assert.equal(found?.text, "Objective 2");
  assert.deepEqual(ids(found?.items ?? []), ["b1", "b2"]);
});

test("where nothing answered is wrong there is no weakest objective", () => {
  assert.equal(weakest([row("a1", 1, "right"), row("b1", 2, "open")]), null);
  assert.equal(weakest([]), null);
});
