// @ts-check
/**
 * The front end, bundled once for both of its hosts: a classic script for pages (a book opened by double-click
 * refuses modules) and one module for notebooks (loaded from a blob address, where relative imports fail).
 * Run it with `npm run bundle`; what it writes is not kept in the repository.
 */

import { existsSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";

/** What only the page that reads a class says, what only the view for a room, and what only a package for an LMS. */
const TEACHING = /^(class|present|scorm)_/;
/** Beside what a package says stand the fields of a record, and of a student in the LMS. */
const NOT_SCORM = /^(?!scorm_|(scheduled|learning|last|student)_)/;
const NOT_CLASS = /^(?!class_)/;
const NOT_PRESENT = /^(?!present_|right_|learning_|announce_)/;
/** What is said of where answers are kept, and nothing else. */
const NOT_KEEP = /^(?!keep_)/;
/** What is said of a file that is saved. */
const NOT_SAVED = /^(?!file_|_)/;
/** What only the pages of progress, review, gain and class say, by the first word of the string's name, or only Python. */
const ELSEWHERE =
  /^(my_progress|file|review|import|keep|gain|class|present|scorm)_|^(to_questions(_one)?|learning_point|answer|place|widget|case_(whole|step|on))$/;

/** What is said of questions before anybody comes near them. */
const NOT_PRINTED = /^(?!printed_)/;

/** What a case's own script does not say, by the first word of the string's name, or only Python. */
const OF_NO_CASE = /^(?!case_|how_|counts_|verdict_|scored$|_)|^case_(whole|step|on)$/;

/**
 * `apart`: without the kinds whose card is a script and a style sheet of their own; `name`: under which the page finds
 * what a script exports.
 * @type {{ from: string, to: string, format?: import("esbuild").Format, without?: RegExp, apart?: true, name?: string }[]}
 */
const entries = [
  { from: "quizzes/frontend/page.js", to: "quizzes/_bundle/quiz.js", format: "iife", without: ELSEWHERE, apart: true },
  { from: "quizzes/frontend/waiting.js", to: "quizzes/_bundle/waiting.js", format: "iife", without: NOT_PRINTED },
  {
    from: "quizzes/kinds/case/card.js",
    to: "quizzes/_bundle/case.js",
    format: "iife",
    without: OF_NO_CASE,
    name: "courseCase",
  },
  { from: "quizzes/kinds/case/card.css", to: "quizzes/_bundle/case.css" },
  { from: "quizzes/frontend/widget.js", to: "quizzes/_bundle/widget.mjs", format: "esm", without: ELSEWHERE },
  {
    from: "quizzes/frontend/own/progress-page.js",
    to: "quizzes/_bundle/progress.js",
    format: "iife",
    without: TEACHING,
  },
  { from: "quizzes/frontend/own/review-page.js", to: "quizzes/_bundle/review.js", format: "iife", without: TEACHING },
  { from: "quizzes/frontend/own/gain-table.js", to: "quizzes/_bundle/gain.js", format: "iife", without: TEACHING },
  { from: "quizzes/frontend/folder/folder.js", to: "quizzes/_bundle/folder.js", format: "iife" },
  { from: "quizzes/frontend/own/framed.js", to: "quizzes/_bundle/framed.js", format: "iife", without: NOT_KEEP },
  {
    from: "quizzes/frontend/own/results-file/save-here.js",
    to: "quizzes/_bundle/save-here.js",
    format: "iife",
    without: NOT_SAVED,
    name: "courseSave",
  },
  { from: "quizzes/frontend/home/home.js", to: "quizzes/_bundle/home.js", format: "iife", without: TEACHING },
  {
    from: "quizzes/frontend/cohorts/class-report.js",
    to: "quizzes/_bundle/class-report.js",
    format: "iife",
    without: NOT_CLASS,
  },
  { from: "quizzes/frontend/cohorts/class-report.css", to: "quizzes/_bundle/class-report.css" },
  {
    from: "quizzes/frontend/present/present.js",
    to: "quizzes/_bundle/present.js",
    format: "iife",
    without: NOT_PRESENT,
  },
  { from: "quizzes/frontend/present/present.css", to: "quizzes/_bundle/present.css" },
  {
    from: "quizzes/frontend/scorm/shell.js",
    to: "quizzes/_bundle/scorm/shell.js",
    format: "iife",
    without: NOT_SCORM,
  },
  { from: "quizzes/frontend/scorm/borrow.js", to: "quizzes/_bundle/scorm/borrow.js", format: "iife" },
  { from: "quizzes/frontend/scorm/shell.css", to: "quizzes/_bundle/scorm/shell.css" },
  { from: "quizzes/frontend/own/own.css", to: "quizzes/_bundle/own.css" },
  { from: "quizzes/frontend/quiz.css", to: "quizzes/_bundle/quiz.css", apart: true },
  { from: "quizzes/frontend/notebook.css", to: "quizzes/_bundle/notebook.css" },
  { from: "outcomes/frontend/forest/page.js", to: "outcomes/_bundle/forest.js", format: "iife", name: "courseForest" },
  { from: "outcomes/frontend/explorer/page.js", to: "outcomes/_bundle/explorer.js", format: "iife" },
  { from: "outcomes/frontend/explorer/widget.js", to: "outcomes/_bundle/explorer.mjs", format: "esm" },
  { from: "outcomes/frontend/numbers/page.js", to: "outcomes/_bundle/numbers.js", format: "iife" },
  { from: "outcomes/frontend/take/take.js", to: "outcomes/_bundle/take.js", format: "iife", name: "courseTake" },
  { from: "outcomes/frontend/take/take.css", to: "outcomes/_bundle/take.css" },
  { from: "outcomes/frontend/explorer/explorer.css", to: "outcomes/_bundle/explorer.css" },
  { from: "outcomes/svg/drawing.css", to: "outcomes/_bundle/drawing.css" },
  { from: "book/_theme/offline/worker.js", to: "book/_theme/offline/_bundle/sw.js", format: "iife" },
];
// The theme's own files, one a concern, so that a page loads what it uses: they are only made smaller.
for (const name of await readdir("book/_theme/static"))
  if (/\.(js|css)$/.test(name)) entries.push({ from: `book/_theme/static/${name}`, to: `book/_theme/_bundle/${name}` });

/**
 * The catalog without the strings that a bundle never says.
 * @param {RegExp} without
 * @returns {import("esbuild").Plugin}
 */
const fewerStrings = (without) => ({
  name: "fewer strings",
  setup({ onLoad }) {
    onLoad({ filter: /(strings|words)\.json$/ }, async ({ path }) => {
      const all = Object.entries(JSON.parse(await readFile(path, "utf8")));
      const said = Object.fromEntries(all.filter(([name]) => !without.test(name)));
      return { contents: JSON.stringify(said), loader: "json" };
    });
  },
});

/** Cards that few pages need: a page that does loads them before its questions. @type {import("esbuild").Plugin} */
const cardsApart = {
  name: "cards apart",
  setup({ onLoad }) {
    onLoad({ filter: /kinds\/case\/card\.js$/ }, () => ({
      contents: "export const branchingCase = globalThis.courseCase?.branchingCase;",
    }));
    onLoad({ filter: /kinds\/case\/card\.css$/ }, () => ({ contents: "", loader: "css" }));
  },
};

/** What each kind adds to the look of a question: `card.css` beside its card, where it has one. @type {import("esbuild").Plugin} */
const everyKind = {
  name: "every kind",
  setup({ onLoad, onResolve }) {
    onResolve({ filter: /^every-kind$/ }, () => ({ path: resolve("quizzes/kinds/cards.js"), namespace: "every-kind" }));
    onLoad({ filter: /.*/, namespace: "every-kind" }, async ({ path }) => {
      const cards = [...(await readFile(path, "utf8")).matchAll(/from "(.+)\.js"/g)];
      const styles = cards
        .map(([, card]) => `${card}.css`)
        .filter((style) => existsSync(resolve(dirname(path), style)));
      return {
        contents: styles.map((style) => `@import "${style}";`).join("\n"),
        loader: "css",
        resolveDir: dirname(path),
      };
    });
  },
};

for (const { from, to, format, without, apart, name } of entries) {
  await build({
    entryPoints: [from],
    outfile: to,
    format,
    globalName: name,
    bundle: true,
    minify: true,
    // What checks the types has no say in what readers get.
    tsconfigRaw: {},
    target: "es2020",
    // What a style sheet shows stands beside it on the site.
    external: ["*.svg"],
    logLevel: "warning",
    plugins: [everyKind, ...(apart ? [cardsApart] : []), ...(without ? [fewerStrings(without)] : [])],
  });
  const names = (await readFile(to, "utf8")).match(/(?<=["'`])\w+_(?=\w*["'`$])/g) ?? [];
  const lost = names.filter((name) => without?.test(name));
  if (lost.length > 0)
    throw new Error(`${to} says strings that it was built without: ${[...new Set(lost)].join(", ")}`);
  const kilobytes = gzipSync(await readFile(to)).length / 1024;
  console.log(`${to}: ${kilobytes.toFixed(1)} KB gzip`);
}
