// @ts-check
/** The gain on the page of the final test: a table from the reader's own record, drawn again as answers come in. */

import { compare } from "../record/compare.js";
import { openStore } from "../record/store.js";
import { say } from "../strings.js";
import { EVENT } from "../taking/progress.js";
import { afterPaint, element } from "../web/dom.js";
import { followStorage } from "../web/follow.js";
import { withStorage } from "../web/storage.js";

/** @typedef {ReturnType<typeof compare>} Compared */

function start() {
  const root = document.querySelector("[data-gain]");
  const [place, data] = [".gain-place", ".gain-data"].map((part) => root?.querySelector(part));
  if (!place || !data) return;
  withStorage((storage) => showIn(place, JSON.parse(data.textContent ?? ""), storage));
}

/** @param {Element} place @param {Parameters<typeof compare>[0]} tests @param {() => import("../web/storage.js").Area} storage */
function showIn(place, tests, storage) {
  const store = openStore({ storage });

  function draw() {
    const compared = compare(tests, store.all().answers);
    const lines = store.notices().map(({ key, values }) => say(key, values));
    const notices = lines.map((line) => element("p", {}, line));
    place.replaceChildren(...notices, ...(compared.missing.length > 0 ? open(compared) : gain(compared)));
  }

  store.subscribe(draw);
  followStorage(store);
  // The quiz of this very page writes to the storage, and a tab hears nothing of what it has stored itself.
  document.addEventListener(EVENT, () => afterPaint(store.comeBack));
  draw();
}

/** @param {Compared} compared */
function open({ missing }) {
  const lines = missing.map(({ test, answered, total }) => {
    const link = element("a", { href: test.href }, test.title);
    return element("li", {}, link, `: ${say("gain_answered", { answered, total })}`);
  });
  return [element("p", {}, say("gain_missing")), element("ul", {}, ...lines)];
}

/** @param {Compared} compared */
function gain({ rows, before, after, mixed }) {
  const change = after - before;
  const words =
    change > 0
      ? say("gain_more", { count: change })
      : change < 0
        ? say("gain_fewer", { count: -change })
        : say("gain_same");
  return [
    element("p", { class: "memory-done" }, `${say("gain_sum", { before, after, total: rows.length })} ${words}`),
    element("p", {}, say("gain_chance")),
    ...(mixed ? [element("p", {}, say("gain_mixed"))] : []),
    table(rows),
  ];
}

/** @param {Compared["rows"]} rows */
function table(rows) {
  const names = [say("gain_objective"), say("gain_before"), say("gain_after")];
  const head = element("tr", {}, ...names.map((name) => element("th", { scope: "col" }, name)));
  const body = rows.map(({ row, before, after }) => {
    const link = element("a", { href: row.href, dir: "auto" }, row.text);
    const results = [before, after].map((result) => element("td", { class: `gain-${result}` }, say(`gain_${result}`)));
    const what = element("th", { scope: "row" }, link, element("span", { class: "by" }, row.title));
    return element("tr", {}, what, ...results);
  });
  const caption = element("caption", {}, say("gain_caption"));
  return element("table", {}, caption, element("thead", {}, head), element("tbody", {}, ...body));
}

if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
else start();
