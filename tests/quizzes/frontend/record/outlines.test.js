import assert from "node:assert/strict";
import { test } from "node:test";

import { outlinesOf } from "../../../../quizzes/frontend/record/outlines.js";

const LISTED = {
  version: "v1",
  chapters: [
    { name: "thumb", title: "Thumb", count: 2 },
    { name: "thumb-cold", title: "Cold thumb", count: 1 },
    { name: "renamed", kept: "old", title: "Renamed", count: 1 },
    { name: "read-only", title: "Without questions" },
  ],
};
const OUTLINE = {
  sections: { top: "Top" },
  script: "items.js",
  objectives: ["Name it."],
  items: [["thumb-1", "d1", 0, "Cold?"]],
};
/** @param {...string} ids */
const answered = (...ids) => ({ answers: new Map(ids.map((id) => [id, {}])), reviews: new Map() });

/** @param {(name: string) => any} load */
function outlines(load = () => OUTLINE) {
  /** @type {string[]} */
  const asked = [];
  const made = outlinesOf(LISTED, async (name, version) => {
    asked.push(`${name} ${version}`);
    return load(name);
  });
  return { ...made, asked };
}

test("at first nothing is loaded, and every chapter with questions is known by its name", () => {
  const { coming, chapters, asked } = outlines();
  assert.equal(coming(answered()), null);
  assert.deepEqual(asked, []);
  assert.deepEqual(
    chapters().map(({ name, count, items }) => [name, count, items]),
    [
      ["thumb", 2, undefined],
      ["thumb-cold", 1, undefined],
      ["renamed", 1, undefined],
    ],
  );
});

test("what is loaded is what has an answer, once, also under the name that a chapter had before", async () => {
  const { coming, chapters, asked } = outlines();
  await coming(answered("thumb-1", "old-3", "gone-2", "nothing"));
  assert.deepEqual(asked, ["thumb v1", "renamed v1"]);
  assert.equal(coming(answered("thumb-1", "thumb-2", "old-3")), null);
  assert.deepEqual(chapters()[0].items, OUTLINE.items);
});

test("an id that may be of two chapters has both loaded", async () => {
  const { coming, asked } = outlines();
  await coming({ answers: new Map(), reviews: new Map([["thumb-cold-1", {}]]) });
  assert.deepEqual(asked, ["thumb v1", "thumb-cold v1"]);
});

test("what does not come is told, and not asked for again until it may come", async () => {
  let there = false;
  const { coming, lacking, again, asked } = outlines(() => (there ? OUTLINE : undefined));
  const kept = answered("thumb-1");
  await coming(kept);
  assert.equal(coming(kept), null);
  assert.deepEqual(
    lacking(kept).map(({ title }) => title),
    ["Thumb"],
  );
  there = true;
  again();
  await coming(kept);
  assert.deepEqual(lacking(kept), []);
  assert.equal(asked.length, 2);
});
