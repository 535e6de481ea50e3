// @ts-check
/** Numbers as they are written for a reader. */

/** A whole number with its sign, as in "+2", "0", "−6". @param {number} value */
export const signed = (value) => (value > 0 ? `+${value}` : value < 0 ? `−${-value}` : "0");
