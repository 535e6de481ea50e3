// @ts-check
/** Words in lines. Pure. */

/** A word that is wider than a line, in pieces that are not. @param {string} word @param {number} width @param {(text: string) => number} widthOf */
function pieces(word, width, widthOf) {
  const found = [];
  let rest = word;
  while (rest.length > 1 && widthOf(rest) > width) {
    let end = rest.length - 1;
    while (end > 1 && widthOf(rest.slice(0, end)) > width) end -= 1;
    found.push(rest.slice(0, end));
    rest = rest.slice(end);
  }
  return [...found, rest];
}

/**
 * Break words into lines no wider than `width`; a wider word, as an address may be, is broken too.
 * @param {string} words
 * @param {number} width
 * @param {(text: string) => number} widthOf
 */
export function inLines(words, width, widthOf) {
  /** @type {string[]} */
  const lines = [];
  const all = words.split(/\s+/).filter(Boolean);
  for (const word of all.flatMap((one) => pieces(one, width, widthOf))) {
    const longer = lines.length > 0 ? `${lines[lines.length - 1]} ${word}` : word;
    if (lines.length > 0 && widthOf(longer) <= width) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

/**
 * Set parts beside each other, and begin a new line where one has no room: where each begins, from 0 on.
 * @param {number[]} widths
 * @param {number} width
 * @param {number} gap
 */
export function inRows(widths, width, gap) {
  let [x, row] = [0, 0];
  return widths.map((wide) => {
    if (x > 0 && x + wide > width) [x, row] = [0, row + 1];
    const place = { x, row };
    x += wide + gap;
    return place;
  });
}
