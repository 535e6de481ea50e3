import assert from "node:assert/strict";
import { afterEach, beforeEach, mock, test } from "node:test";

import { stopwatch } from "../../../../quizzes/frontend/card/stopwatch.js";

const MINUTE = 60_000;
let time = 0;
/** A page as far as a stopwatch knows it, whose reader may look away. */
const page = Object.assign(new EventTarget(), { hidden: false });
/** A card, and whether the pointer or the focus is in it. */
const card = () => Object.assign(new EventTarget(), { inside: false, matches: () => root.inside });
let root = card();

beforeEach(() => {
  mock.method(performance, "now", () => time);
  Reflect.set(globalThis, "document", page);
  [time, root, page.hidden] = [0, card(), false];
});
afterEach(() => {
  mock.restoreAll();
  Reflect.deleteProperty(globalThis, "document");
});

const watch = () => stopwatch(/** @type {any} */ (root));
/** @param {string} name @param {boolean} inside */
function move(name, inside) {
  root.inside = inside;
  root.dispatchEvent(new Event(name));
}
/** @param {boolean} hidden */
function turn(hidden) {
  page.hidden = hidden;
  page.dispatchEvent(new Event("visibilitychange"));
}

test("the time in the card counts, the time outside does not", () => {
  const { read } = watch();
  move("pointerenter", true);
  time += 5000;
  move("pointerleave", false);
  time += MINUTE;
  assert.equal(read(), 5000);
});

test("ten minutes in another tab do not count, though the focus stays in the field", () => {
  const { read } = watch();
  move("focusin", true);
  time += 5000;
  turn(true);
  time += 10 * MINUTE;
  turn(false);
  time += 4000;
  assert.equal(read(), 9000);
});

test("lunch before an open page counts two minutes at the most, reading with a sign of life all of it", () => {
  const { read } = watch();
  move("focusin", true);
  time += 45 * MINUTE;
  move("keydown", true);
  assert.equal(read(), 2 * MINUTE);
  for (let minute = 0; minute < 5; minute += 1) {
    time += MINUTE;
    move("pointermove", true);
  }
  assert.equal(read(), 7 * MINUTE);
});
