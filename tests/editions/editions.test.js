// What an earlier edition kept and exported is read, and the same is written still: nothing is lost either way.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import { decode, encode, KEY, OLD_KEY } from "../../quizzes/frontend/record/record.js";
import { read, written } from "../../quizzes/frontend/record/transfer.js";

const NOON = Date.UTC(2026, 10, 21, 12);
const file = (/** @type {string} */ name) => readFileSync(new URL(name, import.meta.url), "utf-8");

test("answers are kept where they were", () => {
  assert.deepEqual([KEY, OLD_KEY], ["asps-course.v2", "asps-course.v1"]);
});

test("a record is read without a loss, and written to the byte as it was", () => {
  const found = decode(file("record-2.json"));
  assert.ok(found.state === "record" && found.seed !== null);
  assert.deepEqual(
    [found.dropped, found.kept.answers.size, found.kept.reviews.size, found.kept.exams.size],
    [0, 8, 1, 1],
  );
  assert.equal(encode(found.seed, found.kept), file("record-2.json"));
});

test("a results file is taken in, and written to the byte as it was", () => {
  const found = read(file("results-1.json"), NOON);
  assert.ok("kept" in found);
  assert.equal(written(found.kept, NOON), file("results-1.json"));
});
