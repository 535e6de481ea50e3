// The search finds the same, however many files its words are split into (book/_ext/search/index.py).
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { runInNewContext } from "node:vm";

const SCRIPTS = ["search-words.js", "search-index.js"].map((name) =>
  readFile(new URL(`../../../book/_theme/static/${name}`, import.meta.url), "utf8"),
);
const FIND = (await Promise.all(SCRIPTS)).join("\n");
const WORDS = {
  8.3: [0, 1],
  thigh: [3, 1],
  thumb: [0, 1, 1, 1],
  thumbnail: [2, 1],
  to: [1, 1],
  top: [2, 1],
  βα: [3, 2],
};
const INDEX = {
  pages: [["a.html", "A", 4]],
  kinds: "ssss",
  lengths: [9, 9, 9, 9],
  chunk: 8,
  same: [],
  said: [],
  names: [],
};

/**
 * The search of an index whose words are in files by these beginnings, and the names of those it has loaded.
 * @param {string[]} shards @param {Record<string, number[]>} words @param {Record<string, unknown>} index
 */
function searchOf(shards, words = WORDS, index = INDEX) {
  const sign = (/** @type {string} */ word) => (/^[a-z]/.test(word) ? word : `${/^\d/.test(word) ? "0" : "_"}${word}`);
  const at = (/** @type {string} */ word) => shards.filter((name) => sign(word).startsWith(name)).pop();
  /** @type {Map<string, unknown>} */
  const files = new Map([["index", { ...index, shards }]]);
  for (const name of shards)
    files.set(`words-${name}`, Object.fromEntries(Object.entries(words).filter(([word]) => at(word) === name)));
  files.set(
    "texts-0",
    ["a", "b", "c", "d"].map((name) => [name, name, name]),
  );
  const loaded = [];
  const courseSearch = {
    Stemmer: class {
      stemWord = (word) => word;
    },
    stopwords: new Set(["is", "this"]),
    grammar: new Set(["does", "have"]),
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

/** The places found among a hundred, of which each word is once in those that it names. @param {Record<string, number[]>} words @param {string[][][]} same */
function findAmong(words, same = []) {
  const gaps = (/** @type {number[]} */ places) => places.flatMap((place, at) => [place - (places[at - 1] ?? 0), 1]);
  const counted = Object.fromEntries(Object.entries(words).map(([word, places]) => [word, gaps(places)]));
  const index = {
    ...INDEX,
    kinds: "s".repeat(100),
    lengths: Array(100).fill(9),
    same,
    said: same.map((group) => group.length),
  };
  const { find } = searchOf(["_"].concat([..."abcdefghijklmnopqrstuvwxyz"]), counted, index);
  return async (/** @type {string} */ query) => [...(await find(query)).places];
}

test("each word that the course has not is taken for the nearest it has, whatever else is found", async () => {
  const find = findAmong({ pneumonitis: [4, 9], dose: [2, 9], denosumab: [6] });
  assert.equal((await find("pnemonitis dose"))[0], 9);
  // Two letters off in a long word; in a short one that would be another word.
  assert.deepEqual(await find("denusumob"), [6]);
  assert.deepEqual(await find("dsoo"), []);
});

test("a word a letter off in a phrase of the author's list has the phrase's meaning", async () => {
  const find = findAmong({ palliative: [5] }, [[["palliative"], ["hospice", "care"]]]);
  assert.deepEqual(await find("hospise care"), [5]);
});

test("two words that the course writes as one are one", async () => {
  const find = findAmong({ pseudoprogression: [3], progression: [1], progress: [1] });
  assert.deepEqual(await find("pseudo progression"), [3]);
  assert.deepEqual(await find("pseudo-progression"), [3]);
  const phrase = findAmong({ seizure: [5], drug: [1] }, [[["antiseizure"], ["seizure"]]]);
  assert.deepEqual(await phrase("anti-seizure"), [5]);
  // And where what is joined is a word that nobody looks for, there is none.
  assert.deepEqual(await phrase("drug th is"), await phrase("drug is"));
});

test("only the last word may still be going on", async () => {
  const find = findAmong({ cause: [1, 2], causeway: [3], thumb: [1, 2, 3, 4, 5, 6] });
  assert.ok(!(await find("cause thumb")).slice(0, 2).includes(3));
  assert.ok((await find("thumb cause")).slice(0, 3).includes(3));
});

test("words with which one asks are not looked for", async () => {
  const find = findAmong({ pill: [3], work: [1, 2, 3, 4], haven: [7] });
  assert.deepEqual(await find("does it have pill work"), await find("pill"));
});

test("in a phrase of the author's list the words with which one asks count", async () => {
  const find = findAmong({ outlook: [5], live: [1] }, [[["outlook"], ["how", "long", "live"]]]);
  assert.deepEqual(await find("how long live"), [5]);
});

test("a word of grammar makes a phrase another than its noun", async () => {
  const find = findAmong({ fertility: [5], kids: [1] }, [[["fertility"], ["have", "kids"]]]);
  assert.deepEqual(await find("have kids"), [5]);
  assert.deepEqual(await find("kids"), [1]);
});

test("what nearly every place says is wanted of none", async () => {
  const find = findAmong({ disease: Array.from({ length: 60 }, (_, place) => place), womb: [1, 2, 3, 4, 5, 77] });
  assert.deepEqual(new Set(await find("womb disease")), new Set([1, 2, 3, 4, 5, 77]));
});

test("what nearly every place says is found where nothing else is", async () => {
  const find = findAmong({ disease: Array.from({ length: 60 }, (_, place) => place) });
  assert.equal((await find("src disease")).length, 20);
});

test("a word in the title weighs more than as often in the text", async () => {
  const find = findAmong({ womb: [2, 6] });
  const { find: titled } = searchOf(
    ["w"],
    { womb: [2, 1, 4, 51] },
    { ...INDEX, kinds: "sssssss", lengths: Array(7).fill(9) },
  );
  assert.deepEqual(await find("womb"), [2, 6]);
  assert.deepEqual([...(await titled("womb")).places], [6, 2]);
});
