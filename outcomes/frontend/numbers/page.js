// @ts-check
/**
 * The table of numbers on its page. The form and the first rows stand there; all rows are asked for when a reader first
 * touches the form, or comes by an address that chooses some or that is of a row.
 */

import { csv } from "./csv.js";
import { countsOf, FACETS, isOfOneUnit, narrowed, rowsOf, sorted, studiesNamed, studyOf } from "./numbers.js";

/** @typedef {import("./numbers.js").Choice} Choice */
/** @typedef {import("./numbers.js").Data} Data */
/** @typedef {import("./numbers.js").Row} Row */

const PAGE = 25;
const MOST_STUDIES = 6;
const FOLDER = "evidence/";

/** @template {Element} T @param {string} selector @returns {T} */
const the = (selector) => /** @type {T} */ (document.querySelector(selector));

/** @param {string} href @param {string} text */
const link = (href, text) => Object.assign(document.createElement("a"), { href, textContent: text });

/** @param {HTMLFormElement} form */
function start(form) {
  const table = /** @type {HTMLTableElement} */ (the("#numbers-table"));
  const said = /** @type {HTMLElement} */ (the(".numbers-said"));
  const found = /** @type {HTMLElement} */ (the(".studies-found"));
  const pager = /** @type {HTMLElement} */ (the(".pager"));
  const selection = /** @type {HTMLAnchorElement} */ (the(".selection"));
  const columns = [...(table.tHead?.rows[0].cells ?? [])].map((cell) => cell.textContent ?? "");
  const field = (/** @type {string} */ name) =>
    /** @type {HTMLInputElement | HTMLSelectElement} */ (form.elements.namedItem(name));
  const names = ["q", ...FACETS, "sort"];
  let page = 1;

  /** @type {Promise<{ data: Data, rows: Row[] }> | null} */
  let loading = null;
  const load = () => {
    loading ??= new Promise((resolve, reject) => {
      const script = document.createElement("script");
      script.src = form.dataset.rows ?? "";
      script.onload = script.onerror = () => {
        const { courseNumbers: data } = /** @type {Window & { courseNumbers?: Data }} */ (window);
        if (data) return resolve({ data, rows: rowsOf(data) });
        // Asked for again, it may be there.
        loading = null;
        reject(new Error(script.src));
      };
      document.head.append(script);
    });
    return loading;
  };

  /** @returns {Choice} */
  const chosen = () => Object.fromEntries(names.map((name) => [name, field(name).value.trim()]));

  /** @param {Choice} choice */
  const address = (choice) => {
    const given = new URLSearchParams(names.filter((name) => choice[name]).map((name) => [name, choice[name]]));
    if (page > 1) given.set("page", String(page));
    const said = String(given);
    return said && `?${said}`;
  };

  /** @param {Row} row */
  const drawn = ({ id, study, measure, text, population, n, facets }) => {
    const [key, name] = study;
    const cells = [
      facets.topic.join(", "),
      link(`${FOLDER}${key}.html#${id}`, measure),
      text,
      population,
      n === null ? "" : String(n),
      link(`${FOLDER}${key}.html`, name),
    ];
    const line = document.createElement("tr");
    line.append(
      ...cells.map((content, at) => {
        const cell = document.createElement("td");
        cell.dataset.column = columns[at];
        cell.append(content);
        return cell;
      }),
    );
    return line;
  };

  /** Each entry with what it would leave; those that would leave nothing cannot be chosen. @param {Row[]} rows @param {Choice} choice */
  const count = (rows, choice) => {
    for (const name of FACETS) {
      const counts = countsOf(rows, choice, name);
      for (const option of /** @type {HTMLSelectElement} */ (field(name)).options) {
        if (!option.value) continue;
        const left = counts.get(option.value) ?? 0;
        option.textContent = `${option.value} (${left})`;
        option.disabled = left === 0 && !option.selected;
      }
    }
  };

  /** @param {Data} data @param {Row[]} rows @param {string} typed */
  const name = ({ studies }, rows, typed) => {
    const some = studiesNamed(studies, typed);
    const lines = some.slice(0, MOST_STUDIES).map(([key, short, title]) => {
      const line = document.createElement("li");
      const own = rows.filter(({ study }) => study[0] === key).length;
      const beside = document.createElement("small");
      beside.textContent = [own ? `${own} ${own === 1 ? "number" : "numbers"}` : "", title].filter(Boolean).join(" · ");
      line.append(link(`${FOLDER}${key}.html`, short), " ", beside);
      return line;
    });
    found.replaceChildren(...lines);
  };

  let latest = 0;
  /** @returns {Promise<Row[]>} what is chosen, in its order */
  async function draw() {
    latest += 1;
    const mine = latest;
    const { data, rows } = await load();
    const choice = chosen();
    const some = narrowed(rows, choice);
    const inOrder = sorted(some, choice.sort);
    if (mine !== latest) return inOrder;
    const pages = Math.max(1, Math.ceil(some.length / PAGE));
    page = Math.min(Math.max(1, page), pages);
    const first = (page - 1) * PAGE;
    table.tBodies[0].replaceChildren(...inOrder.slice(first, first + PAGE).map(drawn));
    count(rows, choice);
    name(data, rows, choice.q);
    for (const option of /** @type {HTMLSelectElement} */ (field("sort")).options) {
      if (["up", "down"].includes(option.value)) option.disabled = !isOfOneUnit(some);
    }
    const all = some.length === rows.length ? "" : ` of ${rows.length}`;
    const from = some.length > PAGE ? `: ${first + 1} to ${Math.min(first + PAGE, some.length)}` : "";
    said.textContent = some.length === 0 ? "No number has all of this." : `${some.length}${all} numbers${from}`;
    /** @type {HTMLElement} */ (pager.querySelector("span")).textContent = `Page ${page} of ${pages}`;
    for (const button of pager.querySelectorAll("button")) {
      button.disabled = button.value === "-1" ? page === 1 : page === pages;
    }
    selection.href = `evidence.html${address(choice)}`;
    try {
      history.replaceState(history.state, "", `${location.pathname}${address(choice)}`);
    } catch {
      // A page from a folder may not change its address; the link to the selection has it.
    }
    return inOrder;
  }

  const again = () =>
    draw().catch(() => {
      said.textContent = "The numbers could not be loaded.";
      return [];
    });

  let waiting = 0;
  form.addEventListener("input", ({ target }) => {
    page = 1;
    clearTimeout(waiting);
    waiting = window.setTimeout(again, target === field("q") ? 150 : 0);
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    void again();
  });
  form.addEventListener("reset", () => {
    page = 1;
    // The fields are emptied only after this.
    waiting = window.setTimeout(again);
  });
  form.addEventListener("focusin", () => void load().catch(() => {}), { once: true });
  pager.addEventListener("click", async ({ target }) => {
    if (!(target instanceof HTMLButtonElement)) return;
    page += Number(target.value);
    await again();
    said.tabIndex = -1;
    said.focus();
  });
  the(".csv").addEventListener("click", async () => {
    const rows = await again();
    if (rows.length === 0) return;
    const href = URL.createObjectURL(new Blob([`\ufeff${csv(rows)}`], { type: "text/csv;charset=utf-8" }));
    Object.assign(document.createElement("a"), { href, download: "numbers.csv" }).click();
    setTimeout(() => URL.revokeObjectURL(href), 10_000);
  });

  const given = new URLSearchParams(location.search);
  for (const name of names) if (given.has(name)) field(name).value = given.get(name) ?? "";
  page = Math.trunc(Number(given.get("page"))) || 1;
  if (names.some((name) => given.get(name)) || page > 1) {
    /** @type {HTMLDetailsElement} */ (the(".narrow")).open = FACETS.some((name) => given.get(name));
    void again();
  }
  // An address from before each study had its page.
  const id = idInAddress();
  if (id && !document.getElementById(id)) {
    load().then(
      ({ data }) => {
        const key = studyOf(data, id);
        if (key) location.replace(`${FOLDER}${key}.html#${id}`);
      },
      () => {},
    );
  }
}

const form = /** @type {HTMLFormElement | null} */ (document.querySelector(".numbers-form"));
if (form) start(form);

/** What the address names; empty where it cannot be read. */
function idInAddress() {
  try {
    return decodeURIComponent(location.hash.slice(1));
  } catch {
    return "";
  }
}
