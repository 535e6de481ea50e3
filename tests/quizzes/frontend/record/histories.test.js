// Random histories of two views of one storage: no answer that was checked is lost, and none is counted twice.

import assert from "node:assert/strict";
import { test } from "node:test";

import fc from "fast-check";
import { openStore } from "../../../../quizzes/frontend/record/store.js";
import { joined, read, written } from "../../../../quizzes/frontend/record/transfer.js";

const HISTORIES = 1000;
const NOW = Date.UTC(2026, 10, 21, 12);
const HOUR = 3_600_000;
const item = (/** @type {number} */ at) =>
  /** @type {import("../../../../quizzes/frontend/types.js").Item} */ ({ id: `q-${at}`, digest: "0123456789ab" });
const QUESTIONS = [0, 1, 2].map(item);

/**
 * What happens, each to a view: an answer is checked or only picked, a question is tried again; the page crashes and is
 * loaded again; it hears of one change elsewhere; it lies in the cache of the way back, and is come back to; it writes a
 * file, and takes the last one in; it erases everything. Or, to both: the clock goes wrong or is put right, the storage is
 * full, refused, or neither.
 */
const view = fc.nat(1);
const question = fc.nat(QUESTIONS.length - 1);
const step = fc.oneof(
  { weight: 8, arbitrary: fc.record({ what: fc.constantFrom("check", "pick", "retry"), view, question }) },
  { weight: 4, arbitrary: fc.record({ what: fc.constant("hear"), view }) },
  { weight: 2, arbitrary: fc.record({ what: fc.constantFrom("crash", "leave", "come back"), view }) },
  { weight: 1, arbitrary: fc.record({ what: fc.constantFrom("export", "import", "erase"), view }) },
  {
    weight: 1,
    arbitrary: fc.record({ what: fc.constant("clock"), isWrong: fc.boolean() }),
  },
  { weight: 2, arbitrary: fc.record({ what: fc.constant("storage"), is: fc.constantFrom("well", "full", "refused") }) },
);

/**
 * A browser with one storage, and pages that hear of each other's writes when the history says so.
 * @param {boolean} late whether a page goes on seeing what it last heard of, as the processes of Chromium do
 */
function browser(late) {
  /** @type {Map<string, string>} */
  const held = new Map();
  let is = "well";
  let [written, drawings] = [0, 0];
  /** No two records have one seed. */
  const drawn = () => {
    drawings += 1;
    return drawings / 2 ** 32;
  };
  /** @type {Set<any>} */
  const pages = new Set();

  /** @param {() => number} now */
  function page(now) {
    const cache = new Map(held);
    /** Writes elsewhere that it has not heard of. @type {{ key: string, newValue: string | null, order: number }[]} */
    const inbox = [];
    let own = 0;
    let away = false;
    const refuse = (/** @type {string} */ why) => {
      throw new DOMException(why, "QuotaExceededError");
    };
    /** @param {string} key @param {string | null} newValue */
    function write(key, newValue) {
      if (is !== "well") refuse(is);
      const before = (late ? cache : held).get(key) ?? null;
      if (before === newValue) return;
      for (const map of [cache, held]) newValue === null ? map.delete(key) : map.set(key, newValue);
      written += 1;
      own = written;
      for (const other of pages) if (other !== self) other.tell({ key, newValue, order: written });
    }
    const area = {
      getItem: (/** @type {string} */ key) =>
        is === "refused" ? refuse(is) : ((late ? cache : held).get(key) ?? null),
      setItem: write,
      removeItem: (/** @type {string} */ key) => write(key, null),
    };
    const self = {
      store: openStore({ storage: () => area, now, random: () => drawn() }),
      /** @param {typeof inbox[0]} change */
      tell: (change) => void inbox.push(change),
      hear() {
        if (away) return false;
        const change = inbox.shift();
        if (change === undefined) return false;
        // What came to the storage before this page's own last write is over already; told of it is all the same.
        if (change.order > own)
          change.newValue === null ? cache.delete(change.key) : cache.set(change.key, change.newValue);
        self.store.storageChanged(change);
        return true;
      },
      leave() {
        away = true;
        reach(self);
      },
      comeBack() {
        if (!away) return;
        away = false;
        inbox.length = 0;
        cache.clear();
        for (const [key, value] of held) cache.set(key, value);
        self.store.comeBack();
      },
    };
    pages.add(self);
    return self;
  }
  /** What a page has written reaches the others even where it crashes or is left. @param {any} gone */
  function reach(gone) {
    for (const other of pages) if (other !== gone) while (other.hear());
  }
  return {
    page,
    pages,
    /** @param {any} gone */
    close(gone) {
      pages.delete(gone);
      reach(gone);
    },
    /** @param {string} how */
    becomes: (how) => (is = how),
  };
}

/**
 * Live through a history, and say of each question which answers may be there at the end: those that nobody has replaced
 * who saw them, nor lost where the page had said that it cannot keep them.
 * @param {any[]} steps
 * @param {boolean} late
 * @param {number} wrong how far the clock is off while it is wrong [h]
 */
function live(steps, late, wrong) {
  let [ahead, passed, made] = [0, 0, 0];
  const now = () => {
    passed += 1;
    return NOW + ahead + passed;
  };
  const { page, pages, close, becomes } = browser(late);
  const views = [page(now), page(now)];
  // The record is there: of two tabs that begin it in the same moment, one begins it.
  /** @param {typeof views[0]} one */
  const begin = (one) => {
    one.store.set({ certainty: false });
    for (const other of pages) while (other.hear());
  };
  begin(views[0]);
  const [blank, anything] = ["", "anything"];
  /** @type {Set<string>[]} */
  const standing = QUESTIONS.map(() => new Set([blank]));
  /** Of each view what its page could not keep. @type {{ question: number, name: string, before: string }[][]} */
  const pending = [[], []];
  /**
   * The last file: what stands in no storage but in it, what it shows, and how often all had been erased before.
   * @type {{ text: string, only: typeof pending[0], shown: string[], before: number } | null}
   */
  let file = null;
  let erased = 0;
  const shown = (/** @type {number} */ at, /** @type {number} */ question) =>
    views[at].store.get(QUESTIONS[question]).chosen.join();
  const told = (/** @type {number} */ at) => views[at].store.notices().length > 0;

  for (const { what, view: at, question, isWrong, is } of steps) {
    const one = views[at];
    if (["check", "pick", "retry"].includes(what)) {
      one.comeBack();
      const before = shown(at, question);
      made += 1;
      const name = `n${made}`;
      one.store.put(QUESTIONS[question], [name], what === "check", what === "check" ? { score: 1 } : {});
      standing[question].delete(before);
      standing[question].add(name);
      if (told(at)) {
        pending[at].push({ question, name, before });
        // It may not have seen yet that all was erased, and hear of it once it has this answer.
        if (erased > 0) standing[question].add(blank);
      } else pending[at] = [];
    } else if (what === "hear") one.hear();
    else if (what === "leave") one.leave();
    else if (what === "come back") one.comeBack();
    else if (what === "crash") {
      one.comeBack();
      close(one);
      // It had said that it can keep nothing, so neither what it put back for others.
      if (late && told(at)) for (const names of standing) names.add(anything);
      for (const lost of pending[at].reverse())
        if (standing[lost.question].delete(lost.name)) standing[lost.question].add(lost.before);
      pending[at] = [];
      views[at] = page(now);
    } else if (what === "export")
      file = {
        text: written(one.store.all(), NOW + ahead + passed),
        only: [...pending[at]],
        shown: QUESTIONS.map((_, question) => shown(at, question)),
        before: erased,
      };
    else if (what === "import" && file !== null) {
      const found = read(file.text, NOW + ahead + passed);
      assert.ok("kept" in found);
      one.comeBack();
      one.store.takeIn((here) => joined(here, found.kept, NOW + ahead + passed, found.ahead).kept);
      for (const { question, name } of file.only) standing[question].add(name);
      // What was erased since is brought back.
      if (erased > file.before) for (const [question, name] of file.shown.entries()) standing[question].add(name);
      if (!told(at)) pending[at] = [];
    } else if (what === "erase") {
      one.comeBack();
      one.store.erase();
      erased += 1;
      // It may be that nothing could be removed, or that a page writes which has not heard of it yet.
      const isGone = !late && !told(at);
      for (const [question, names] of standing.entries()) {
        if (isGone) names.clear();
        names.add(blank);
        for (const kept of pending[1 - at]) if (kept.question === question) names.add(kept.name);
        // Nothing could be removed, and what was not in the storage is gone all the same.
        if (told(at)) for (const lost of pending[at]) if (lost.question === question) names.add(lost.before);
      }
      pending[at] = [];
      if (late) {
        for (const other of pages) while (other.hear());
        begin(one);
      }
    } else if (what === "clock") ahead = isWrong ? wrong * HOUR : 0;
    else if (what === "storage") becomes(is);
  }

  // Everybody looks again, and there is room.
  becomes("well");
  for (const one of views) one.comeBack();
  for (const one of views) one.store.set({ daily: 20 });
  for (let again = true; again; ) again = [...pages].map((one) => one.hear()).some(Boolean);
  return { views, standing };
}

/** @param {any[]} steps @param {boolean} late @param {number} wrong */
function holds(steps, late, wrong) {
  const { views, standing } = live(steps, late, wrong);
  const [one, other] = views.map(({ store }) => store.all());
  QUESTIONS.forEach(({ id }, at) => {
    const there = one.answers.get(id)?.chosen.join() ?? "";
    assert.ok(
      standing[at].has(there) || standing[at].has("anything"),
      `${id} is ${there}, not ${[...standing[at]].join(" or ")}`,
    );
    assert.deepEqual(one.answers.get(id), other.answers.get(id));
    const review = one.reviews.get(id);
    // In review once, by its first check, however often it was checked, heard of, taken in and put back.
    if (one.answers.get(id)?.checked) assert.equal(review?.reps, 1);
  });
}

for (const [name, late] of /** @type {[string, boolean][]} */ ([
  ["that all pages see at once", false],
  ["that pages see a moment late", true],
]))
  test(`in ${HISTORIES} histories of two views of a storage ${name} no checked answer is lost or counted twice`, () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), fc.constantFrom(-3, 3, 400 * 24), (steps, wrong) =>
        holds(steps, late, wrong),
      ),
      { numRuns: HISTORIES, seed: 20261129 },
    );
  });
