// What is dropped on the class page: whatever cannot be opened is named, and stops nothing else.

import assert from "node:assert/strict";
import { test } from "node:test";

import { droppedFiles } from "../../../../quizzes/frontend/cohorts/chosen.js";

const GONE = new DOMException("It is gone.", "NotFoundError");

/** @param {string} path @param {boolean} [isGone] a file that was moved away since */
const file = (path, isGone = false) => ({
  isFile: true,
  isDirectory: false,
  name: path.slice(path.lastIndexOf("/") + 1),
  fullPath: path,
  file: (/** @type {(file: File) => void} */ found, /** @type {(why: DOMException) => void} */ lost) =>
    isGone ? lost(GONE) : found(new File(["{}"], path)),
});

/** @param {string} path @param {any[]} inside @param {boolean} [isClosed] whether it cannot be read to its end */
const folder = (path, inside, isClosed = false) => ({
  isFile: false,
  isDirectory: true,
  name: path.slice(path.lastIndexOf("/") + 1),
  fullPath: path,
  createReader() {
    const parts = inside.length > 0 ? [inside, []] : [[]];
    return {
      readEntries: (/** @type {(some: any[]) => void} */ found, /** @type {(why: DOMException) => void} */ lost) =>
        parts.length === 1 && isClosed ? lost(GONE) : found(parts.shift() ?? []),
    };
  },
});

/** @param {any[]} entries */
const dropped = (...entries) =>
  droppedFiles(/** @type {any} */ ({ items: entries.map((entry) => ({ webkitGetAsEntry: () => entry })), files: [] }));
/** @param {import("../../../../quizzes/frontend/cohorts/chosen.js").Chosen[]} found */
const said = (found) => found.map((one) => [one.name, "reason" in one ? one.reason : "a file"]);

test("a file that is gone and a folder that is closed are told, and the others are read", async () => {
  const class_ = folder("/class", [
    file("/class/kim.json"),
    file("/class/lee.json", true),
    folder("/class/late", [file("/class/late/jo.json")], true),
    file("/class/sam.json"),
  ]);
  assert.deepEqual(said(await dropped(class_)), [
    ["kim.json", "a file"],
    ["lee.json", "cannot be opened: It is gone."],
    ["late/jo.json", "a file"],
    ["late", "is a folder that cannot be opened: It is gone."],
    ["sam.json", "a file"],
  ]);
});

test("of several that are dropped each keeps its whole path", async () => {
  const found = said(await dropped(folder("/class", [file("/class/kim.json")]), file("/lee.json", true)));
  assert.deepEqual(found, [
    ["class/kim.json", "a file"],
    ["lee.json", "cannot be opened: It is gone."],
  ]);
});

test("a folder that cannot be opened at all is told by its name", async () => {
  assert.deepEqual(said(await dropped(folder("/class", [], true))), [
    ["class", "is a folder that cannot be opened: It is gone."],
  ]);
});
