import assert from "node:assert/strict";
import { test } from "node:test";

import { traitAnswers } from "../../../quizzes/frontend/traits.js";
import { flag, sky } from "../example.js";

/**
 * anywidget's model over plain values; `synced` is what Python has been told.
 * @param {object} [values]
 * @returns {import("../../../quizzes/frontend/traits.js").Model & { synced: Record<string, any> }}
 */
function model(values = {}) {
  /** @type {Map<string, any>} */
  const traits = new Map(
    Object.entries({ responses: {}, session: {}, score: null, complete: false, seed: 5, ...values }),
  );
  const listeners = new Map();
  /** @type {Record<string, any>} */
  const synced = {};
  return {
    synced,
    get: (name) => traits.get(name),
    set(name, value) {
      traits.set(name, value);
      [...listeners].forEach(([changed, tell]) => changed === `change:${name}` && tell());
    },
    on: (/** @type {string} */ name, /** @type {(...told: any[]) => void} */ listener) =>
      void listeners.set(name, listener),
    off: (name) => void listeners.delete(name),
    save_changes: () => Object.assign(synced, Object.fromEntries(traits)),
  };
}

const items = [sky(), flag()];
const untouched = { certainty: 0, hints: 0, flagged: false };

test("Python is told the answer, whether it is right, and the score", () => {
  const live = model();
  traitAnswers(live, items).put(items[0], ["blue"], true);
  assert.deepEqual(live.synced.responses, {
    "example-sky": { chosen: ["blue"], checked: true, correct: true, score: 1, ...untouched, ms: 0 },
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
    ...untouched,
    ms: 0,
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
  assert.deepEqual(traitAnswers(live, items).get(items[0]), {
    chosen: ["red"],
    checked: true,
    lost: null,
    ...untouched,
  });
});

test("a response that Python spoiled is unread, and the others hold", () => {
  const live = model({ responses: { "example-sky": 7, "example-flag": { chosen: ["blue"] } } });
  const answers = traitAnswers(live, items);
  assert.equal(answers.get(items[0]).lost, "unread");
  assert.deepEqual(answers.get(items[1]).chosen, ["blue"]);
});

test("a note that Python spoiled says nothing, and the others hold", () => {
  const notes = { "example-sky": { certainty: 9, hints: "2", flagged: 1 }, "example-flag": { certainty: 2, hints: 1 } };
  const answers = traitAnswers(model({ session: { notes } }), items);
  assert.deepEqual(answers.get(items[0]), { chosen: [], checked: false, lost: null, ...untouched });
  assert.deepEqual([answers.get(items[1]).certainty, answers.get(items[1]).hints], [2, 1]);
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

test("Python is told certainty, hints, the flag and the time of an answer", () => {
  const live = model();
  const answers = traitAnswers(live, items);
  answers.note(items[0], { flagged: true, hints: 2 });
  assert.deepEqual(live.synced.responses, {});
  answers.put(items[0], ["blue"], true, { certainty: 3, score: 1, ms: 4000 });
  const { certainty, hints, flagged, ms } = live.synced.responses["example-sky"];
  assert.deepEqual({ certainty, hints, flagged, ms }, { certainty: 3, hints: 2, flagged: true, ms: 4000 });
});

test("a second view of the widget knows flags, settings and the exam of the first", () => {
  const live = model();
  const [one, other] = [traitAnswers(live, items), traitAnswers(live, items)];
  const exam = { started: 5, limit: null, order: ["example-sky"], only: null, submitted: null };
  one.note(items[1], { flagged: true });
  one.set({ certainty: true });
  one.setExam("example", exam);
  assert.equal(other.get(items[1]).flagged, true);
  assert.equal(other.settings().certainty, true);
  assert.deepEqual(other.exam("example"), exam);
  other.setExam("example", null);
  assert.equal(one.exam("example"), null);
});

test("a question opened again starts without certainty and hints, and keeps its flag", () => {
  const answers = traitAnswers(model(), items);
  answers.note(items[0], { flagged: true, hints: 1 });
  answers.put(items[0], ["red"], true, { certainty: 2 });
  answers.put(items[0], [], false);
  assert.deepEqual(answers.get(items[0]), {
    chosen: [],
    checked: false,
    lost: null,
    ...untouched,
    flagged: true,
  });
});
