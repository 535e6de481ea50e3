import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import fc from "fast-check";
import { described, percent } from "../../../outcomes/frontend/explorer/words.js";
import { atLeast, clopperPearson, ruleOfThree, wilson } from "../../../outcomes/frontend/intervals.js";

const rows = JSON.parse(readFileSync(new URL("../intervals.json", import.meta.url), "utf-8"));
const counts = fc.integer({ min: 1, max: 500 }).chain((n) => fc.tuple(fc.integer({ min: 0, max: n }), fc.constant(n)));

test("the intervals are scipy's", () => {
  assert.ok(rows.length > 200);
  for (const { events, n, exact, wilson: score } of rows) {
    for (const [mine, its] of [
      [clopperPearson(events, n), exact],
      [wilson(events, n), score],
    ]) {
      assert.ok(Math.abs(mine.low - its[0]) < 1e-10, `${events} of ${n}: ${mine.low} and ${its[0]}`);
      assert.ok(Math.abs(mine.high - its[1]) < 1e-10, `${events} of ${n}: ${mine.high} and ${its[1]}`);
    }
  }
});

test("the words are those of the built page", () => {
  for (const { events, n, said } of rows) assert.equal(described(events, n).said, said, `${events} of ${n}`);
});

test("an interval holds the share, stays within 0 and 1, and is the mirror of that of those without the event", () => {
  fc.assert(
    fc.property(counts, ([events, n]) => {
      for (const interval of [clopperPearson, wilson]) {
        const { low, high } = interval(events, n);
        const mirror = interval(n - events, n);
        assert.ok(0 <= low && low <= events / n + 1e-12 && events / n - 1e-12 <= high && high <= 1);
        assert.ok(Math.abs(low - (1 - mirror.high)) < 1e-10);
      }
    }),
  );
});

test("at each end of the exact interval the counts are just as rare as the level says", () => {
  fc.assert(
    fc.property(counts, ([events, n]) => {
      const { low, high } = clopperPearson(events, n);
      if (events > 0) assert.ok(Math.abs(atLeast(events, n, low) - 0.025) < 1e-9);
      if (events < n) assert.ok(Math.abs(1 - atLeast(events + 1, n, high) - 0.025) < 1e-9);
    }),
  );
});

test("the rule of three is 3/n, and nothing where that says nothing", () => {
  assert.equal(ruleOfThree(52), 3 / 52);
  assert.deepEqual([1, 2, 3].map(ruleOfThree), [null, null, null]);
  assert.match(described(0, 52).said, /None among 52 .* here 5\.8%/);
  assert.match(described(52, 52).said, /All of 52 .* here 94\.2%/);
  assert.match(described(0, 16).said, /Below about 30 patients/);
  assert.match(described(0, 3).said, /says nothing/);
  assert.equal(described(1, 52).three, null);
});

test("what is nearly none or nearly all is not said to be none or all", () => {
  assert.deepEqual([0, 0.0004, 0.0005, 0.125, 0.0625, 0.9996, 1].map(percent), [
    "0%",
    "<0.1%",
    "0.1%",
    "12.5%",
    "6.3%",
    ">99.9%",
    "100%",
  ]);
});
