import assert from "node:assert/strict";
import { test } from "node:test";

import { flag, sky } from "../../example.js";
import { area, CARD, FIRST, open, tabs } from "../../storage.js";

test("a review is kept, and the one before can be put back in any tab", () => {
  const storage = area();
  const { one, other, tell } = tabs(storage);
  one.setReview("example-sky", CARD);
  tell(other);
  other.setReview("example-sky", { ...CARD, due: 99999 });
  tell(one);
  one.setReview("example-sky", CARD);
  tell(other);
  other.put(flag(), ["blue"], false);
  assert.deepEqual(
    [one, other, open(storage)].map((tab) => tab.review("example-sky")?.due),
    [90000, 90000, 90000],
  );
});

test("a question enters review when it is checked, not before, and answering it again moves nothing", () => {
  const store = open(area());
  store.put(sky(), ["red"], false);
  assert.equal(store.review("example-sky"), null);
  store.put(sky(), ["red"], true, { score: 0 });
  store.put(sky(), [], false);
  store.put(sky(), ["blue"], true, { score: 1, certainty: 3 });
  assert.equal(store.review("example-sky")?.stability, FIRST.stability);
});

test("a question that has changed enters review anew", () => {
  const store = open(area());
  store.put(sky(), ["red"], true, { score: 0 });
  store.put(sky({ digest: "d9" }), ["blue"], true, { score: 1 });
  assert.deepEqual([store.review("example-sky")?.digest, store.review("example-sky")?.scheduled_days], ["d9", 2]);
});
