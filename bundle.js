// @ts-check
/**
 * The front end, bundled once for both of its hosts: a classic script for pages (a book opened by double-click
 * refuses modules) and one module for notebooks (loaded from a blob address, where relative imports fail).
 * Run it with `npm run bundle`; what it writes is not kept in the repository.
 */

import { readFile } from "node:fs/promises";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";

/** @type {{ from: string, to: string, format?: import("esbuild").Format }[]} */
const entries = [
  { from: "quizzes/frontend/page.js", to: "quizzes/_bundle/quiz.js", format: "iife" },
  { from: "quizzes/frontend/widget.js", to: "quizzes/_bundle/widget.mjs", format: "esm" },
  { from: "quizzes/frontend/memory.js", to: "quizzes/_bundle/memory.js", format: "iife" },
  { from: "quizzes/frontend/review.js", to: "quizzes/_bundle/review.js", format: "iife" },
  { from: "quizzes/frontend/memory.css", to: "quizzes/_bundle/memory.css" },
  { from: "quizzes/frontend/quiz.css", to: "quizzes/_bundle/quiz.css" },
];

for (const { from, to, format } of entries) {
  await build({
    entryPoints: [from],
    outfile: to,
    format,
    bundle: true,
    minify: true,
    target: "es2020",
    logLevel: "warning",
  });
  const kilobytes = gzipSync(await readFile(to)).length / 1024;
  console.log(`${to}: ${kilobytes.toFixed(1)} KB gzip`);
}
