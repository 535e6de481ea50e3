// @ts-check
/**
 * The interval explorer: brings the figure that Python has made to life, on a page and in a notebook alike.
 * The markup is `outcomes/explorer/html.py`; here nothing is made, only set.
 */

import { described, say } from "./words.js";

/**
 * @typedef {{ events: number, n: number }} Counts
 * @typedef {{ id: string, events: number, n: number, title: string, source: string, href: string | null }} Preset
 *
 * Where the counts are kept.
 * @typedef {object} Keeper
 * @property {() => Counts} get
 * @property {(counts: Counts) => void} set
 * @property {(listener: () => void) => () => void} subscribe calls when somebody else has changed them
 */

const MOST = 500;
/** How long the reader's hand must rest before the result is read aloud [ms]. */
const REST = 700;

/** @param {HTMLElement} root @param {Keeper} keeper @returns {() => void} how to stop */
export function explore(root, keeper) {
  /** @template {Element} T @param {string} selector @returns {T} */
  const find = (selector) => {
    const found = root.querySelector(selector);
    if (!found) throw new Error(`the explorer has no ${selector}`);
    return /** @type {T} */ (found);
  };
  /** @type {Preset[]} */
  const presets = JSON.parse(find("script").textContent ?? "");
  /** @type {HTMLSelectElement} */
  const preset = find("select");
  /** @type {HTMLInputElement} */
  const keep = find("[name=keep]");
  const fields = ["n", "events"].map((name) => ({
    name: /** @type {keyof Counts} */ (name),
    number: /** @type {HTMLInputElement} */ (find(`[type=number][name=${name}]`)),
    slider: /** @type {HTMLInputElement} */ (find(`[type=range][name=${name}]`)),
  }));
  const fault = find(".fault");
  const status = find("[role=status]");
  const least = (/** @type {keyof Counts} */ name) => (name === "n" ? 1 : 0);
  const most = (/** @type {keyof Counts} */ name) => (name === "n" ? MOST : keeper.get().n);

  /** The share that is kept while n changes; it does not drift when rounding loses a little. */
  let share = keeper.get().events / keeper.get().n;
  /** What is shown, so that one's own changes are not taken for somebody else's. */
  let shown = keeper.get();
  let aloud = 0;

  /** @param {Counts} counts */
  function change(counts) {
    shown = counts;
    keeper.set(counts);
    show();
    clearTimeout(aloud);
    aloud = window.setTimeout(() => (status.textContent = find(".said").textContent), REST);
  }

  /** @param {keyof Counts} name @param {number} value */
  function take(name, value) {
    const { events, n } = keeper.get();
    if (name === "n") change({ n: value, events: Math.min(value, keep.checked ? Math.round(share * value) : events) });
    else {
      share = value / n;
      change({ n, events: value });
    }
  }

  /** @param {Element} part @param {Record<string, string>} attributes */
  const set = (part, attributes) => {
    for (const [name, value] of Object.entries(attributes)) part.setAttribute(name, value);
  };

  function show() {
    const { events, n } = keeper.get();
    const now = described(events, n);
    for (const { name, number, slider } of fields) {
      const value = String(name === "n" ? n : events);
      if (name === "events") number.max = slider.max = String(n);
      if (number.value !== value) number.value = value;
      slider.value = value;
      number.removeAttribute("aria-invalid");
    }
    fault.textContent = "";
    for (const name of /** @type {const} */ (["exact", "wilson", "three"])) {
      const row = find(`[data-row=${name}]`);
      const bounds = now[name];
      if (bounds === null) {
        row.setAttribute("display", "none");
        continue;
      }
      row.removeAttribute("display");
      const [low, high] = [100 * bounds.low, 100 * bounds.high].map((end) => `${end.toFixed(3)}%`);
      set(/** @type {Element} */ (row.querySelector(".span")), { x1: low, x2: high });
      for (const [at, cap] of [...row.querySelectorAll(".cap")].entries())
        set(cap, at === 0 ? { x1: low, x2: low } : { x1: high, x2: high });
      const at = `${((100 * events) / n).toFixed(3)}%`;
      for (const point of row.querySelectorAll(".point")) set(point, { x: at, cx: at });
      /** @type {Element} */ (row.querySelector(".ends")).textContent = bounds.text;
    }
    find(".said").textContent = now.said;
    set(find("svg"), { "aria-label": now.said });
    const cells = [`${events} of ${n}`, now.share, now.exact.text, now.wilson.text];
    cells.forEach((text, at) => (find(`tr.now td:nth-child(${at + 2})`).textContent = text));
    showPreset(presets.find((one) => one.id === preset.value && one.events === events && one.n === n));
  }

  /** Say where the numbers come from, as long as they do. @param {Preset | undefined} shown */
  function showPreset(shown) {
    preset.value = shown?.id ?? "";
    const line = find(".from");
    const words = shown ? [shown.title, shown.source].join(" · ") : say("own");
    if (line.textContent === words) return;
    if (shown?.href) {
      const link = document.createElement("a");
      link.href = shown.href;
      link.textContent = words;
      line.replaceChildren(link);
    } else line.textContent = words;
    find("tr.now td:last-child").textContent = shown?.source ?? say("own");
  }

  preset.addEventListener("change", () => {
    const chosen = presets.find((one) => one.id === preset.value);
    if (!chosen) return show();
    share = chosen.events / chosen.n;
    change({ events: chosen.events, n: chosen.n });
  });
  for (const { name, number, slider } of fields) {
    slider.addEventListener("input", () => take(name, Number(slider.value)));
    number.addEventListener("input", () => {
      const value = number.value === "" ? NaN : Number(number.value);
      if (Number.isInteger(value) && value >= least(name) && value <= most(name)) return take(name, value);
      number.setAttribute("aria-invalid", "true");
      fault.textContent = say("fault", { least: least(name), most: most(name) });
    });
    // Whoever leaves a field with a fault in it sees what counts.
    number.addEventListener("change", () => show());
  }
  root.addEventListener("submit", (event) => event.preventDefault());
  const release = keeper.subscribe(() => {
    const { events, n } = keeper.get();
    // Two traits change one after the other; what lies between them is no state of anybody's.
    if ((events === shown.events && n === shown.n) || events > n) return;
    shown = { events, n };
    share = events / n;
    show();
  });
  show();
  return () => {
    clearTimeout(aloud);
    release();
  };
}
