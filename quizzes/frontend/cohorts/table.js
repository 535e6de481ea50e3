// @ts-check
/** The table of questions: what stands in its cells, as in `quizzes/cohorts/report/tables.py`. Pure. */

import { say } from "../strings.js";
import { count, number, numberRange, percent, percentRange } from "./numbers.js";

/** @typedef {import("./item-analysis.js").Row} Row */

/** What a row says, in words and figures. @param {Row} row */
export function written(row) {
  const { question } = row;
  return {
    question: `${question.place}. ${question.question}`,
    item: question.item,
    n: count(row.n),
    facility: percent(row.facility),
    facilityRange: percentRange(row.facilityRange),
    discrimination: number(row.discrimination),
    discriminationRange: numberRange(row.discriminationRange),
    warning: row.warning,
    options: row.options.map(({ text, correct, picked, share, warning }) => ({
      text,
      right: correct ? say("class_right") : "",
      said: say("class_pick", { picked: count(picked), share: percent(share) }),
      warning,
    })),
    mistakes: row.mistakes.map(({ answer, students, score }) => ({
      text: answer || say("class_nothing"),
      said: say("class_mistake", { students: count(students), score: number(score) }),
    })),
  };
}

const COLUMNS =
  "item,bank,place,question,n,facility,facility_low,facility_high,discrimination,discrimination_low,discrimination_high,n_rest,warning";

/** The table as CSV, in full precision, under the names that it has in Python. @param {readonly Row[]} rows */
export function csv(rows) {
  const lines = rows.map(
    ({ question, n, facility, facilityRange, discrimination, discriminationRange, nRest, warning }) => {
      const { item, bank, place, question: text } = question;
      const shares = [facility, facilityRange.low, facilityRange.high];
      const range = [discrimination, discriminationRange?.low, discriminationRange?.high];
      return [item, bank, place, text, n, ...shares, ...range, nRest, warning].map(cell).join(",");
    },
  );
  return `${[COLUMNS, ...lines].join("\r\n")}\r\n`;
}

/** A cell of CSV, which no spreadsheet takes for a formula. @param {string | number | null | undefined} value */
function cell(value) {
  if (typeof value === "number") return String(value);
  const text = (value ?? "").replace(/^[\t\r\n]|^\s*[=+\-@＝＋－＠]/, "'$&");
  return /[",\r\n]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text;
}
