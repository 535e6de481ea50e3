// @ts-check

/**
 * Whether the page stands in a frame of another site, as in a learning platform: what is kept there is found nowhere
 * else. A package for an LMS lends its pages a storage, and what is kept there is the LMS's.
 */
export function isFramedElsewhere() {
  if (Object.getOwnPropertyDescriptor(window, "localStorage")?.value) return false;
  try {
    return window.top !== window && window.top?.location.origin !== location.origin;
  } catch {
    return true;
  }
}
