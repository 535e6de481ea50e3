// @ts-check
/** The order of texts in Python and in polars. Pure. */

/** Compare by code point, not by the halves in which JavaScript keeps some letters. @param {string} one @param {string} other */
export function byCodePoint(one, other) {
  const least = Math.min(one.length, other.length);
  for (let at = 0; at < least; at += 1) {
    if (one[at] === other[at]) continue;
    return rank(one.charCodeAt(at)) - rank(other.charCodeAt(at));
  }
  return one.length - other.length;
}

/** Halves come after all whole letters of the basic plane. @param {number} unit */
const rank = (unit) => (unit >= 0xd800 && unit < 0xe000 ? unit + 0x2000 : unit);
