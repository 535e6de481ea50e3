import assert from "node:assert/strict";
import { test } from "node:test";

import { bestPath, costs, reaches, sideBySide, walk, worthOf } from "../../../quizzes/kinds/case/graph.js";

const move = (id, worth, next) => ({ id, text: id, consequence: "", rationale: "", worth, next });
const step = (id, ...choices) => ({ id, text: id, lead_in: "?", choices, end: false });
const end = (id) => ({ id, text: id, lead_in: null, choices: [], end: true });

/** See, then prove, then treat; waiting leads round by a late visit, cutting at once to a bad end. */
const story = {
  start: "see",
  steps: [
    step("see", move("image", 2, "prove"), move("wait", -1, "late"), move("cut", -2, "spilt")),
    step("late", move("image", 1, "prove"), move("cut", -2, "spilt")),
    step("prove", move("core", 2, "treat"), move("needle", 0, "treat")),
    step("treat", move("plan", 1, "over"), move("rush", -1, "over")),
    end("over"),
    end("spilt"),
  ],
};
const taken = (...parts) => walk(story, parts).taken;

test("what a choice cost is how much less can be reached after it", () => {
  // From the start 5 can be reached; by waiting −1 + 1 + 2 + 1 = 3, by the needle 2 less, by the plan nothing less.
  assert.deepEqual(costs(story, taken("see:wait", "late:image", "prove:needle", "treat:plan")), [2, 0, 2, 0]);
});

test("the costs of a path add up to what the best path is worth more", () => {
  for (const parts of [["see:cut"], ["see:wait", "late:cut"], ["see:image", "prove:needle", "treat:rush"]]) {
    const path = taken(...parts);
    const lost = costs(story, path).reduce((sum, cost) => sum + cost, 0);
    assert.equal(lost, 5 - worthOf(path), parts.join());
  }
});

test("the best path costs nothing", () => {
  assert.deepEqual(costs(story, bestPath(story)), [0, 0, 0]);
});

test("how many choices are left on the best path is known at every step", () => {
  const found = reaches(story);
  assert.deepEqual(
    ["see", "late", "prove", "treat", "over"].map((id) => found.get(id)?.steps),
    [3, 3, 2, 1, 0],
  );
});

const names = (rows) => rows.map(({ own, best }) => [own?.step.id ?? "", best?.step.id ?? ""]);

test("a step that both paths take is one row, a step of one path has a row of its own", () => {
  const own = taken("see:wait", "late:image", "prove:core", "treat:plan");
  assert.deepEqual(names(sideBySide(own, bestPath(story))), [
    ["see", "see"],
    ["late", ""],
    ["prove", "prove"],
    ["treat", "treat"],
  ]);
});

test("what is left of the best path comes after a path that ended early", () => {
  assert.deepEqual(names(sideBySide(taken("see:cut"), bestPath(story))), [
    ["see", "see"],
    ["", "prove"],
    ["", "treat"],
  ]);
});

test("steps that a path left out stand before the step where the two meet again", () => {
  const [see, , treat] = bestPath(story);
  assert.deepEqual(names(sideBySide([see, treat], bestPath(story))), [
    ["see", "see"],
    ["", "prove"],
    ["treat", "treat"],
  ]);
});
