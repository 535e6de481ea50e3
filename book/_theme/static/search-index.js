// @ts-check
// What the search finds: the index is scripts (book/_ext/search/index.py), loaded as a query needs them.

/** @typedef {{ pages: [string, string, number][], kinds: string, lengths: number[], chunk: number, shards: string[], same: string[][][], said: number[], names: string[] }} Index */
/**
 * A place, how well it answers, how many of the terms it has, how much of the query they weigh, from 0 to 1, and whether
 * a study is named by one of them.
 * @typedef {{ place: number, score: number, found: number, share: number, named: boolean }} Hit
 */
/** @typedef {import("./search-words.js").Typed} Typed */
/** The first way is the reader's own, as `typed`. @typedef {{ ways: string[][], typed: Typed[] }} Term */
/** By word: each place, as its distance from the one before, and how often it is there, in turn. @typedef {Record<string, number[]>} Words */
/** @typedef {[anchor: string, title: string, text: string][]} Texts */
/** A file's name says which of them it holds: `index`, `words-…` or `texts-…`. @typedef {Index | Words | Texts} File */
/**
 * Places from the best to the last, of which the first are answers of the ledger and `full` have all of the terms;
 * what to mark in their texts; and the words that the course has not, for which others were taken.
 * @typedef {{ places: number[], answers: number, full: number, marked: Set<string>, index: Index, unknown: string[] }} Found
 */
/**
 * What search-words.js has put there; the rest is added here.
 * @typedef {import("./search-words.js").Words & { version?: string, put: (name: string, data: File) => void,
 *   find: (query: string) => Promise<Found>, loadTexts: (places: number[], index: Index) => Promise<unknown>,
 *   textOf: (place: number, index: Index) => Texts[number] }} Search
 */
(() => {
  const search = /** @type {Window & { courseSearch?: Search }} */ (window).courseSearch;
  if (!search?.wordsOf) return;
  const self = /** @type {HTMLScriptElement} */ (document.currentScript);
  const base = self.dataset.index ?? "";

  // What teaches first: text, figures and terms. Questions, rows of the ledger and references are many, and say less each.
  const WEIGHT = { s: 1.3, a: 0.8, f: 0.9, q: 0.6, t: 1.4, n: 0.5, e: 0.5, r: 0.5 };
  /** What the study itself counts, and its rows, where it is named; figures name studies too, and many at once. */
  const NAMED = 4;
  /** With fewer places than this that have all of the words, those with some of them follow. */
  const FEW = 5;
  /** What a word in the title counts; its count is higher by so much there. */
  const [IN_TITLE, TITLED] = [1.4, 50];
  /** What another phrase of the same meaning counts, and a word that only begins so or is one letter off. */
  const [SAME, BEGUN] = [0.7, 0.5];
  /** Shorter words are not taken for others; longer ones may be two letters off. */
  const [LONG, LONGER] = [4, 8];
  /** Words by which one asks for a number: of the first kind rows have some in their names, the others only ask. */
  const MEASURES = "median survival response remission duration dose";
  const ASKING_NUMBER = new Set(
    "rate rates percent percentage share frequency often many much long common frequent likely chance odds".split(" "),
  );
  /** So many numbers of the ledger are looked at for the one that stands before all else. */
  const ROWS = 24;
  /** Of the places with only some of the words so many are enough. */
  const LEAST = 20;
  /** Words with which one asks and which nobody looks for. */
  const ASKING = new Set(
    "actually ask asks best better can cant definition does doesnt dont ever explain feel feels find found get gets give go goes happen happens help how isnt just know like look looking looks mean meaning meaningful means need needed needs next now ok people person please problem problems really reliable say show someone something stand stands still tell thing things useful using usually versus vs want wants way ways whats who work works".split(
      " ",
    ),
  );
  /** @type {Map<string, File>} */
  const files = new Map();
  /** @type {Map<string, Promise<File>>} */
  const asked = new Map();
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

  const { grammar, fold, wordsOf, stems: stemsOf, apart } = search;
  /** A word after the sign of what it is, where it does not begin with a letter from a to z. @param {string} word */
  const signed = (word) => (/^[a-z]/.test(word) ? word : `${/^\p{Nd}/u.test(word) ? "0" : "_"}${word}`);
  /** The file of a word, if there is one: its name is the longest beginning of it. @param {string} word @param {Index} index */
  const shardOf = (word, index) => index.shards.filter((name) => signed(word).startsWith(name)).pop();
  /** The files with a word, and with those that begin so. @param {string} word @param {Index} index */
  const shardsOf = (word, index) =>
    index.shards.filter((name) => name === shardOf(word, index) || name.startsWith(signed(word)));

  /**
   * What is looked for, each with the ways to say it: the reader's own first, then those of the same meaning.
   * @param {Typed[]} words @param {string[][][]} same groups of phrases of one meaning
   * @param {number[]} said how many of each group, the first, the course says; the rest is only typed
   * @returns {Term[]}
   */
  function termsOf(words, same, said) {
    /** @type {Term[]} */
    const terms = [];
    for (let at = 0; at < words.length; at += terms[terms.length - 1].ways[0].length) {
      const rest = words.slice(at).map(({ stem }) => stem);
      const begins = (/** @type {string[]} */ phrase) => phrase.every((stem, i) => stem === rest[i]);
      const length = Math.max(
        1,
        ...same
          .flat()
          .filter(begins)
          .map((phrase) => phrase.length),
      );
      const own = rest.slice(0, length);
      const isOwn = (/** @type {string[]} */ phrase) => phrase.length === length && begins(phrase);
      const others = same.flatMap((group, at) =>
        group.some(isOwn) ? group.slice(0, said[at]).filter((one) => !isOwn(one)) : [],
      );
      terms.push({ ways: [own, ...others], typed: words.slice(at, at + length) });
    }
    return terms;
  }

  /** The word as it may go on, of what is no phrase. @param {Term} term */
  const startOf = ({ typed }) => (typed.length === 1 ? [typed[0].start] : []);
  /** Whether a term is one of these words: in a phrase each means something. @param {Term} term @param {Set<string>} words */
  const isOneOf = ({ typed: [first, ...rest] }, words) => rest.length === 0 && words.has(first.word);

  /** @param {string[]} stems @param {Index} index */
  const loadWords = (stems, index) =>
    Promise.all([...new Set(stems.flatMap((stem) => shardsOf(stem, index)))].map((name) => load(`words-${name}`)));

  /** @param {string | undefined} name */
  const wordsIn = (name) => /** @type {Words} */ (files.get(`words-${name}`) ?? {});
  /** @param {string} stem @param {Index} index */
  const groupOf = (stem, index) => wordsIn(shardOf(stem, index));

  /** The mean number of words of a kind of place. @param {string} kind @param {Index} index */
  function usualLength(kind, index) {
    const lengths = index.lengths.filter((_, place) => index.kinds[place] === kind);
    return lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, lengths.length);
  }

  /**
   * How well each place answers to a word. The weight of a word (BM25: k1 = 1.2, b = 0.5) grows with how often a
   * place has it, and shrinks with the length of the place, among its own kind, and with how many places have it.
   * @param {string} word @param {Index} index @param {Map<string, number>} usual words of a place, by kind
   */
  function scoresOf(word, index, usual) {
    /** @type {Map<number, number>} */
    const scores = new Map();
    const group = groupOf(word, index);
    if (!Object.prototype.hasOwnProperty.call(group, word)) return scores;
    const postings = group[word];
    const idf = Math.log(1 + index.lengths.length / (postings.length / 2));
    let place = 0;
    for (let at = 0; at < postings.length; at += 2) {
      place += postings[at];
      const isTitled = postings[at + 1] > TITLED;
      const count = postings[at + 1] - (isTitled ? TITLED : 0);
      const length = index.lengths[place] / Number(usual.get(index.kinds[place]));
      scores.set(place, ((isTitled ? IN_TITLE : 1) * idf * count * 2.2) / (count + 1.2 * (0.5 + 0.5 * length)));
    }
    return scores;
  }

  /**
   * The word, of the course or of a phrase with a meaning, that is nearest to one it has not: one letter off, in a longer
   * word also two; of several the one at most places.
   * @param {string} stem @param {Index} index
   */
  async function nearest(stem, index) {
    const own = index.shards.filter((name) => name === shardOf(stem, index));
    // Only what begins as the word does, or a letter off, can hold what is a letter off.
    const mayHave = (/** @type {string} */ name) =>
      [-1, 0, 1].some((more) => apart(signed(stem).slice(0, name.length + more), name, 1) <= 1);
    const often = (/** @type {string} */ word) => groupOf(word, index)[word]?.length ?? 0;
    /** @type {[names: string[], most: number][]} */
    const ways = [
      [own, 1],
      [index.shards.filter(mayHave), 1],
      [own, stem.length < LONGER ? 1 : 2],
    ];
    for (const [names, most] of ways) {
      await Promise.all(names.map((name) => load(`words-${name}`)));
      const words = [...names.flatMap((name) => Object.keys(wordsIn(name))), ...index.same.flat(2)];
      const near = words.filter((word) => apart(stem, word, most) <= most);
      if (near.length > 0) return near.sort((one, other) => often(other) - often(one))[0];
    }
    return "";
  }

  /**
   * The words as the course has them: one that it has not is the nearest that it has, if any is near. And what two of them
   * mean that it writes as one, as in `same` of the index.
   * @param {Typed[]} typed @param {Index} index
   */
  async function known(typed, index) {
    const pairs = typed.slice(1).flatMap((other, at) => {
      const [one] = typed.slice(at);
      // A number stays apart from its unit.
      const whole = /^\p{L}/u.test(one.word) ? wordsOf(one.word + other.word) : [];
      return whole.map(({ stem }) => ({ stem, parts: [one.stem, other.stem] }));
    });
    await loadWords([...typed.flatMap(({ stem, start }) => [stem, start]), ...pairs.map(({ stem }) => stem)], index);
    const has = (/** @type {string} */ word) => Object.prototype.hasOwnProperty.call(groupOf(word, index), word);
    const meaning = new Set(index.same.flat(2));
    const begins = (/** @type {string} */ start) =>
      shardsOf(start, index).some((name) => Object.keys(wordsIn(name)).some((word) => word.startsWith(start)));
    const isKnown = (/** @type {Typed} */ { word, start, stem }) =>
      start.length < LONG ||
      [grammar, ASKING, ASKING_NUMBER].some((words) => words.has(word)) ||
      [stem, start].some((one) => has(one) || meaning.has(one) || begins(one));
    /** @type {string[]} */
    const unknown = [];
    const words = await Promise.all(
      typed.map(async (one) => {
        const near = isKnown(one) ? "" : await nearest(one.stem, index);
        if (near) unknown.push(one.start);
        return near ? { word: near, start: near, stem: near } : one;
      }),
    );
    const joined = pairs.flatMap(({ stem, parts }) => {
      const at = index.same.findIndex((group) => group.some(([first, ...rest]) => first === stem && !rest.length));
      if (at < 0 && !has(stem)) return [];
      return [[parts, ...(at < 0 ? [[stem]] : index.same[at].slice(0, index.said[at]))]];
    });
    const once = words.filter(({ stem }, at) => words.findIndex((other) => other.stem === stem) === at);
    return { words: once, joined, unknown };
  }

  /**
   * Every place with all of the terms; where these are few, also those with some of them, the most first.
   * @param {string} query
   */
  async function find(query) {
    const index = /** @type {Index} */ (await load("index"));
    const { words, joined, unknown } = await known(wordsOf(query), index);
    const said = [...index.said, ...joined.map((group) => group.length)];
    const phrases = termsOf(words, [...index.same, ...joined], said);
    const searched = phrases.filter((term) => !isOneOf(term, grammar));
    const meant = searched.filter((term) => !isOneOf(term, ASKING) && !isOneOf(term, ASKING_NUMBER));
    const terms = meant.length > 0 ? meant : searched;
    await loadWords(
      terms.flatMap((term) => [...term.ways.flat(), ...startOf(term)]),
      index,
    );
    const usual = new Map(Object.keys(WEIGHT).map((kind) => [kind, usualLength(kind, index)]));
    /** @type {Map<number, Hit>} */
    const hits = new Map();
    /** @type {Set<string>} */
    const marked = new Set();
    /** @type {{ term: Term, scores: Map<number, number> }[]} */
    const scored = [];
    for (const term of terms) {
      /** @type {Map<number, number>} */
      const scores = new Map();
      const take = (/** @type {string[]} */ way, /** @type {number} */ weight) => {
        const [first, ...others] = way.map((word) => scoresOf(word, index, usual));
        for (const [place, score] of first) {
          if (!others.every((each) => each.has(place))) continue;
          way.forEach((word) => marked.add(word));
          const all = others.reduce((sum, each) => sum + Number(each.get(place)), score);
          scores.set(place, Math.max(weight * all, scores.get(place) ?? 0));
        }
      };
      term.ways.forEach((way, at) => take(way, at === 0 ? 1 : SAME));
      const [start = ""] = startOf(term);
      const [[stem]] = term.ways;
      // A word that is being typed, as the last one may be, or that the course has not, finds those that begin so.
      const mayGoOn = start.length > 2 && (scores.size === 0 || term === terms[terms.length - 1]);
      const beginnings = stem.length > LONG ? [start, stem] : [start];
      const near = [...new Set([stem, start].flatMap((word) => shardsOf(word, index)))];
      const begun = near
        .flatMap((name) => Object.keys(wordsIn(name)))
        .filter((word) => word !== stem && beginnings.some((beginning) => word.startsWith(beginning)));
      if (mayGoOn) begun.slice(0, 50).forEach((word) => take([word], BEGUN));
      scored.push({ term, scores });
    }
    // What stands nearly everywhere, as the disease's own name does, goes without saying in a place about the rest.
    const isTelling = (/** @type {typeof scored[number]} */ { term }) => !isCommon(term, index);
    const goesWithout = scored.some((one) => one.scores.size > 0 && isTelling(one));
    const needed = scored.filter((one) => !goesWithout || isTelling(one));
    const total = index.lengths.length;
    let whole = 0;
    for (const one of scored) {
      const { term, scores } = one;
      const isNeeded = needed.includes(one);
      const share = isNeeded ? Math.log(total / Math.max(1, Math.min(scores.size, total - 1))) : 0;
      whole += share;
      const names = index.names.includes(term.ways[0][0]);
      for (const [place, score] of scores) {
        const hit = hits.get(place) ?? { place, score: 0, found: 0, share: 0, named: false };
        const named = hit.named || (names && "ner".includes(index.kinds[place]));
        hits.set(place, {
          place,
          score: hit.score + score,
          found: hit.found + Number(isNeeded),
          share: hit.share + share,
          named,
        });
      }
    }
    const weight = (/** @type {number} */ place) => WEIGHT[/** @type {keyof typeof WEIGHT} */ (index.kinds[place])];
    const ranked = [...hits.values()]
      .filter(({ found }) => found > 0)
      .map((hit) => ({
        ...hit,
        score: hit.score * weight(hit.place) * (hit.named ? NAMED : 1) * (hit.share / (whole || 1)) ** 2,
      }))
      .sort((one, other) => other.score - one.score || one.place - other.place);
    const all = ranked.filter(({ found }) => found === needed.length);
    const full = all.length;
    const best = full >= FEW ? all : ranked.slice(0, Math.max(full, LEAST));
    const answers = await answersAmong(phrases, ranked, terms, index);
    const places = [...answers, ...best.map(({ place }) => place).filter((place) => !answers.includes(place))];
    return { places, answers: answers.length, full, marked, index, unknown };
  }

  /**
   * The number of the ledger that answers a query for a number, if one does: half of the terms, and every one but for what
   * stands nearly everywhere, is in what was measured or in whom. The other numbers stand among the rest.
   * @param {Term[]} all that was typed @param {Hit[]} ranked the best first @param {Term[]} terms what is looked for
   * @param {Index} index
   * @returns {Promise<number[]>}
   */
  async function answersAmong(all, ranked, terms, index) {
    const isAsked = all.some((term) => isOneOf(term, ASKING_NUMBER) || isMeasure(term));
    const meant = new Set(
      all.flatMap(({ typed }) => typed.map(({ word }) => word)).filter((word) => !ASKING.has(word)),
    );
    const rows = isAsked ? ranked.filter(({ place }) => index.kinds[place] === "n").slice(0, ROWS) : [];
    await loadTexts(
      rows.map(({ place }) => place),
      index,
    );
    const asked = new Set(all.flatMap(({ ways }) => ways.flat()));
    const named = rows.map((row) => {
      const [, title, text] = textOf(row.place, index);
      const [, , whom = "", n = ""] = text.split(" · ");
      const said = `${title} ${whom}`;
      const stems = new Set(stemsOf(said));
      const missing = terms.filter(({ ways }) => !ways.some((way) => way.every((stem) => stems.has(stem))));
      // A word as it was typed says more than its stem: who asks for “localized” does not mean “local”.
      const exact = [...new Set(fold(said))].filter((word) => meant.has(word)).length;
      return {
        ...row,
        exact,
        // What narrows it, as a drug does after a comma, and was not asked for.
        narrower: stemsOf(title.split(", ").slice(1).join(" ")).filter((stem) => !asked.has(stem)).length,
        n: /^\d+$/.test(n) ? Number(n) : 0,
        isAnswer: missing.length <= terms.length / 2 && missing.every((term) => isCommon(term, index)),
      };
    });
    return (
      named
        .filter(({ isAnswer }) => isAnswer)
        // Of two that say as much, the wider one; then the one with more patients.
        .sort(
          (one, other) =>
            other.exact - one.exact || one.narrower - other.narrower || other.n - one.n || other.score - one.score,
        )
        .slice(0, 1)
        .map(({ place }) => place)
    );
  }

  /** Whether one of the ways asks for a number. @param {Term} term */
  const isMeasure = ({ ways }) => ways.flat().some((stem) => stemsOf(MEASURES).includes(stem));

  /** Whether a tenth of all places has the words of the term. @param {Term} term @param {Index} index */
  const isCommon = ({ ways: [own] }, index) =>
    own.every((stem) => (groupOf(stem, index)[stem]?.length ?? 0) / 2 > index.lengths.length / 10);

  /** @param {number[]} places @param {Index} index */
  const loadTexts = (places, index) =>
    Promise.all([...new Set(places.map((place) => Math.floor(place / index.chunk)))].map((at) => load(`texts-${at}`)));

  /** @param {number} place @param {Index} index */
  const textOf = (place, index) =>
    /** @type {Texts} */ (files.get(`texts-${Math.floor(place / index.chunk)}`))[place % index.chunk];

  Object.assign(search, {
    put: (/** @type {string} */ name, /** @type {File} */ data) => void files.set(name, data),
    find,
    loadTexts,
    textOf,
  });
})();
