import assert from "node:assert/strict";
import { test } from "node:test";

import { traitAnswers } from "../../quizzes/frontend/traits.js";
import { flag, sky } from "./example.js";

/** anywidget's model over plain values; `synced` is what Python has been told. */
function model(values = {}) {
  const traits = new Map(Object.entries({ responses: {}, score: null, complete: false, seed: 5, ...values }));
  const listeners = new Set();
  const synced = {};
  return {
    synced,
    get: (name) => traits.get(name),
    set: (name, value) => (
      traits.set(name, value),
      name === "responses" && listeners.forEach((tell) => tell())
    ),
    on: (_, listener) => listeners.add(listener),
    off: (_, listener) => listeners.delete(listener),
    save_changes: () => Object.assign(synced, Object.fromEntries(traits)),
  };
}

const items = [sky(), flag()];

test("Python is told the answer, whether it is right, and the score", () => {
  const live = model();
  traitAnswers(live, items).put(items[0], ["blue"], true);
  assert.deepEqual(live.synced.responses, {
    "example-sky": { chosen: ["blue"], checked: true, correct: true, score: 1 },
  });
  assert.equal(live.synced.score, 1);
  assert.equal(live.synced.complete, false);
});

test("a pick not yet checked has no score, and no answer at all is not a score of 0", () => {
  const live = model();
  traitAnswers(live, items).put(items[0], ["red"], false);
  assert.deepEqual(live.synced.responses["example-sky"], {
    chosen: ["red"],
    checked: false,
    correct: null,
    score: null,
  });
  assert.equal(live.synced.score, null);
});

test("once all are checked the quiz is complete, its score the sum", () => {
  const live = model();
  const answers = traitAnswers(live, items);
  answers.put(items[0], ["red"], true);
  answers.put(items[1], ["blue", "white", "green"], true);
  assert.equal(live.synced.complete, true);
  assert.equal(live.synced.score, 1 / 3);
});

test("what the traits hold is shown again", () => {
  const live = model({
    responses: { "example-sky": { chosen: ["red"], checked: true, correct: false, score: 0 } },
  });
  assert.deepEqual(traitAnswers(live, items).get(items[0]), { chosen: ["red"], checked: true, lost: null });
});

test("a response that Python spoilt is unread, and the others hold", () => {
  const live = model({ responses: { "example-sky": 7, "example-flag": { chosen: ["blue"] } } });
  const answers = traitAnswers(live, items);
  assert.equal(answers.get(items[0]).lost, "unread");
  assert.deepEqual(answers.get(items[1]).chosen, ["blue"]);
});

test("clearing takes the answers and the score back", () => {
  const live = model();
  const answers = traitAnswers(live, items);
  answers.put(items[0], ["blue"], true);
  answers.clear(items);
  assert.deepEqual([live.synced.responses, live.synced.score, live.synced.complete], [{}, null, false]);
});

test("when Python takes the answers back, the score goes with them", () => {
  const live = model();
  const answers = traitAnswers(live, items);
  answers.subscribe(() => {});
  answers.put(items[0], ["blue"], true);
  live.set("responses", {});
  assert.deepEqual([live.synced.score, live.synced.complete], [null, false]);
});

test("a listener hears of changes until it is let go", () => {
  const live = model();
  const answers = traitAnswers(live, items);
  let heard = 0;
  const release = answers.subscribe(() => (heard += 1));
  answers.put(items[0], ["blue"], false);
  release();
  answers.put(items[0], ["red"], false);
  assert.equal(heard, 1);
});
