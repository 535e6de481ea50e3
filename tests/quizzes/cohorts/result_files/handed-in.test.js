import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import zlib from "node:zlib";

import { crc32 } from "../../../../quizzes/frontend/cohorts/crc32.js";
import { read, unopened } from "../../../../quizzes/frontend/cohorts/handed-in.js";
import { textOf } from "../../../../quizzes/frontend/record/encoding.js";
import { read as imported } from "../../../../quizzes/frontend/record/transfer.js";
import { BOOK } from "../../storage.js";

const cases = JSON.parse(readFileSync(new URL("./handed_in.json", import.meta.url), "utf-8"));
const bytes = (/** @type {string} */ text) => new TextEncoder().encode(text);
const AT = Date.UTC(2026, 0, 31, 11);

/** The JSON of Python, which has a space after each comma and colon. @param {unknown} value @returns {string} */
function spaced(value) {
  if (Array.isArray(value)) return `[${value.map(spaced).join(", ")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  return `{${Object.entries(value)
    .map(([name, inner]) => `${JSON.stringify(name)}: ${spaced(inner)}`)
    .join(", ")}}`;
}

const USUAL = { settings: { certainty: true, daily: 20 }, reviews: {}, exams: {} };

/** The file of a case, which `test_handed_in.py` makes in the same way. @param {Record<string, any>} one */
function content(one) {
  if ("text" in one) return bytes(one.text);
  if ("hex" in one) return Uint8Array.from(one.hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
  const usual = { digest: "0123456789ab", chosen: ["blue"], checked: true, at: AT, certainty: 0, hints: 0, ms: 5000 };
  const { [one.without]: _, ...given } = { ...usual, flagged: false, score: 1, ...one.answer };
  const head = { pseudonym: "Kim", format: `${BOOK}-results`, version: 1, book: BOOK };
  const file = { ...head, exported: "2026-01-31T12:00:00.000Z", answers: { sky: given }, ...USUAL, ...one.file };
  const deep = (/** @type {number} */ depth) => "[".repeat(depth) + "]".repeat(depth);
  const text = spaced(file).replace('"DEEP200"', deep(200)).replace('"DEEP201"', deep(201));
  const [old, fresh] = one.replace ?? ["", ""];
  assert.ok(text.includes(old));
  const whole = text.replace(old, () => fresh);
  if (!("encoding" in one)) return bytes((one.mark ? "\ufeff" : "") + whole);
  const halves = Buffer.from(`\ufeff${whole}`, "utf-16le");
  return new Uint8Array(one.encoding === "utf-16-le" ? halves : halves.swap16());
}

for (const one of cases) {
  test(`a file is read or refused as the case says: ${one.what}`, () => {
    const found = read(content(one), Date.now());
    if ("reason" in one) return assert.deepEqual(found, { reason: one.reason });
    assert.ok("answers" in found, JSON.stringify(found));
    const student = found.student.replace(/\([0-9a-f]{8}\)$/, "(MARK)");
    assert.deepEqual({ ...found, student, answers: found.answers.length }, one.read);
    if ("chosen" in one) assert.deepEqual(found.answers[0][1].chosen, one.chosen);
  });
}

for (const one of cases) {
  // Where they differ the case says it: a class reads less of a file, and an import judges each time by itself.
  test(`a reader imports what a class takes, and nothing else: ${one.what}`, () => {
    const text = textOf(content(one));
    const found = text === null ? { fault: "encoding" } : imported(text, Date.now());
    assert.equal("kept" in found, one.imported ?? "read" in one, JSON.stringify(found));
  });
}

test("a reading keeps every value of an answer", () => {
  const answer = { digest: "0123456789ab", chosen: ["a", ""], checked: true, at: 1.5, certainty: 2, hints: 1, ms: 2 };
  const found = read(content({ file: { answers: { sky: { ...answer, flagged: true, score: 0.25 } } } }), Date.now());
  assert.deepEqual("answers" in found && found.answers, [["sky", { ...answer, flagged: true, score: 0.25 }]]);
});

test("the checksum is zlib's", () => {
  for (const text of ["", "a", "kim\n", "é𝒳".repeat(999)]) {
    assert.equal(crc32(bytes(text)), zlib.crc32(bytes(text)).toString(16).padStart(8, "0"));
  }
});

test("what is packed or too large is not opened", () => {
  assert.match(unopened("rest.ZIP", 5) ?? "", /^is a \.zip: unpack it/);
  assert.equal(unopened("huge.json", 1e9), "is too large: 1,000.0 MB; 5 MB at most");
  assert.equal(unopened("kim.json", 5_000_000), null);
});

test("a file that begins a text again and again and ends none is refused as soon as any other", () => {
  const begun = process.cpuUsage();
  const found = read(bytes('"\\'.repeat(300_000)), Date.now());
  assert.deepEqual(found, { reason: "is not JSON: cut short or damaged" });
  // It takes a hundredth of a second, and took minutes where each sign was taken for a beginning.
  assert.ok(process.cpuUsage(begun).user < 10e6);
});
