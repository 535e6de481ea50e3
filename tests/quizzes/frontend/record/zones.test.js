import assert from "node:assert/strict";
import { afterEach, test } from "node:test";

import { agenda, dayDue, dayOf, startOf } from "../../../../quizzes/frontend/record/due.js";

const HOME = process.env.TZ;
afterEach(() => {
  if (HOME === undefined) delete process.env.TZ;
  else process.env.TZ = HOME;
});
/** Read the clock on the wall somewhere else from now on. @param {string} zone */
const flyTo = (zone) => {
  process.env.TZ = zone;
};
const card = (/** @type {number} */ due) => ({
  digest: "d1",
  due,
  stability: 2,
  difficulty: 5,
  scheduled_days: 2,
  learning_steps: 0,
  reps: 1,
  lapses: 0,
  state: 2,
  last_review: due - 2 * 86_400_000,
});
const known = new Map([["a", "d1"]]);

for (const zone of ["America/Denver", "America/Los_Angeles", "Europe/Berlin", "America/Sao_Paulo"])
  test(`a review made due in New York comes back on the same day of the calendar in ${zone}`, () => {
    flyTo("America/New_York");
    const due = startOf(Date.UTC(2026, 10, 23) / 86_400_000);
    flyTo(zone);
    const left = (/** @type {number} */ day, /** @type {number} */ hour) =>
      agenda(new Map([["a", card(due)]]), known, 20, new Date(2026, 10, day, hour).getTime()).today.length;
    assert.deepEqual([left(22, 23), left(23, 3), left(23, 4)], [0, 0, 1]);
  });

for (const zone of ["Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "America/Santiago", "Africa/Cairo"])
  test(`each day of two years begins once in ${zone}, summer time or not`, () => {
    flyTo(zone);
    const first = dayOf(new Date(2026, 0, 1, 12).getTime());
    for (let day = first; day < first + 730; day += 1) {
      const date = new Date(day * 86_400_000);
      const [year, month, of] = [date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate()];
      assert.equal(dayDue(startOf(day)), day);
      assert.equal(dayOf(new Date(year, month, of, 4).getTime()), day);
      assert.equal(dayOf(new Date(year, month, of, 3, 59).getTime()), day - 1);
    }
  });
