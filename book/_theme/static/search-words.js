// @ts-check
// The words of a text or a query as the index has them (book/_ext/search/stemming.py), and how near two of them are.

/** A word as typed, in the index's spelling, and without its ending. @typedef {{ word: string, start: string, stem: string }} Typed */
/**
 * The stemmer's script has put there the stemmer and the words that are not searched; the rest is added here.
 * @typedef {{ Stemmer: new () => { stemWord: (word: string) => string }, stopwords: Set<string>, grammar: Set<string>,
 *   fold: (text: string) => string[], wordsOf: (text: string) => Typed[], stems: (text: string) => string[],
 *   apart: (one: string, other: string, most: number) => number }} Words
 */
(() => {
  const search = /** @type {Window & { courseSearch?: Words }} */ (window).courseSearch;
  if (!search) return;
  const { grammar, stopwords } = search;
  const stemmer = new search.Stemmer();

  const WORD = /\d+(?:[.,]\d+)*|[\p{L}\p{N}]+/gu;
  /** A number that its unit follows at once, as in `5y`: two words. */
  const UNIT = /(?<![\p{L}\p{N}])(\d+(?:[.,]\d+)?)(?=(?:y|yrs?|mm|cm|mg|kg|g|gy|ml|h|wks?)(?![\p{L}\p{N}]))/gu;
  const SPELLINGS = /** @type {const} */ ([
    [/(metastas|gnos|fibros|necros|thrombos|stenos|scleros|hypothes|analys|anastomos)es$/, "$1is"],
    [/^mets$/, "metastasis"],
    [/(metasta|necro|fibro|thrombo|steno|sclero|mito)tic$/, "$1sis"],
    [/gnostic$/, "gnosis"],
    [/[ao]e/g, "e"],
    [/our/g, "or"],
    [/yse/g, "yze"],
    [/(lic|def|off)enc/g, "$1ens"],
    [/is(ation|ed|es|e|ing)$/, "iz$1"],
    [/tre(s?)$/, "ter$1"],
  ]);

  /** @param {string} text */
  const fold = (text) =>
    text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replace(UNIT, "$1 ").match(WORD) ?? [];
  /** @param {string} word */
  const spelled = (word) => SPELLINGS.reduce((all, [pattern, instead]) => all.replace(pattern, instead), word);
  /** @param {string} word folded */
  const isWord = (word) => !stopwords.has(word) && (word.length > 1 || /\p{Nd}/u.test(word));
  /** @param {string} text @returns {Typed[]} */
  const wordsOf = (text) =>
    fold(text)
      .filter(isWord)
      .map((word) => {
        const start = spelled(word);
        return { word, start, stem: stemmer.stemWord(start) };
      });

  /**
   * How many letters apart two words are (one more, one less, another one, or two that changed places), up to `most`.
   * @param {string} one @param {string} other @param {number} most
   */
  function apart(one, other, most) {
    if (Math.abs(one.length - other.length) > most) return most + 1;
    const rows = [Array.from({ length: other.length + 1 }, (_, at) => at)];
    for (let i = 1; i <= one.length; i += 1) {
      const row = [i];
      for (let j = 1; j <= other.length; j += 1) {
        const changed = rows[i - 1][j - 1] + Number(one[i - 1] !== other[j - 1]);
        row[j] = Math.min(rows[i - 1][j] + 1, row[j - 1] + 1, changed);
        const swapped = i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1];
        if (swapped) row[j] = Math.min(row[j], rows[i - 2][j - 2] + 1);
      }
      if (Math.min(...row) > most) return most + 1;
      rows.push(row);
    }
    return rows[one.length][other.length];
  }

  Object.assign(search, {
    fold,
    wordsOf,
    stems: (/** @type {string} */ text) => wordsOf(text).flatMap(({ word, stem }) => (grammar.has(word) ? [] : [stem])),
    apart,
  });
})();
