// The table of a class as CSV: no text of a question is a formula to a spreadsheet, and each comes back as it was.

import assert from "node:assert/strict";
import { test } from "node:test";

import { csv } from "../../../quizzes/frontend/cohorts/table.js";

const FORMULAS = [
  "=1+1",
  "+1",
  "-1",
  "@SUM(A1)",
  "\t=1",
  "\r=1",
  "\n=1",
  " =1",
  "\u00a0=1",
  "\u3000＝1",
  "＋1",
  "－1",
  "＠A1",
];
const TEXTS = [...FORMULAS, "5 = 5", 'He said "=1", then left', "a\r\n=1", ""];

/** The cells of a file, as RFC 4180 says. @param {string} text */
const cells = (text) =>
  [...text.matchAll(/(?:"((?:[^"]|"")*)"|([^,\r\n"]*))(?:,|\r\n)/g)].map(([, quoted, plain]) =>
    quoted === undefined ? plain : quoted.replace(/""/g, '"'),
  );

test("no spreadsheet takes the text of a question for a formula", () => {
  const share = { low: 0, high: 1 };
  const rows = TEXTS.map((text, at) => ({
    question: { bank: "a", place: at + 1, item: "q", digest: "", key: null, question: text, options: [] },
    ...{ n: 1, facility: 1, facilityRange: share, discrimination: -0.5, discriminationRange: null, nRest: 1 },
    ...{ warning: "", options: [], mistakes: [] },
  }));
  const [heads, ...found] = cells(csv(/** @type {any} */ (rows))).reduce(
    (/** @type {string[][]} */ lines, cell, at) => {
      if (at % 13 === 0) lines.push([]);
      lines[lines.length - 1].push(cell);
      return lines;
    },
    [],
  );
  const column = heads.indexOf("question");
  assert.deepEqual(
    found.map((line) => line[column]),
    TEXTS.map((text) => (FORMULAS.includes(text) ? `'${text}` : text)),
  );
  // A number below nothing is a number.
  assert.equal(found[0][heads.indexOf("discrimination")], "-0.5");
});
