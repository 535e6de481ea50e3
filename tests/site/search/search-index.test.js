// The search finds the same, however many files its words are split into (book/_ext/search/index.py).
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { runInNewContext } from "node:vm";

const FIND = await readFile(new URL("../../../book/_theme/static/search-index.js", import.meta.url), "utf8");
const WORDS = {
  8.3: [0, 1],
  thigh: [3, 1],
  thumb: [0, 1, 1, 1],
  thumbnail: [2, 1],
  to: [1, 1],
  top: [2, 1],
  βα: [3, 2],
};
const INDEX = { pages: [["a.html", "A", 4]], kinds: "ssss", lengths: [9, 9, 9, 9], chunk: 8, same: [], names: [] };

/** The search of an index whose words are in files by these beginnings, and the names of those it has loaded. @param {string[]} shards */
function searchOf(shards) {
  const sign = (/** @type {string} */ word) => (/^[a-z]/.test(word) ? word : `${/^\d/.test(word) ? "0" : "_"}${word}`);
  const at = (/** @type {string} */ word) => shards.filter((name) => sign(word).startsWith(name)).pop();
  /** @type {Map<string, unknown>} */
  const files = new Map([["index", { ...INDEX, shards }]]);
  for (const name of shards)
    files.set(`words-${name}`, Object.fromEntries(Object.entries(WORDS).filter(([word]) => at(word) === name)));
  files.set(
    "texts-0",
    ["a", "b", "c", "d"].map((name) => [name, name, name]),
  );
  const loaded = [];
  const courseSearch = {
    Stemmer: class {
      stemWord = (word) => word;
    },
    stopwords: new Set(),
  };
  const head = {
    append(script) {
      const name = script.src.replace(/\.js$/, "");
      loaded.push(name);
      if (files.has(name)) courseSearch.put(name, files.get(name));
      queueMicrotask(script.onload);
    },
  };
  const document = { currentScript: { dataset: { index: "" } }, head, createElement: () => ({}) };
  runInNewContext(FIND, { window: { courseSearch }, document, Promise });
  return { find: courseSearch.find, loaded };
}

const ONE_LETTER = ["0", "_", "t"];
const SPLIT = ["08", "_", "th", "thu", "to"];

for (const query of ["thumb", "thum", "top", "8.3", "βα", "htumb", "thumd", "hthumb", "humb", "top thumb"])
  test(`${query}: the same places`, async () => {
    const [whole, split] = [searchOf(ONE_LETTER), searchOf(SPLIT)];
    const found = [...(await whole.find(query)).places];
    assert.notDeepEqual(found, []);
    assert.deepEqual([...(await split.find(query)).places], found);
  });

test("a word loads the one file that has it", async () => {
  const { find, loaded } = searchOf(SPLIT);
  await find("top");
  assert.deepEqual(
    loaded.filter((name) => name.startsWith("words-")),
    ["words-to"],
  );
});

test("a word that the course has not loads no file in which none can be a letter off", async () => {
  const { find, loaded } = searchOf(SPLIT);
  await find("thumd");
  assert.ok(!loaded.includes("words-to"));
});
