// @ts-check
/** The bytes of a text file, in whatever encoding its mark names. Pure. */

/**
 * A text in UTF-8 without the mark before it, by which Windows says that it saved as UTF-16, or as UTF-8; null if it
 * is UTF-16 and damaged.
 * @param {Uint8Array} bytes
 */
export function inUtf8(bytes) {
  const [first, second, third] = bytes;
  if (first === 0xef && second === 0xbb && third === 0xbf) return bytes.subarray(3);
  const label = first === 0xff && second === 0xfe ? "utf-16le" : first === 0xfe && second === 0xff ? "utf-16be" : null;
  const text = label === null ? null : decoded(bytes, label);
  return label === null ? bytes : text === null ? null : new TextEncoder().encode(text);
}

/** The text of a file; null if it is neither UTF-8 nor UTF-16. @param {Uint8Array} bytes */
export function textOf(bytes) {
  const plain = inUtf8(bytes);
  return plain && decoded(plain, "utf-8");
}

/** @param {Uint8Array} bytes @param {string} label */
function decoded(bytes, label) {
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
