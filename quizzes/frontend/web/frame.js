// @ts-check

/** Whether the page stands in a frame of another site, as in a learning platform: what is kept there is found nowhere else. */
export function isFramedElsewhere() {
  try {
    return window.top !== window && window.top?.location.origin !== location.origin;
  } catch {
    return true;
  }
}
