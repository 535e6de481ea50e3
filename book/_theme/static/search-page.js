// @ts-check
// The search page: what is typed, and what is shown of what was found (search-index.js).
(() => {
  /** @typedef {import("./search-index.js").Search} Search */
  /** @typedef {import("./search-index.js").Index} Index */
  /** @typedef {import("./search-index.js").Found} Found */
  const search = /** @type {Window & { courseSearch?: Search }} */ (window).courseSearch;
  const form = /** @type {HTMLFormElement} */ (document.querySelector("form.search"));
  const input = /** @type {HTMLInputElement} */ (document.getElementById("query"));
  const status = /** @type {HTMLElement} */ (document.getElementById("search-progress"));
  const results = /** @type {HTMLElement} */ (document.getElementById("search-results"));
  const failed = () => {
    status.textContent = "The search could not be loaded.";
  };
  if (!search?.find) return failed();
  const { wordsOf, find, loadTexts, textOf } = search;

  const KIND = { s: "", f: "Figure", q: "Question", t: "Glossary", n: "Evidence", e: "Evidence", r: "Reference" };
  const PAGE = 10;

  /** @param {Index} index @param {number} place @returns {{ address: string, page: string }} */
  function pageOf(index, place) {
    let first = 0;
    for (const [address, page, count] of index.pages) {
      if (place < first + count) return { address, page };
      first += count;
    }
    throw new Error(`no page has place ${place}`);
  }

  /**
   * The part of a text with the most of the words, those marked.
   * @param {string} text @param {Set<string>} marked @param {boolean} whole from its beginning, as the value of a row
   */
  function excerpt(text, marked, whole) {
    const line = document.createElement("p");
    line.className = "excerpt";
    const words = [...text.matchAll(/[\p{L}\p{N}.,]+/gu)].map((match) => ({
      from: match.index,
      to: match.index + match[0].length,
      stems: wordsOf(match[0])
        .map(({ stem }) => stem)
        .filter((stem) => marked.has(stem)),
    }));
    const SPAN = 32;
    let [best, start] = [-1, 0];
    for (let at = 0; at < words.length; at += 4) {
      const distinct = new Set(words.slice(at, at + SPAN).flatMap(({ stems }) => stems)).size;
      if (distinct > best) [best, start] = [distinct, at];
    }
    // A few words before the first that is marked.
    const first = words.findIndex(({ stems }, at) => at >= start && stems.length > 0);
    start = whole ? 0 : Math.max(0, first < 0 ? 0 : first - 6);
    const some = words.slice(start, start + SPAN);
    if (some.length === 0) return line;
    let at = some[0].from;
    if (start > 0) line.append("… ");
    for (const { from, to, stems } of some) {
      if (stems.length === 0) continue;
      const mark = document.createElement("mark");
      mark.textContent = text.slice(from, to).replace(/[.,]+$/, "");
      line.append(text.slice(at, from), mark);
      at = from + (mark.textContent?.length ?? 0);
    }
    const end = some[some.length - 1].to;
    line.append(text.slice(at, end), end < text.length ? " …" : "");
    return line;
  }

  let latest = 0;

  /** @param {string} query */
  async function run(query) {
    const mine = ++latest;
    if (wordsOf(query).length === 0) {
      results.replaceChildren();
      status.textContent = "";
    } else
      await attempt(mine, async () => {
        const found = await find(query);
        if (mine === latest) await show(found, mine, 0);
      });
  }

  /** What loads something; where it fails, and nobody has asked for anything else since, that is said. @param {number} mine @param {() => Promise<void>} action */
  async function attempt(mine, action) {
    try {
      await action();
    } catch {
      if (mine === latest) failed();
    }
  }

  /** How many places there are. @param {number} all @param {number} full those with all of the words @param {string[]} unknown */
  function told(all, full, unknown) {
    const count = (/** @type {number} */ places) => (places === 1 ? "1 place" : `${places} places`);
    const off = unknown.map((word) => `“${word}”`).join(", ");
    if (off) return `Nothing has ${off}, taken for the nearest word: ${count(all)}`;
    if (all === 0) return "Nothing found. Fewer words, or the beginning of one, find more.";
    const some = all - full;
    if (full === 0) return `No place has all of these words; ${count(some)} with some of them`;
    return `${count(full)} found${some > 0 ? `, and ${count(some)} with some of the words` : ""}`;
  }

  /** @param {Found} found @param {number} mine @param {number} from */
  async function show(found, mine, from) {
    const { places, index, marked } = found;
    const some = places.slice(from, from + PAGE);
    await loadTexts(some, index);
    if (mine !== latest) return;
    const rows = some.map((place, at) => {
      const [anchor, title, text] = textOf(place, index);
      const { address, page } = pageOf(index, place);
      const link = document.createElement("a");
      // In a folder of many pages the anchor names the page too.
      link.href = address.endsWith("/") ? address + anchor : `${address}#${anchor}`;
      link.textContent = title;
      const where = document.createElement("span");
      where.className = "found-in";
      const isAnswer = from + at < found.answers;
      const kind = isAnswer ? "A number of the ledger" : KIND[/** @type {keyof typeof KIND} */ (index.kinds[place])];
      where.textContent = [...new Set([kind, page])].filter((part) => part && part !== title).join(" · ");
      const row = document.createElement("li");
      if (isAnswer) row.className = "answer";
      row.append(link, where, excerpt(text, marked, index.kinds[place] === "n"));
      return row;
    });
    if (from === 0) {
      const list = document.createElement("ol");
      list.className = "found";
      results.replaceChildren(list);
    }
    const said = told(places.length, found.full, found.unknown);
    if (status.textContent !== said) status.textContent = said;
    results.querySelector("ol")?.append(...rows);
    results.querySelector(".more")?.remove();
    if (places.length > from + PAGE) {
      const more = document.createElement("button");
      more.type = "button";
      more.className = "more";
      more.textContent = "More places";
      more.addEventListener("click", () =>
        attempt(mine, async () => {
          await show(found, mine, from + PAGE);
          /** @type {NodeListOf<HTMLElement>} */ (results.querySelectorAll("li a"))[from + PAGE]?.focus();
        }),
      );
      results.append(more);
    }
    performance.mark("course:found");
  }

  let waiting = 0;
  input.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = window.setTimeout(() => void ask(), 200);
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    clearTimeout(waiting);
    void ask();
  });
  const ask = () => {
    try {
      history.replaceState(null, "", `?q=${encodeURIComponent(input.value)}`);
    } catch {
      // A page from a folder may not change its address.
    }
    return run(input.value);
  };
  const given = new URLSearchParams(location.search).get("q");
  if (given) {
    input.value = given;
    void run(given);
  } else input.focus();
})();
