// @ts-check
// The search page. Words and texts are scripts of their own (book/_ext/search/index.py), loaded as a query needs them.
(() => {
  /** @typedef {{ pages: [string, string, number][], kinds: string, lengths: number[], chunk: number, shards: string[] }} Index */
  /** @typedef {{ place: number, score: number, found: number }} Hit */
  const self = /** @type {HTMLScriptElement} */ (document.currentScript);
  const base = self.dataset.index ?? "";
  /** By word: each place, as its distance from the one before, and how often it is there, in turn. @typedef {Record<string, number[]>} Words */
  /** @typedef {[anchor: string, title: string, text: string][]} Texts */
  /** A file's name says which of them it holds: `index`, `words-…` or `texts-…`. @typedef {Index | Words | Texts} File */
  /**
   * The first script has put there the stemmer and the words that are not searched; the rest is added here.
   * @typedef {{ Stemmer: new () => { stemWord: (word: string) => string }, stopwords: Set<string>, version?: string,
   *   put: (name: string, data: File) => void, stems: (text: string) => string[] }} Search
   */
  const search = /** @type {Window & { courseSearch?: Search }} */ (window).courseSearch;

  const form = /** @type {HTMLFormElement} */ (document.querySelector("form.search"));
  const input = /** @type {HTMLInputElement} */ (document.getElementById("query"));
  const status = /** @type {HTMLElement} */ (document.getElementById("search-progress"));
  const results = /** @type {HTMLElement} */ (document.getElementById("search-results"));
  const failed = () => {
    status.textContent = "The search could not be loaded.";
  };
  if (!search) return failed();

  const KIND = { s: "", f: "Figure", q: "Question", t: "Glossary", e: "Evidence", r: "Reference" };
  // What teaches first: text, figures and terms. Questions, rows of the ledger and references are many, and say less each.
  const WEIGHT = { s: 1.3, f: 1.2, q: 0.6, t: 1.4, e: 0.5, r: 0.5 };
  const PAGE = 10;
  /** With fewer places than this that have all of the words, those with some of them follow. */
  const FEW = 5;
  /** Words with which one asks and which nobody looks for. */
  const ASKING = new Set("am can did do does has have how i me my was were what when where which who why".split(" "));
  const WORD = /\d+(?:[.,]\d+)*|[\p{L}\p{N}]+/gu;
  const SPELLINGS = /** @type {const} */ ([
    [/(metastas|gnos|fibros|necros|thrombos|stenos|scleros|hypothes|analys|anastomos)es$/, "$1is"],
    [/[ao]e/g, "e"],
    [/our/g, "or"],
    [/yse/g, "yze"],
    [/(lic|def|off)enc/g, "$1ens"],
    [/is(ation|ed|es|e|ing)$/, "iz$1"],
    [/tre(s?)$/, "ter$1"],
  ]);

  /** @type {Map<string, File>} */
  const files = new Map();
  /** @type {Map<string, Promise<File>>} */
  const asked = new Map();
  search.put = (name, data) => void files.set(name, data);
  /** @param {string} name @returns {Promise<File>} */
  const load = (name) => {
    const loading =
      asked.get(name) ??
      new Promise((resolve, reject) => {
        const script = document.createElement("script");
        script.src = `${base}${name}.js${search.version ? `?${search.version}` : ""}`;
        script.onload = script.onerror = () => {
          const file = files.get(name);
          if (file) return resolve(file);
          // Asked for again, it may be there.
          asked.delete(name);
          reject(new Error(name));
        };
        document.head.append(script);
      });
    asked.set(name, loading);
    return loading;
  };

  const stemmer = new search.Stemmer();
  /** @param {string} text */
  const fold = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  /** @param {string} word */
  const spelled = (word) => SPELLINGS.reduce((all, [pattern, instead]) => all.replace(pattern, instead), word);
  /** @param {string} word folded */
  const isWord = (word) => !search.stopwords.has(word) && (word.length > 1 || /\p{Nd}/u.test(word));
  /** @param {string} text @returns {{ start: string, stem: string }[]} each word as typed, and without its ending */
  const wordsOf = (text) =>
    (fold(text).match(WORD) ?? []).filter(isWord).map((word) => {
      const start = spelled(word);
      return { start, stem: stemmer.stemWord(start) };
    });
  search.stems = (text) => wordsOf(text).map(({ stem }) => stem);
  /** @param {string} word */
  const shard = (word) => (/^[a-z]/.test(word) ? word[0] : /^\p{Nd}/u.test(word) ? "0" : "_");

  /**
   * Every place with all of the words; where these are few, also those with some of them, the most first.
   * @param {string} query
   */
  async function find(query) {
    const index = /** @type {Index} */ (await load("index"));
    const typed = wordsOf(query).filter(({ stem }, at, all) => all.findIndex((other) => other.stem === stem) === at);
    const meant = typed.filter(({ start }) => !ASKING.has(start));
    const words = meant.length > 0 ? meant : typed;
    const names = [...new Set(words.map(({ start }) => shard(start)))].filter((name) => index.shards.includes(name));
    await Promise.all(names.map((name) => load(`words-${name}`)));
    const mean = index.lengths.reduce((sum, length) => sum + length, 0) / index.lengths.length;
    /** @type {Map<number, Hit>} */
    const hits = new Map();
    const marked = new Set();
    for (const { start, stem } of words) {
      const group = /** @type {Words} */ (files.get(`words-${shard(start)}`) ?? {});
      // A word that is being typed, or a part of a compound, finds those that begin so.
      const begun =
        start.length > 2 ? Object.keys(group).filter((word) => word !== stem && word.startsWith(start)) : [];
      /** @type {Map<number, number>} */
      const scores = new Map();
      for (const word of [stem, ...begun.slice(0, 50)]) {
        if (!Object.prototype.hasOwnProperty.call(group, word)) continue;
        marked.add(word);
        const postings = group[word];
        const idf = Math.log(1 + index.lengths.length / (postings.length / 2));
        let place = 0;
        for (let at = 0; at < postings.length; at += 2) {
          place += postings[at];
          const count = postings[at + 1];
          const full = count + 1.2 * (0.5 + (0.5 * index.lengths[place]) / mean);
          const score = ((word === stem ? 1 : 0.5) * idf * count * 2.2) / full;
          scores.set(place, Math.max(score, scores.get(place) ?? 0));
        }
      }
      for (const [place, score] of scores) {
        const hit = hits.get(place) ?? { place, score: 0, found: 0 };
        hits.set(place, { place, score: hit.score + score, found: hit.found + 1 });
      }
    }
    const weight = (/** @type {number} */ place) => WEIGHT[/** @type {keyof typeof WEIGHT} */ (index.kinds[place])];
    const ranked = [...hits.values()]
      .map((hit) => ({ ...hit, score: hit.score * weight(hit.place) }))
      .sort((one, other) => other.found - one.found || other.score - one.score || one.place - other.place);
    const full = ranked.filter(({ found }) => found === words.length).length;
    const best = full >= FEW ? ranked.slice(0, full) : ranked.slice(0, Math.max(full, 2 * PAGE));
    return { best, full, marked, index };
  }

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
   * @param {string} text @param {Set<string>} marked
   */
  function excerpt(text, marked) {
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
    start = Math.max(0, first < 0 ? 0 : first - 6);
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

  /** How many places there are. @param {number} all @param {number} full those with all of the words */
  function told(all, full) {
    if (all === 0) return "Nothing found. Fewer words, or the beginning of one, find more.";
    const count = (/** @type {number} */ places) => (places === 1 ? "1 place" : `${places} places`);
    const some = all - full;
    if (full === 0) return `No place has all of these words; ${count(some)} with some of them`;
    return `${count(full)} found${some > 0 ? `, and ${count(some)} with some of the words` : ""}`;
  }

  /** @param {Awaited<ReturnType<typeof find>>} found @param {number} mine @param {number} from */
  async function show(found, mine, from) {
    const { best, index, marked } = found;
    const some = best.slice(from, from + PAGE);
    const chunks = [...new Set(some.map(({ place }) => Math.floor(place / index.chunk)))];
    await Promise.all(chunks.map((chunk) => load(`texts-${chunk}`)));
    if (mine !== latest) return;
    const rows = some.map(({ place }) => {
      const texts = /** @type {Texts} */ (files.get(`texts-${Math.floor(place / index.chunk)}`));
      const [anchor, title, text] = texts[place % index.chunk];
      const { address, page } = pageOf(index, place);
      const link = document.createElement("a");
      link.href = `${address}#${anchor}`;
      link.textContent = title;
      const where = document.createElement("span");
      where.className = "found-in";
      const kind = KIND[/** @type {keyof typeof KIND} */ (index.kinds[place])];
      where.textContent = [...new Set([kind, page])].filter((part) => part && part !== title).join(" · ");
      const row = document.createElement("li");
      row.append(link, where, excerpt(text, marked));
      return row;
    });
    if (from === 0) {
      const list = document.createElement("ol");
      list.className = "found";
      results.replaceChildren(list);
    }
    const said = told(best.length, found.full);
    if (status.textContent !== said) status.textContent = said;
    results.querySelector("ol")?.append(...rows);
    results.querySelector(".more")?.remove();
    if (best.length > from + PAGE) {
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
  }
})();
