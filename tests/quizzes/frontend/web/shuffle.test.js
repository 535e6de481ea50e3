import assert from "node:assert/strict";
import { test } from "node:test";

import { shuffled } from "../../../../quizzes/frontend/web/shuffle.js";

const five = ["a", "b", "c", "d", "e"];

test("the same seed and question give the same order", () => {
  assert.deepEqual(shuffled(five, 7, "one"), shuffled(five, 7, "one"));
});

test("the order holds from one release to the next", () => {
  assert.deepEqual(shuffled(five, 42, "example-sky").join(""), "acdeb");
});

test("an order keeps every option, and leaves the list it was given as it was", () => {
  for (let seed = 0; seed < 100; seed += 1) assert.deepEqual(shuffled(five, seed, "one").sort(), five);
  assert.deepEqual(five, ["a", "b", "c", "d", "e"]);
});

test("over many readers each option stands first about equally often", () => {
  const first = new Map(five.map((option) => [option, 0]));
  for (let seed = 0; seed < 5000; seed += 1) {
    const [option] = shuffled(five, seed, "one");
    first.set(option, (first.get(option) ?? 0) + 1);
  }
  // 1000 expected of each; five standard deviations are 141.
  for (const [option, count] of first) assert.ok(Math.abs(count - 1000) < 141, `${option}: ${count}`);
});

test("two questions of one reader have orders of their own", () => {
  const orders = new Set(["one", "two", "three", "four", "five"].map((name) => shuffled(five, 1, name).join("")));
  assert.ok(orders.size > 1);
});
