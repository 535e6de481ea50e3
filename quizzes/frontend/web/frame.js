// @ts-check

/** Whether a package for an LMS lends this page a storage: what is kept there is the LMS's. */
export const isLent = () => Boolean(Object.getOwnPropertyDescriptor(window, "localStorage")?.value);

/** Whether the page stands in a frame of another site, as in a learning platform: what is kept there is found nowhere else. */
export function isFramedElsewhere() {
  if (isLent()) return false;
  try {
    return window.top !== window && window.top?.location.origin !== location.origin;
  } catch {
    return true;
  }
}
