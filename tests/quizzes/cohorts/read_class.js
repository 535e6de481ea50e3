// @ts-check
/**
 * What the page makes of a class, in one JSON: `node read_class.js FOLDER DATA` reads the files below a folder with the
 * questions and limits in a file.
 */

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { cohort } from "../../../quizzes/frontend/cohorts/cohort.js";
import { isCompanion } from "../../../quizzes/frontend/cohorts/companions.js";
import { read, tidy, unopened } from "../../../quizzes/frontend/cohorts/handed-in.js";
import { itemAnalysis } from "../../../quizzes/frontend/cohorts/item-analysis.js";
import { written } from "../../../quizzes/frontend/cohorts/table.js";

const [folder, data] = process.argv.slice(2);
const { limits, banks } = JSON.parse(readFileSync(data, "utf-8"));
/** @type {import("../../../quizzes/frontend/cohorts/cohort.js").Question[]} */
const questions = Object.values(banks).flatMap((bank) => bank.questions);
const now = Date.now();
const names = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
const files = names.map((entry) => {
  const path = join(entry.parentPath, entry.name);
  const bytes = readFileSync(path);
  const reason = unopened(entry.name, bytes.length);
  const one = reason ? { reason } : read(bytes, now);
  const nobodys = "reason" in one && isCompanion(entry.name, bytes, limits.companion);
  return { file: tidy(path.slice(folder.length + 1)), ...(nobodys ? { beside: /** @type {const} */ (true) } : one) };
});
const found = cohort(files, questions, now, limits.looks);
const rows = itemAnalysis(found.scored, questions, limits);
process.stdout.write(JSON.stringify({ ...found, rows, cells: rows.map(written) }));
