// @ts-check
/** An order that looks random and is always the same for the same reader and question. */

/** The seed of the order in which options stand for everybody: the third on a wall is the third on every telephone. */
export const SHARED = 1;

/**
 * @template T
 * @param {readonly T[]} entries
 * @param {number} seed the reader's, 0..2^32-1
 * @param {string} name what is shuffled, so that no two questions share an order
 * @returns {T[]}
 */
export function shuffled(entries, seed, name) {
  const next = numbers(hash(`${seed}:${name}`));
  const order = [...entries];
  for (let last = order.length - 1; last > 0; last -= 1) {
    const other = Math.floor(next() * (last + 1));
    [order[last], order[other]] = [order[other], order[last]];
  }
  return order;
}

/** FNV-1a, 32 bits. @param {string} text */
function hash(text) {
  let value = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  return value >>> 0;
}

/** mulberry32: numbers in [0, 1) from a seed. @param {number} state */
function numbers(state) {
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let value = Math.imul(state ^ (state >>> 15), state | 1);
    value ^= value + Math.imul(value ^ (value >>> 7), value | 61);
    return ((value ^ (value >>> 14)) >>> 0) / 4294967296;
  };
}
